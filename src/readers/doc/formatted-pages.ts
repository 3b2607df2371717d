import { type BinaryView, damaged } from "./binary-view.js";

/** A stretch of the WordDocument stream whose text shares its properties. */
export interface FormattedRun {
  /** Place in the stream one past the run. */
  readonly end: number;
  /** Where the list of modifiers stands in the stream, and its length; 0 when nothing differs from the style. */
  readonly at: number;
  readonly length: number;
}

const PAGE_BYTES = 512;
/** Bytes of a page's entry for a run: of paragraphs a word offset and a line height, of characters a word offset. */
const ENTRY_BYTES = { paragraph: 13, character: 1 } as const;

/**
 * Finds the run of paragraph or character properties a place of the text lies in: the bin table names a page of 512
 * bytes, the page lists its runs. [MS-DOC] 2.8.5, 2.8.6, 2.9.175, 2.9.33. Nothing is read before it is asked for.
 */
export class FormattedPages {
  readonly #bins: BinaryView;
  readonly #binCount: number;
  readonly #stream: BinaryView;
  readonly #kind: "paragraph" | "character";

  constructor(bins: BinaryView, stream: BinaryView, kind: "paragraph" | "character") {
    this.#bins = bins;
    this.#binCount = Math.max(0, Math.floor((bins.length - 4) / 8));
    this.#stream = stream;
    this.#kind = kind;
  }

  runAt(place: number): FormattedRun {
    const bin = lastNotAbove(place, this.#binCount, (index) => this.#bins.u32(4 * index));
    if (bin < 0) return { end: this.#binCount > 0 ? this.#bins.u32(0) : Number.POSITIVE_INFINITY, at: 0, length: 0 };
    const binEnd = Math.max(place + 1, bin + 1 < this.#binCount ? this.#bins.u32(4 * (bin + 1)) : Number.POSITIVE_INFINITY);
    const page = (this.#bins.u32(4 * (this.#binCount + 1) + 4 * bin) & 0x3fffff) * PAGE_BYTES;
    if (page + PAGE_BYTES > this.#stream.length) throw damaged("Word 格式页");
    return this.#runOnPage(place, page, binEnd);
  }

  #runOnPage(place: number, page: number, binEnd: number): FormattedRun {
    const stream = this.#stream;
    const count = stream.u8(page + PAGE_BYTES - 1);
    const run = lastNotAbove(place, count, (index) => stream.u32(page + 4 * index));
    if (run < 0) return { end: count > 0 ? stream.u32(page) : binEnd, at: 0, length: 0 };
    const runEnd = stream.u32(page + 4 * (run + 1));
    if (runEnd <= place) return { end: binEnd, at: 0, length: 0 };
    const entry = page + 4 * (count + 1) + ENTRY_BYTES[this.#kind] * run;
    if (entry >= page + PAGE_BYTES) throw damaged("Word 格式页");
    return { end: runEnd, ...this.#modifiersAt(page, 2 * stream.u8(entry)) };
  }

  #modifiersAt(page: number, offset: number): { at: number; length: number } {
    if (offset === 0) return { at: 0, length: 0 };
    const at = page + offset;
    const count = this.#stream.u8(at);
    const found = this.#kind === "character" ? { at: at + 1, length: count } : this.#paragraphModifiers(at, count);
    return { at: found.at, length: Math.min(found.length, page + PAGE_BYTES - found.at) };
  }

  /** The length of a paragraph's list counts words: one less than twice the first byte, or twice the second if that is 0. */
  #paragraphModifiers(at: number, count: number): { at: number; length: number } {
    return count === 0 ? { at: at + 2, length: 2 * this.#stream.u8(at + 1) } : { at: at + 1, length: 2 * count - 1 };
  }
}

/** Index of the last of `count` ascending values that is not above `wanted`, or -1. */
function lastNotAbove(wanted: number, count: number, valueAt: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
