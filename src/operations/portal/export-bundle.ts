import { createHash } from "node:crypto";
import type { Database } from "../../storage/database.js";
import type { BundleSigner } from "../../storage/portal/bundle-keys.js";
import {
  type BundleDirection,
  type BundleRow,
  blobBytes,
  changedBlobs,
  changedRows,
  incomingRows,
  lastBundle,
  lastNumber,
  recordBundle,
} from "../../storage/portal/bundle-rows.js";
import { inOneSnapshot } from "../../storage/portal/in-one-snapshot.js";
import { type BundleManifest, BundleWriter } from "./bundle-file.js";

/** Rows in one part: enough to pack well, and little to hold. */
const PART_BYTES = 4 * (1 << 20);

export interface BundleExport {
  readonly path: string;
  readonly direction: BundleDirection;
  readonly signer: BundleSigner;
  /** Everything behind this number; null: behind the last bundle. 0 is all. */
  readonly since: number | null;
  readonly now: Date;
}

export interface ExportedBundle {
  readonly after: number;
  readonly upTo: number;
  readonly rows: number;
  readonly files: number;
}

/** Writes what changed since the last bundle, or what came in, as one signed file to be carried to the other network. */
export async function exportBundle({ db }: Pick<Database, "db">, asked: BundleExport): Promise<ExportedBundle> {
  const { path, direction, signer, since, now } = asked;
  const after = since ?? (await lastBundle(db, { direction, signedBy: signer.id }));
  const writer = new BundleWriter(path);
  try {
    const exported = await inOneSnapshot(db, async (trx) => {
      const upTo = await lastNumber(trx, direction === "to-portal" ? "changes" : "incoming");
      const span = { after: Math.min(after, upTo), upTo };
      const files = direction === "to-portal" ? await changedBlobs(trx, span) : [];
      // Before the rows that speak of them.
      for (const sha256 of files) writer.add(`files/${sha256}`, await blobBytes(trx, sha256), { isPacked: true });
      const rows = await writeRows(writer, direction === "to-portal" ? changedRows(trx, span) : incomingRows(trx, span));
      return { ...span, rows, files: files.length };
    });
    const manifest: BundleManifest = {
      ...{ format: "yangguang-bundle", version: 1, direction, signer: signer.id, after: exported.after, upTo: exported.upTo },
      ...{ madeAt: now.toISOString(), rows: exported.rows, parts: writer.parts },
    };
    const bytes = Buffer.from(JSON.stringify(manifest), "utf8");
    writer.finish(manifest, signer.sign(bytes), bytes);
    const manifestHash = createHash("sha256").update(bytes).digest();
    await recordBundle(db, { ...exported, direction, isOurs: true, manifestHash, signedBy: signer.id });
    return exported;
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

async function writeRows(writer: BundleWriter, rows: AsyncIterable<BundleRow>): Promise<number> {
  let lines: string[] = [];
  let bytes = 0;
  let count = 0;
  const flush = () => {
    if (lines.length === 0) return;
    const name = `rows/${String(writer.parts.length + 1).padStart(8, "0")}.ndjson`;
    writer.add(name, Buffer.from(lines.join(""), "utf8"));
    lines = [];
    bytes = 0;
  };
  for await (const row of rows) {
    const line = `${JSON.stringify(row)}\n`;
    lines.push(line);
    bytes += line.length;
    count += 1;
    if (bytes > PART_BYTES) flush();
  }
  flush();
  return count;
}
