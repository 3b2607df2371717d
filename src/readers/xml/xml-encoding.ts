import { AppError } from "../../errors.js";
import { machineInUse } from "../machine.js";

const latin1 = new TextDecoder("latin1");

/**
 * The bytes of an XML document as UTF-8 without byte order mark. UTF-8 is checked and passed through; UTF-16 (byte order
 * mark, or told by the first "<") and whatever else the declaration names are converted (XML 1.0 appendix F).
 */
export function xmlAsUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return convert(bytes.subarray(2), "utf-16le");
  if (first === 0xfe && second === 0xff) return convert(bytes.subarray(2), "utf-16be");
  if (first === 0x3c && second === 0) return convert(bytes, "utf-16le");
  if (first === 0 && second === 0x3c) return convert(bytes, "utf-16be");
  const content = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  const label = declaredEncoding(content);
  if (label !== null && !/^(utf-?8|us-ascii)$/i.test(label)) return convert(content, label);
  if (!machineInUse().isUtf8(content)) throw new AppError("FILE_DAMAGED", { detail: "XML 不是有效的 UTF-8" });
  return content;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = latin1.decode(bytes.subarray(0, 160));
  if (!head.startsWith("<?xml")) return null;
  return /^<\?xml[^>]{0,100}?encoding\s{0,4}=\s{0,4}["']([\w.-]{1,40})["']/.exec(head)?.[1] ?? null;
}

function convert(bytes: Uint8Array, label: string): Uint8Array {
  try {
    return new TextEncoder().encode(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("FILE_DAMAGED", { detail: `XML 不是有效的 ${label.toUpperCase()}` }, { cause });
  }
}
