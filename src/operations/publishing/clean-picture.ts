import { AppError } from "../../errors.js";
import { portableCrc32 } from "../../readers/zip/portable-crc32.js";

const MOST_BYTES = 10 * 2 ** 20;
const MOST_PIXELS = 50_000_000;

/**
 * A picture with nothing in it but what draws it: no place and time of the photograph, no maker, no comment, nothing behind its end. Each
 * part is looked at, so that what only calls itself a picture is refused. Throws ATTACHMENT_KIND_MISMATCH.
 */
export function cleanPicture(name: string, bytes: Uint8Array): Uint8Array {
  const refuse = (detail: string) => new AppError("ATTACHMENT_KIND_MISMATCH", { name, detail });
  if (bytes.length > MOST_BYTES) throw refuse("图片不能超过 10 MB");
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cleaned = data.subarray(0, 8).equals(PNG)
    ? cleanPng(data)
    : data[0] === 0xff && data[1] === 0xd8
      ? cleanJpeg(data)
      : null;
  if (cleaned === null) throw refuse("不是完好的 jpg 或者 png 图片");
  if (cleaned.width * cleaned.height > MOST_PIXELS) throw refuse("图片的像素太多，请先缩小");
  return Buffer.concat(cleaned.parts);
}

interface Cleaned {
  readonly parts: readonly Buffer[];
  readonly width: number;
  readonly height: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What draws a PNG (ISO/IEC 15948 5.6): the rest is text, time and the like. */
const DRAWS: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "sBIT",
  "bKGD",
  "pHYs",
  "IDAT",
  "IEND",
]);

function cleanPng(data: Buffer): Cleaned | null {
  const parts = [data.subarray(0, 8)];
  let size: { width: number; height: number } | null = null;
  let isDrawn = false;
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > data.length) return null;
    const type = data.toString("latin1", at + 4, at + 8);
    if (portableCrc32(data.subarray(at + 4, end - 4)) !== data.readUInt32BE(end - 4)) return null;
    if ((type === "IHDR") !== (size === null)) return null;
    if (type === "IHDR") {
      if (length !== 13) return null;
      size = { width: data.readUInt32BE(at + 8), height: data.readUInt32BE(at + 12) };
    }
    if (type === "IDAT") isDrawn = true;
    if (DRAWS.has(type)) parts.push(data.subarray(at, end));
    if (type === "IEND") return isDrawn && size !== null && size.width > 0 && size.height > 0 ? { parts, ...size } : null;
    at = end;
  }
  return null;
}

const JFIF = 0xe0;
const ADOBE = 0xee;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const END = 0xd9;

/** Whether a segment describes the frame: SOF0–SOF15 but for DHT, JPG and DAC (ITU-T T.81 B.1.1.3). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** APPn but those that say how colours are to be read, and comments: Exif, thumbnails, places, makers. */
const isTold = (marker: number): boolean => marker === COMMENT || (marker > JFIF && marker <= 0xef && marker !== ADOBE);

function cleanJpeg(data: Buffer): Cleaned | null {
  const parts = [data.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at + 4 <= data.length; ) {
    const marker = data[at + 1] ?? 0;
    if (data[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1; // fill bytes before a marker
      continue;
    }
    const end = at + 2 + data.readUInt16BE(at + 2);
    if (end > data.length || end < at + 4) return null;
    if (isFrame(marker) && end >= at + 9) size = { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    if (!isTold(marker)) parts.push(data.subarray(at, end));
    at = end;
    if (marker !== START_OF_SCAN) continue;
    const next = endOfScan(data, at);
    parts.push(data.subarray(at, next));
    at = next;
    if (data[at + 1] === END) {
      parts.push(data.subarray(at, at + 2));
      return size !== null && size.width > 0 && size.height > 0 ? { parts, ...size } : null;
    }
  }
  return null;
}

/** Where the coded data end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(data: Buffer, from: number): number {
  for (let at = from; at + 1 < data.length; at += 1) {
    const next = data[at + 1] ?? 0;
    if (data[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return data.length;
}
