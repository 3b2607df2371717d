import { AppError } from "../../errors.js";
import { BinaryView, damaged } from "./binary-view.js";

const WORD_97_MAGIC = 0xa5ec;
/** Word 6 and 95 write A5DC, older ones lower values. */
const OLD_WORD_MAGICS = new Set([0xa5dc, 0xa5db, 0xa699, 0xa697, 0x9b33, 0x9be5, 0x9be3]);
/** nFib of Word 97; some of its first releases wrote C0. */
const WORD_97_VERSION = 0xc0;

const ENCRYPTED = 0x0100;
const WHICH_TABLE_STREAM = 0x0200;

/** A stretch of the table stream. */
export interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** What the head of a Word document says of its parts. [MS-DOC] 2.5.1 */
export interface FileInformation {
  readonly tableStream: "0Table" | "1Table";
  /** The lengths in characters of the parts that follow one another in the text. */
  readonly mainText: number;
  /** Where the text boxes of the main document begin, and their length. */
  readonly textBoxes: { readonly start: number; readonly length: number };
  part(index: PartIndex): Stretch;
}

/** Indices of the pairs in FibRgFcLcb97. */
export const PART = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapeAnchors: 40,
  textBoxStories: 56,
  listDefinitions: 73,
  listOverrides: 74,
} as const;

export type PartIndex = (typeof PART)[keyof typeof PART];

const PAIRS_AT = 0x9a;
const LONGS_AT = 0x40;

/** Reads the file information block at the start of the WordDocument stream, or says why the file cannot be read. */
export function readFileInformation(stream: BinaryView): FileInformation {
  const magic = stream.u16(0);
  const version = stream.u16(2);
  if (OLD_WORD_MAGICS.has(magic) || (magic === WORD_97_MAGIC && version < WORD_97_VERSION)) {
    throw new AppError("FILE_KIND_UNSUPPORTED", { kind: "Word 95 或更早版本" });
  }
  if (magic !== WORD_97_MAGIC) throw damaged("Word 文件头");
  const flags = stream.u16(0x0a);
  if ((flags & ENCRYPTED) !== 0) throw new AppError("FILE_PROTECTED", {});
  const characters = (index: number) => Math.max(0, stream.i32(LONGS_AT + 4 * index));
  const mainText = characters(3);
  const pairs = stream.u16(0x98);
  return {
    tableStream: (flags & WHICH_TABLE_STREAM) !== 0 ? "1Table" : "0Table",
    mainText,
    textBoxes: {
      // footnotes, headers, macros (always 0), comments and endnotes lie between
      start: mainText + characters(4) + characters(5) + characters(7) + characters(8),
      length: characters(9),
    },
    part(index) {
      if (index >= pairs) return { at: 0, length: 0 };
      return { at: stream.u32(PAIRS_AT + 8 * index), length: stream.u32(PAIRS_AT + 8 * index + 4) };
    },
  };
}

/** A part of the table stream as a view of its own. */
export function partOf(table: BinaryView, { at, length }: Stretch): BinaryView {
  return length === 0 ? BinaryView.EMPTY : table.slice(at, length);
}
