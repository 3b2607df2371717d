import { inflateRawSync } from "node:zlib";

const PARTS = { docx: "word/document.xml", odt: "content.xml", xlsx: "xl/worksheets/sheet1.xml" };

/** The least any reader must do: inflate the one part, decode it, find every "<"; for text and html decode and find line ends or "<". */
export function floorOf(kind) {
  const part = PARTS[kind];
  if (part !== undefined) return ({ bytes }) => countSigns(new TextDecoder().decode(inflated(bytes, part)), "<");
  if (kind === "html") return ({ bytes }) => countSigns(new TextDecoder().decode(bytes), "<");
  if (kind === "txt") return ({ bytes }) => countSigns(new TextDecoder().decode(bytes), "\n");
  return null;
}

function countSigns(text, sign) {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** Finds one entry in the central directory and inflates it, checking nothing. */
function inflated(bytes, wanted) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  let at = buffer.readUInt32LE(end + 16);
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = buffer.readUInt16LE(at + 28);
    if (buffer.latin1Slice(at + 46, at + 46 + nameLength) === wanted) {
      const local = buffer.readUInt32LE(at + 42);
      const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
      const packed = buffer.subarray(from, from + buffer.readUInt32LE(at + 20));
      return buffer.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    }
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return new Uint8Array();
}
