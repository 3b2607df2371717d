// Writes src/document/traditional-characters.ts from the dictionary of opencc-js (a development dependency).
// Run by hand after updating that package: node scripts/make-traditional-characters.mjs
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import dictionary from "../node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js";

// A character of GB 2312 is one a mainland document may use as it stands (著, 乾, 瞭): it is never folded.
const standard = new Set();
const decoder = new TextDecoder("gbk");
for (let high = 0xb0; high <= 0xf7; high++) {
  for (let low = 0xa1; low <= 0xfe; low++) standard.add(decoder.decode(Uint8Array.of(high, low)));
}

const pairs = dictionary
  .split("|")
  .map((entry) => entry.split(" "))
  .filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to && !standard.has(from) && standard.has(to))
  .map(([from, to]) => from + to);

const lines = [];
for (let at = 0; at < pairs.length; at += 50) lines.push(pairs.slice(at, at + 50).join(""));

writeFileSync(
  join(import.meta.dirname, "..", "src", "document", "traditional-characters.ts"),
  `/**
 * Traditional characters, each followed by its simplified form. Only characters outside GB 2312 whose simplified form is inside it.
 * Derived from the OpenCC dictionary TSCharacters (Apache-2.0, see NOTICE) by scripts/make-traditional-characters.mjs.
 */
export const TRADITIONAL_CHARACTERS = \`
${lines.join("\n")}
\`;
`,
);
console.log(`${pairs.length} pairs`);
