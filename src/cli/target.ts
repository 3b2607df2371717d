import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { ListingFormat } from "../writers/findings/listing.js";
import type { Output } from "./output.js";

/** Where a listing goes: the standard output, or a file. */
export interface Target {
  readonly path: string | null;
  write(part: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** What nobody can read on a terminal goes to a file of this name when no other is given. */
const DEFAULT_FILES: ReadonlyMap<ListingFormat, string> = new Map([
  ["html", "年报检查结果.html"],
  ["xlsx", "年报检查结果.xlsx"],
]);

export function openTarget(path: string | undefined, format: ListingFormat, output: Output): Target {
  const file = path ?? (output.isTerminal ? DEFAULT_FILES.get(format) : undefined);
  if (file === undefined) return { path: null, write: output.write, close: async () => undefined };
  const stream = createWriteStream(file);
  return {
    path: file,
    write: (part) => new Promise((resolve, reject) => stream.write(part, (error) => (error ? reject(error) : resolve()))),
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}
