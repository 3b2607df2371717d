import { AppError } from "../../errors.js";
import { type DecodedText, decodeText } from "../decode-text.js";
import { LIMITS } from "../limits.js";

const MEGABYTE = 1024 * 1024;
/** Garbage shows itself early: this much is looked at before the whole file is decoded. */
const SAMPLE_BYTES = 64 * 1024;
/** One character in twenty that no text contains is more than any converter leaves behind. */
const TOLERATED_JUNK = 0.05;

/** The text of a file, or the coded error that says why it is none: too large, empty, or not text at all. */
export function textOfBytes(bytes: Uint8Array): DecodedText {
  if (bytes.length > LIMITS.textMegabytes * MEGABYTE) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(bytes.length / MEGABYTE), limit: LIMITS.textMegabytes });
  }
  if (bytes.length > SAMPLE_BYTES) refuseGarbage(decodeText(bytes.subarray(0, SAMPLE_BYTES)).text);
  const decoded = decodeText(bytes);
  refuseGarbage(decoded.text);
  if (decoded.text.trim() === "") throw new AppError("FILE_EMPTY", {});
  return decoded;
}

function refuseGarbage(text: string): void {
  let junk = 0;
  for (let at = 0; at < text.length; at++) if (isJunk(text.charCodeAt(at))) junk++;
  if (junk > text.length * TOLERATED_JUNK) throw new AppError("FILE_KIND_UNKNOWN", {});
}

/** Control characters but for white space and the cell mark of Word (U+0007), private use, and what could not be decoded. */
function isJunk(unit: number): boolean {
  if (unit < 0x20) return unit !== 0x07 && (unit < 0x09 || unit > 0x0d);
  return (
    (unit >= 0x7f && unit < 0xa0 && unit !== 0x85) || (unit >= 0xe000 && unit < 0xf900) || unit === 0xfffd || unit === 0xffff
  );
}
