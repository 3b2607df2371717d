import { BinaryView } from "./binary-view.js";

/** The properties worth keeping, by their numbers in [MS-OLEPS] 2.25.1. */
const NAMES = new Map([
  [2, "title"],
  [3, "subject"],
  [4, "author"],
  [5, "keywords"],
  [8, "lastAuthor"],
  [12, "created"],
  [13, "modified"],
  [18, "application"],
]);

const CODE_PAGE = 1;
const STRING = 0x1e;
const WIDE_STRING = 0x1f;
const FILE_TIME = 0x40;
/** 100-nanosecond steps from 1601 to 1970, in seconds. */
const EPOCH_SECONDS = 11_644_473_600;
const MAX_PROPERTIES = 64;
const MAX_BYTES = 4096;

/** What a Word file says of itself in its SummaryInformation stream: title, author, dates as "YYYY-MM-DD". */
export function readSummaryInformation(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = BinaryView.of(bytes, "文档属性");
  const found = new Map<string, string>();
  const set = view.u32(44);
  const count = Math.min(view.u32(set + 4), MAX_PROPERTIES);
  const places = new Map<number, number>();
  for (let index = 0; index < count; index++) places.set(view.u32(set + 8 + 8 * index), set + view.u32(set + 12 + 8 * index));
  const codePageAt = places.get(CODE_PAGE);
  const encoding = ENCODINGS.get(codePageAt === undefined ? 0 : view.u16(codePageAt + 4)) ?? "gb18030";
  for (const [number, name] of NAMES) {
    const at = places.get(number);
    const value = at === undefined ? "" : valueAt(view, at, encoding);
    if (value !== "") found.set(name, value);
  }
  return found;
}

const ENCODINGS = new Map([
  [1200, "utf-16le"],
  [1252, "windows-1252"],
  [65001, "utf-8"],
  [950, "big5"],
  [936, "gb18030"],
]);

function valueAt(view: BinaryView, at: number, encoding: string): string {
  const type = view.u32(at);
  if (type === STRING) return decoded(view.slice(at + 8, Math.min(view.u32(at + 4), MAX_BYTES)).bytes, encoding);
  if (type === WIDE_STRING) return decoded(view.slice(at + 8, Math.min(2 * view.u32(at + 4), MAX_BYTES)).bytes, "utf-16le");
  return type === FILE_TIME ? dayOf(view, at + 4) : "";
}

function decoded(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  const end = text.indexOf("\0");
  return (end < 0 ? text : text.slice(0, end)).trim();
}

function dayOf(view: BinaryView, at: number): string {
  const seconds = (view.u32(at + 4) * 2 ** 32 + view.u32(at)) / 1e7 - EPOCH_SECONDS;
  // Zero and other empty dates lie in 1601, before there was a Word.
  return seconds > 0 && seconds < 253_402_300_800 ? new Date(seconds * 1000).toISOString().slice(0, 10) : "";
}
