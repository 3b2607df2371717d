import { createHash } from "node:crypto";
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { Unzip, UnzipInflate, UnzipPassThrough, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { z } from "zod";
import { AppError } from "../../errors.js";

const CHUNK = 1 << 20;
/** One part of a bundle; an attachment is at most 64 MB. */
const MOST_PART = 256 * (1 << 20);
const MOST_PARTS = 2_000_000;

const bundleManifest = z.strictObject({
  format: z.literal("yangguang-bundle"),
  version: z.literal(1),
  direction: z.enum(["to-portal", "to-office"]),
  signer: z.string().regex(/^[0-9a-f]{32}$/),
  after: z.int().min(0),
  upTo: z.int().min(0),
  madeAt: z.string(),
  rows: z.int().min(0),
  parts: z.array(z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) })),
});
export type BundleManifest = z.output<typeof bundleManifest>;

export interface BundlePart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const MANIFEST = "manifest.json";
export const SIGNATURE = "manifest.sig";
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Writes a bundle part by part, so that its size does not matter; it takes its name when it is complete and on the disk. */
export class BundleWriter {
  readonly #path: string;
  readonly #file: number;
  readonly #zip: Zip;
  #fault: Error | null = null;
  readonly parts: { name: string; sha256: string; size: number }[] = [];

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(`${path}.part`, "w", 0o600);
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#fault = error;
      else writeSync(this.#file, chunk);
    });
  }

  add(name: string, bytes: Uint8Array, { isPacked = false } = {}): void {
    this.parts.push({ name, sha256: sha256(bytes), size: bytes.length });
    this.#put(name, bytes, isPacked);
  }

  /** Ends the bundle with its list of parts and the signature over it. */
  finish(manifest: BundleManifest, signature: Uint8Array, manifestBytes: Uint8Array): void {
    if (manifest.parts !== this.parts) throw new Error("The list of parts is that of another bundle.");
    this.#put(MANIFEST, manifestBytes, false);
    this.#put(SIGNATURE, signature, true);
    this.#zip.end();
    if (this.#fault) throw this.#fault;
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(`${this.#path}.part`, this.#path);
  }

  abandon(): void {
    closeSync(this.#file);
    rmSync(`${this.#path}.part`, { force: true });
  }

  #put(name: string, bytes: Uint8Array, isPacked: boolean): void {
    const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    this.#zip.add(entry);
    entry.push(bytes, true);
    if (this.#fault) throw this.#fault;
  }
}

/** Reads the parts of a bundle one behind the other; no more than one of them is held. Throws BUNDLE_INVALID for what is no bundle. */
export async function readParts(path: string, take: (part: BundlePart) => Promise<void>): Promise<void> {
  const invalid = (detail: string, cause?: unknown) => new AppError("BUNDLE_INVALID", { path, detail }, { cause });
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw new AppError("FILE_NOT_FOUND", { path }, { cause: error });
  }
  try {
    const ready: BundlePart[] = [];
    const found: { fault: string | null; parts: number } = { fault: null, parts: 0 };
    const unzip = new Unzip((entry) => {
      found.parts += 1;
      if (found.parts > MOST_PARTS) found.fault = "部分太多";
      const chunks: Uint8Array[] = [];
      let size = 0;
      entry.ondata = (error, chunk, isLast) => {
        size += chunk?.length ?? 0;
        if (error || size > MOST_PART) {
          found.fault = error ? "压缩数据已损坏" : "有一部分过大";
          entry.terminate();
          return;
        }
        chunks.push(chunk);
        if (isLast) ready.push({ name: entry.name, bytes: Buffer.concat(chunks) });
      };
      entry.start();
    });
    unzip.register(UnzipInflate);
    unzip.register(UnzipPassThrough);
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(CHUNK);
    for (let at = 0; at < size; ) {
      const count = readSync(file, buffer, 0, CHUNK, at);
      if (count === 0) break;
      at += count;
      try {
        unzip.push(Uint8Array.from(buffer.subarray(0, count)), at >= size);
      } catch (error) {
        throw invalid("不是数据包，或者文件不完整", error);
      }
      if (found.fault !== null) throw invalid(found.fault);
      for (const part of ready.splice(0)) await take(part);
    }
    if (found.parts === 0) throw invalid("不是数据包，或者文件不完整");
  } finally {
    closeSync(file);
  }
}

export interface BundleHead {
  readonly manifest: BundleManifest;
  readonly manifestBytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Reads a bundle once through: its list, with every part proved to be there, whole, and the only one of its name. */
export async function readHead(path: string): Promise<BundleHead> {
  const invalid = (detail: string) => new AppError("BUNDLE_INVALID", { path, detail });
  const seen = new Map<string, { sha256: string; size: number }>();
  let manifestBytes: Uint8Array | null = null;
  let signature: Uint8Array | null = null;
  await readParts(path, async ({ name, bytes }) => {
    if (name === MANIFEST) manifestBytes = bytes;
    else if (name === SIGNATURE) signature = bytes;
    else if (seen.has(name)) throw invalid(`“${name}”重复`);
    else seen.set(name, { sha256: sha256(bytes), size: bytes.length });
  });
  const [list, signed] = [manifestBytes as Uint8Array | null, signature as Uint8Array | null]; // set in the callback, which the compiler does not follow
  if (list === null || signed === null) throw invalid("没有清单或者签名，文件可能不完整");
  const manifest = manifestOf(list);
  if (manifest === null) throw invalid("清单不符合格式，可能由更新的版本导出");
  for (const { name, sha256: expected, size } of manifest.parts) {
    const part = seen.get(name);
    if (part?.sha256 !== expected || part.size !== size) throw invalid(`“${name}”缺失或者与清单不符`);
  }
  if (seen.size !== manifest.parts.length) throw invalid("有清单以外的内容");
  return { manifest, manifestBytes: list, signature: signed };
}

function manifestOf(bytes: Uint8Array): BundleManifest | null {
  try {
    const parsed = bundleManifest.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
