import { createHash, type Hash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HandoverPlan, type HandoverSource, writeHandover } from "../../writers/handover/handover-package.js";

/** A numbered part on the disk. */
export interface WrittenPart {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Does something with a folder of its own, which is gone afterwards. */
export async function withTemporaryFolder<Outcome>(work: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "yangguang-handover-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a package to numbered files as it is made, so that memory holds one file of it and not the whole. */
export async function writeParts(
  source: Omit<HandoverSource, "begin">,
  folder: string,
): Promise<Omit<HandoverPlan, "parts"> & { readonly parts: readonly WrittenPart[] }> {
  const parts: OpenPart[] = [];
  try {
    const { items, files } = await writeHandover({
      ...source,
      begin(part) {
        close(parts.at(-1));
        const path = join(folder, `${part}.zip`);
        const file = openSync(path, "wx", 0o600);
        const open: OpenPart = { path, file, hash: createHash("sha256"), size: 0, isOpen: true };
        parts.push(open);
        return (chunk) => {
          for (let at = 0; at < chunk.length; ) at += writeSync(open.file, chunk, at);
          open.hash.update(chunk);
          open.size += chunk.length;
        };
      },
    });
    close(parts.at(-1));
    return { items, files, parts: parts.map(({ path, size, hash }) => ({ path, size, sha256: hash.digest("hex") })) };
  } catch (error) {
    close(parts.at(-1));
    throw error;
  }
}

interface OpenPart {
  readonly path: string;
  readonly file: number;
  readonly hash: Hash;
  size: number;
  isOpen: boolean;
}

/** A part is closed when the next begins. */
function close(part: OpenPart | undefined): void {
  if (part?.isOpen !== true) return;
  part.isOpen = false;
  closeSync(part.file);
}
