import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { CheckedFile } from "../findings/checked-file.js";
import type { RunSummary } from "../findings/run-count.js";
import type { Listing } from "../writers/findings/listing.js";
import type { Target } from "./target.js";

/**
 * Writes a listing as the files come in. When its overview stands before the files but is known only after them,
 * the parts of the files wait in a temporary file, so that the memory of a long run stays flat.
 */
export async function writeListing(
  listing: Listing,
  files: AsyncIterable<CheckedFile>,
  target: Target,
  summary: () => RunSummary,
): Promise<void> {
  await target.write(listing.begin());
  if (listing.overview) await writeFilesAfter(listing, files, target, summary);
  else for await (const checked of files) await target.write(listing.file(checked));
  await target.write(listing.end(summary()));
  await target.close();
}

async function writeFilesAfter(
  listing: Listing,
  files: AsyncIterable<CheckedFile>,
  target: Target,
  summary: () => RunSummary,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "yangguang-"));
  try {
    const path = join(folder, "files");
    const spool = createWriteStream(path);
    for await (const checked of files) {
      if (!spool.write(listing.file(checked))) await new Promise<void>((resolve) => spool.once("drain", () => resolve()));
    }
    spool.end();
    await finished(spool);
    if (listing.overview) await target.write(listing.overview(summary()));
    for await (const part of createReadStream(path)) await target.write(part);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
