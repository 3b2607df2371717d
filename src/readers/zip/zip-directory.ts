import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";

/** A file in the directory of a zip archive: what is promised of it before it is inflated. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins in the file. */
  readonly offset: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const END64_LOCATOR = 0x07064b50;
const END64_RECORD = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const ZIP64_EXTRA = 1;
const UTF8_NAME = 0x800;
const UNSET_16 = 0xffff;
const UNSET_32 = 0xffffffff;

const damaged = (detail: string): AppError => new AppError("FILE_DAMAGED", { detail });

interface Directory {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
  /** Where the record that ends the archive begins: the directory stands right before it. */
  readonly before: number;
}

/** The files of a zip archive by its central directory (APPNOTE 4.3.12); folders are left out. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length === 0) throw new AppError("FILE_EMPTY", {});
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > LIMITS.zipEntries)
    throw new AppError("FILE_TOO_COMPLEX", { detail: `压缩包内有 ${directory.count} 个文件` });
  // Something may stand before the archive; then every offset in it is off by the same amount.
  const shift = directory.before - directory.bytes - directory.offset;
  if (shift < 0) throw damaged("压缩包目录不完整");
  const entries: ZipEntry[] = [];
  let at = directory.offset + shift;
  for (let index = 0; index < directory.count; index++) {
    if (at + DIRECTORY_ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw damaged("压缩包目录不完整");
    const end =
      at + DIRECTORY_ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (end > view.byteLength) throw damaged("压缩包目录不完整");
    const entry = readEntry(view, at, shift);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at = end;
  }
  return entries;
}

/** The end record is the last thing in the file but for a comment of at most 65,535 bytes. */
function findDirectory(view: DataView): Directory {
  const earliest = Math.max(0, view.byteLength - END_RECORD_BYTES - 0xffff);
  for (let at = view.byteLength - END_RECORD_BYTES; at >= earliest; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const count = view.getUint16(at + 10, true);
    const bytes = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== UNSET_16 && bytes !== UNSET_32 && offset !== UNSET_32) return { count, bytes, offset, before: at };
    return findDirectory64(view, at) ?? { count, bytes, offset, before: at };
  }
  throw damaged("压缩包不完整");
}

function findDirectory64(view: DataView, endRecord: number): Directory | null {
  const locator = endRecord - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== END64_RECORD) throw damaged("压缩包目录不完整");
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    bytes: Number(view.getBigUint64(record + 40, true)),
    offset: Number(view.getBigUint64(record + 48, true)),
    before: record,
  };
}

function readEntry(view: DataView, at: number, shift: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameBytes = view.getUint16(at + 28, true);
  const nameAt = at + DIRECTORY_ENTRY_BYTES;
  const sizes = readSizes(view, at);
  return {
    name: readName(new Uint8Array(view.buffer, view.byteOffset + nameAt, nameBytes), flags),
    method: view.getUint16(at + 10, true),
    flags,
    crc: view.getUint32(at + 16, true),
    packedBytes: sizes.packedBytes,
    bytes: sizes.bytes,
    offset: sizes.offset + shift,
  };
}

/** Sizes of an entry; a field of all ones stands in the zip64 extra field instead (APPNOTE 4.5.3). */
function readSizes(view: DataView, at: number): { bytes: number; packedBytes: number; offset: number } {
  const sizes = {
    bytes: view.getUint32(at + 24, true),
    packedBytes: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  let extra = at + DIRECTORY_ENTRY_BYTES + view.getUint16(at + 28, true);
  const extraEnd = extra + view.getUint16(at + 30, true);
  while (extra + 4 <= extraEnd) {
    const id = view.getUint16(extra, true);
    const end = Math.min(extra + 4 + view.getUint16(extra + 2, true), extraEnd);
    let field = extra + 4;
    for (const key of ["bytes", "packedBytes", "offset"] as const) {
      if (id !== ZIP64_EXTRA || sizes[key] !== UNSET_32 || field + 8 > end) continue;
      sizes[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
    extra = end;
  }
  return sizes;
}

/** Names are UTF-8 when flagged so or when they happen to be; else GB18030, which is what Chinese archivers write. */
function readName(bytes: Uint8Array, flags: number): string {
  let name = "";
  for (const byte of bytes) {
    if (byte > 0x7e) return decodeName(bytes, flags);
    name += String.fromCharCode(byte);
  }
  return name;
}

function decodeName(bytes: Uint8Array, flags: number): string {
  if (flags & UTF8_NAME) return new TextDecoder("utf-8").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
