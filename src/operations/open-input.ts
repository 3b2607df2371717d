import { open, readFile } from "node:fs/promises";
import { AppError } from "../errors.js";
import { LIMITS } from "../readers/limits.js";
import type { InputFile } from "./input-file.js";
import { extractEntry } from "./open-archive.js";

/** The bytes of an input. Throws FILE_NOT_FOUND or FILE_TOO_LARGE before anything big is read. */
export async function bytesOfInput(input: InputFile): Promise<Uint8Array> {
  if (input.kind === "bytes") return input.bytes;
  if (input.kind === "entry") return extractEntry(input.archive, input.entry);
  const handle = await open(input.path).catch(() => null);
  if (handle === null) throw new AppError("FILE_NOT_FOUND", { path: input.name });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new AppError("FILE_NOT_FOUND", { path: input.name });
    const megabytes = Math.ceil(found.size / (1024 * 1024));
    if (megabytes > LIMITS.fileMegabytes) throw new AppError("FILE_TOO_LARGE", { megabytes, limit: LIMITS.fileMegabytes });
    return await readFile(handle);
  } finally {
    await handle.close();
  }
}
