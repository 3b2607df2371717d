import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const CODE = /\.(?:tsx?|mjs)$/;
/** The library, and what starts a program by its path. */
const ENTRIES: ReadonlySet<string> = new Set(["src/index.ts"]);

const sources = new Map(
  ["src", "test", "bench", "scripts", "bin"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && (CODE.test(entry.name) || folder === "bin"))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(ROOT, path).replaceAll("\\", "/"), readFileSync(path, "utf8")] as const;
      }),
  ),
);

/** In which files each word stands. */
const filesOf = new Map<string, Set<string>>();
for (const [path, text] of sources) {
  for (const word of new Set(text.match(/[A-Za-z_$][\w$]*/g))) {
    const files = filesOf.get(word) ?? new Set();
    filesOf.set(word, files.add(path));
  }
}

test("every function, constant and class that is exported is wanted by another file", () => {
  const unwanted = [...sources].flatMap(([path, text]) => {
    if (!path.startsWith("src/") || path.includes(".test.") || ENTRIES.has(path)) return [];
    const names = [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name]) => name ?? "");
    return names.filter((name) => filesOf.get(name)?.size === 1).map((name) => `${path} ${name}`);
  });
  expect(unwanted).toEqual([]);
});
