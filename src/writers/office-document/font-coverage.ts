/** One range of a cmap: every code point of it has a glyph. */
type Range = readonly [from: number, to: number];

/** The code points a font has glyphs for, by its cmap (ISO/IEC 14496-22, subtable formats 4 and 12). */
export class FontCoverage {
  readonly #ranges: readonly Range[];

  constructor(font: Uint8Array) {
    this.#ranges = rangesOf(new DataView(font.buffer, font.byteOffset, font.byteLength));
  }

  has(codePoint: number): boolean {
    let low = 0;
    let high = this.#ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [from, to] = this.#ranges[middle] ?? [0, -1];
      if (codePoint < from) high = middle - 1;
      else if (codePoint > to) low = middle + 1;
      else return true;
    }
    return false;
  }
}

function rangesOf(view: DataView): Range[] {
  const cmap = tableAt(view, "cmap");
  if (cmap === null) return [];
  const ranges: Range[] = [];
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) ranges.push(...segmentsOf(view, subtable));
    if (format === 12) ranges.push(...groupsOf(view, subtable));
  }
  return joined(ranges);
}

function tableAt(view: DataView, tag: string): number | null {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const entry = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
    if (name === tag) return view.getUint32(entry + 8);
  }
  return null;
}

/** A segment maps by a delta, or glyph by glyph, where 0 is none. */
function segmentsOf(view: DataView, at: number): Range[] {
  const doubled = view.getUint16(at + 6);
  const ranges: Range[] = [];
  for (let offset = 0; offset < doubled; offset += 2) {
    const end = view.getUint16(at + 14 + offset);
    const start = view.getUint16(at + 16 + doubled + offset);
    const delta = view.getUint16(at + 16 + doubled * 2 + offset);
    const place = at + 16 + doubled * 3 + offset;
    const glyphs = view.getUint16(place);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = glyphs === 0 ? (code + delta) & 0xffff : view.getUint16(place + glyphs + (code - start) * 2);
      if (glyph !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

function groupsOf(view: DataView, at: number): Range[] {
  const count = view.getUint32(at + 12);
  return Array.from({ length: count }, (_, index): Range => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });
}

function joined(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((left, right) => left[0] - right[0])) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
