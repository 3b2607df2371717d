import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CORPUS = join(dirname(fileURLToPath(import.meta.url)), "..", "test", "corpus");

/** The corpus by kind: paths with their bytes. Scans apart from pdf with text. */
export function samplesByKind() {
  const kinds = new Map();
  for (const part of ["seeds", "real", "made"]) {
    for (const name of readdirSync(join(CORPUS, part)).sort()) {
      const kind = kindOf(name);
      if (kind === null) continue;
      const path = join(CORPUS, part, name);
      kinds.set(kind, [...(kinds.get(kind) ?? []), { path, bytes: new Uint8Array(readFileSync(path)) }]);
    }
  }
  return kinds;
}

function kindOf(name) {
  const extension = extname(name).slice(1);
  if (["json", "wps"].includes(extension) || /borderless/.test(name)) return null;
  if (/scan|no-tounicode/.test(name)) return "scan";
  return extension === "md" ? "txt" : extension;
}
