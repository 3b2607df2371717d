import type { Box } from "./place.js";

/** What a passage is to a reader of the file: seen text, or something that goes out with the file unseen. */
export type PassageSort = "text" | "deleted" | "comment" | "hidden" | "property" | "field";

/** Where some characters of a passage are kept in an entry of the file. Offsets count UTF-16 units of the entry decoded. */
export interface PassagePiece {
  /** Where it begins in the text of the passage. */
  readonly at: number;
  readonly length: number;
  /** "" is the file itself, where it is no archive. */
  readonly entry: string;
  readonly from: number;
  readonly to: number;
  /** How the characters are written: with references, as they are (CDATA, plain text), or as a whole cell of a sheet. */
  readonly form: "xml" | "literal" | "cell";
}

/** A stretch of text of a file that is screened as one: a paragraph, a cell, a comment, a property. */
export interface Passage {
  /** In words, as a person finds it: 正文第3段, 页眉第1段, 工作表“名单”（隐藏）B4. */
  readonly part: string;
  readonly sort: PassageSort;
  /** What it belongs to, when it is told once for all its passages: a hidden sheet. */
  readonly holder?: string;
  readonly page?: number;
  readonly text: string;
  readonly pieces: readonly PassagePiece[];
  /** Of a pdf: where each UTF-16 unit stands on the page; null for what the engine added or is nowhere. */
  readonly boxes?: readonly (Box | null)[];
}

/** Everything a file holds in letters, and what it holds besides. */
export interface FileContents {
  readonly passages: readonly Passage[];
  /** Files inside the file. */
  readonly embedded: readonly string[];
  /** Pictures and other things whose letters were not read. */
  readonly unread: readonly string[];
}
