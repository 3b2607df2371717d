import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { AppError } from "../errors.js";
import type { FoundInput } from "./input-file.js";
import { listArchive } from "./open-archive.js";

const READABLE = new Set([".docx", ".doc", ".wps", ".odt", ".pdf", ".html", ".htm", ".txt", ".md", ".xlsx"]);

/**
 * The reports that files, folders, globs and zip archives stand for, in the order they were given and by name inside each.
 * A file that is named is always taken, whatever its extension; in folders and archives the readable kinds are.
 */
export async function findInputs(patterns: readonly string[]): Promise<FoundInput[]> {
  const found: FoundInput[] = [];
  const seen = new Set<string>();
  for (const pattern of patterns) {
    for (const input of await inputsOf(pattern)) {
      const key = input.kind === "file" ? input.path : `${input.archive}\n${input.entry}`;
      if (!seen.has(key)) found.push(input);
      seen.add(key);
    }
  }
  return found;
}

async function inputsOf(pattern: string): Promise<FoundInput[]> {
  const entry = await stat(pattern).catch(() => null);
  if (entry?.isDirectory()) return nonEmpty(pattern, await inFolder(pattern));
  if (entry?.isFile()) return inFile(pattern);
  if (!isDynamicPattern(pattern)) throw new AppError("FILE_NOT_FOUND", { path: pattern });
  const paths = (await glob(pattern, { onlyFiles: true, expandDirectories: false })).sort();
  const inputs = await Promise.all(paths.map(inFile));
  return nonEmpty(pattern, inputs.flat());
}

async function inFile(path: string): Promise<FoundInput[]> {
  return extname(path).toLowerCase() === ".zip" ? listArchive(path, isReadable) : [{ kind: "file", name: path, path }];
}

async function inFolder(folder: string): Promise<FoundInput[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inputs: FoundInput[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue; // lock files of Word and WPS
    if (entry.isDirectory()) inputs.push(...(await inFolder(path)));
    else if (isReadable(entry.name) || extname(entry.name).toLowerCase() === ".zip") inputs.push(...(await inFile(path)));
  }
  return inputs;
}

function isReadable(name: string): boolean {
  return READABLE.has(extname(name).toLowerCase());
}

function nonEmpty(pattern: string, inputs: FoundInput[]): FoundInput[] {
  if (inputs.length === 0) throw new AppError("NO_FILES_MATCH", { pattern });
  return inputs;
}
