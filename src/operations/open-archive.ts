import { readFile, stat } from "node:fs/promises";
import { AppError } from "../errors.js";
import { LIMITS } from "../readers/limits.js";
import { ZipArchive } from "../readers/zip/zip-archive.js";
import "./native-machine.js";
import type { FoundInput } from "./input-file.js";

let latest: { readonly path: string; readonly archive: ZipArchive } | null = null;

/** The files inside a zip archive whose names are wanted, in the order of their names. */
export async function listArchive(path: string, isWanted: (name: string) => boolean): Promise<FoundInput[]> {
  const { entries } = await openArchive(path);
  return entries
    .flatMap(({ name }, entry): Extract<FoundInput, { kind: "entry" }>[] =>
      isWanted(name) && !isHidden(name) ? [{ kind: "entry", name: `${path}/${name}`, archive: path, entry }] : [],
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The bytes of one file of an archive, by its index in the directory of the archive. */
export async function extractEntry(path: string, index: number): Promise<Uint8Array> {
  const archive = await openArchive(path);
  const entry = archive.entries[index];
  if (!entry) throw new AppError("FILE_NOT_FOUND", { path });
  return archive.read(entry);
}

/** The archive opened last is kept: a run asks for its files one after another. */
async function openArchive(path: string): Promise<ZipArchive> {
  if (latest?.path === path) return latest.archive;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError("FILE_NOT_FOUND", { path });
  const megabytes = Math.ceil(found.size / (1024 * 1024));
  if (megabytes > LIMITS.archiveMegabytes) throw new AppError("FILE_TOO_LARGE", { megabytes, limit: LIMITS.archiveMegabytes });
  const archive = new ZipArchive(await readFile(path), Number.POSITIVE_INFINITY);
  latest = { path, archive };
  return archive;
}

/** What Macs and Word leave in archives. */
function isHidden(name: string): boolean {
  return name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$") || part === "__MACOSX");
}
