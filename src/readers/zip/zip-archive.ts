import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { machineInUse } from "../machine.js";
import { inflate } from "./inflate.js";
import { readDirectory, type ZipEntry } from "./zip-directory.js";

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const MAX_TOTAL_BYTES = 2 * LIMITS.partMegabytes * 1024 * 1024;

/**
 * A zip archive whose parts are inflated one by one, only when asked for. Part names are compared without case and with
 * either slash, as Office does (ISO/IEC 29500-2, 6.2.2.3), because real packages carry both.
 */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #byKey = new Map<string, ZipEntry>();
  readonly #maxBytes: number;
  #inflated = 0;

  /** In the order of the directory; folders left out. */
  readonly entries: readonly ZipEntry[];

  /** `maxBytes` bounds what all parts together may inflate to: a document needs few, an archive of reports gives all. */
  constructor(bytes: Uint8Array, maxBytes: number = MAX_TOTAL_BYTES) {
    this.#bytes = bytes;
    this.#maxBytes = maxBytes;
    this.entries = readDirectory(bytes);
    for (const entry of this.entries) {
      const key = keyOf(entry.name);
      if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
    }
  }

  has(name: string): boolean {
    return this.#byKey.has(keyOf(name));
  }

  /** The bytes of a part, or null when the archive has no such part. */
  find(name: string): Uint8Array | null {
    const entry = this.#byKey.get(keyOf(name));
    return entry ? this.read(entry) : null;
  }

  /** The bytes of a part that must be there. */
  require(name: string): Uint8Array {
    const bytes = this.find(name);
    if (!bytes) throw new AppError("FILE_DAMAGED", { detail: `缺少 ${name}` });
    return bytes;
  }

  read(entry: ZipEntry): Uint8Array {
    if (entry.flags & ENCRYPTED) throw new AppError("FILE_PROTECTED", {});
    this.#inflated += entry.bytes;
    if (entry.bytes > LIMITS.partMegabytes * 1024 * 1024 || this.#inflated > this.#maxBytes) {
      throw new AppError("FILE_EXPANDS_TOO_MUCH", { limit: LIMITS.partMegabytes });
    }
    const packed = this.#packed(entry);
    const plain = entry.method === DEFLATED ? inflate(packed, entry.bytes) : packed;
    if (plain.length !== entry.bytes || machineInUse().crc32(plain) !== entry.crc) {
      throw new AppError("FILE_DAMAGED", { detail: `${entry.name} 校验不符` });
    }
    return plain;
  }

  #packed(entry: ZipEntry): Uint8Array {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const header = entry.offset;
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      throw new AppError("FILE_DAMAGED", { detail: `压缩方法 ${entry.method} 不受支持` });
    }
    if (header + LOCAL_HEADER_BYTES > view.byteLength || view.getUint32(header, true) !== LOCAL_HEADER) {
      throw new AppError("FILE_DAMAGED", { detail: "压缩包目录与内容不符" });
    }
    const from = header + LOCAL_HEADER_BYTES + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (from + entry.packedBytes > view.byteLength) throw new AppError("FILE_DAMAGED", { detail: "压缩包不完整" });
    return this.#bytes.subarray(from, from + entry.packedBytes);
  }
}

function keyOf(name: string): string {
  const slashed = name.includes("\\") ? name.replaceAll("\\", "/") : name;
  return (slashed.startsWith("/") ? slashed.slice(1) : slashed).toLowerCase();
}
