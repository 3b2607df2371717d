/** Text decoded from bytes, with what the decoder can say for it. */
export interface DecodedText {
  readonly text: string;
  /** The name of the encoding used: utf-8, utf-16le, utf-16be, big5, gb18030. */
  readonly encoding: string;
  /** True when single bytes did not fit the encoding and stand as U+FFFD. */
  readonly damaged: boolean;
}

/** The same encoding under its many labels; gb2312 and gbk are read as the larger set they belong to. */
const SAME_ENCODING = new Map([
  ["utf8", "utf-8"],
  ["unicode-1-1-utf-8", "utf-8"],
  ["gb2312", "gb18030"],
  ["gb_2312", "gb18030"],
  ["gb_2312-80", "gb18030"],
  ["x-gbk", "gb18030"],
  ["gbk", "gb18030"],
  ["cp936", "gb18030"],
  ["gb18030-2000", "gb18030"],
  ["big5-hkscs", "big5"],
  ["x-x-big5", "big5"],
  ["cp950", "big5"],
  ["utf-16", "utf-16le"],
  ["unicode", "utf-16le"],
]);

/** The name of an encoding under which labels that mean the same compare equal. */
export function encodingNamed(label: string): string {
  const plain = label.trim().toLowerCase();
  return SAME_ENCODING.get(plain) ?? plain;
}

/**
 * The text of bytes in an encoding nobody can be trusted to name: byte order mark, then strict UTF-8, then Big5 if the
 * file says so, then GB18030. Chinese GB18030 text is never valid UTF-8 by chance, so the order needs no statistics.
 */
export function decodeText(bytes: Uint8Array, label = ""): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(marked, bytes);
  const strict = decodeStrictly("utf-8", bytes);
  if (strict !== null) return { text: strict, encoding: "utf-8", damaged: false };
  if (encodingNamed(label) === "big5") return decodeAs("big5", bytes);
  const chinese = decodeStrictly("gb18030", bytes);
  if (isMostlyUtf8(bytes)) return decodeAs("utf-8", bytes);
  if (chinese !== null) return { text: chinese, encoding: "gb18030", damaged: false };
  return decodeAs("gb18030", bytes);
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Markup and digits in UTF-16 without a mark: every other byte is zero from the start.
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return "utf-16be";
  return null;
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // the bytes do not fit; ignoring it is the question that was asked
    throw error;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: text.includes("\uFFFD") };
}

/** A page cut off in the middle of a character or with one bad byte is still UTF-8: GB18030 would garble all of it. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const followers = lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let found = 0;
    while (found < followers && ((bytes[at + found + 1] ?? 0) & 0xc0) === 0x80) found++;
    if (followers > 0 && found === followers) {
      if (followers === 2) whole++;
      at += followers;
    } else broken++;
  }
  return whole > 20 * broken;
}
