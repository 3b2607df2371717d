/**
 * A TrueType font of one glyph without any area, one em wide (ISO/IEC 14496-22): the invisible text over the picture of a page needs a
 * font that is embedded, as PDF/A asks, and shows nothing in any program.
 */
export function glyphlessFont(): Uint8Array {
  const tables: readonly (readonly [tag: string, words: readonly number[]])[] = [
    // One contour of two points, there and back: it encloses nothing, yet gives the glyph the extent some programs ask for.
    ["glyf", [1, 0, -120, 1000, 880, 1, 0, 0x0101, 0, 1000, -120, 1000]],
    ["head", [1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, -120, 1000, 880, 0, 8, 2, 0, 0]],
    ["hhea", [1, 0, 880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 1]],
    ["hmtx", [1000, 0]],
    ["loca", [0, 12]],
    ["maxp", [1, 0, 1, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]],
  ];
  const directory = 12 + 16 * tables.length;
  const bytes = new Uint8Array(directory + tables.reduce((sum, [, words]) => sum + padded(words.length * 2), 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 64); // the largest power of two of tables, times sixteen
  view.setUint16(8, 2);
  view.setUint16(10, tables.length * 16 - 64);
  let at = directory;
  for (const [index, [tag, words]] of tables.entries()) {
    for (const [word, value] of words.entries()) view.setInt16(at + 2 * word, value);
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, checksum(view, at, padded(words.length * 2)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, words.length * 2);
    at += padded(words.length * 2);
  }
  return bytes;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
