// Puts the remedy matrix into docs/law/remedies.md; src/law/remedies/remedy-matrix.test.ts fails when they differ.
// Run by hand when the law of remedies changes: npm run build && node scripts/make-remedy-matrix.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { remedyMatrixTable } from "../dist/law/remedies/remedy-matrix.js";

const path = join(import.meta.dirname, "..", "docs", "law", "remedies.md");
const page = readFileSync(path, "utf8");
writeFileSync(
  path,
  page.replace(/<!-- matrix -->[\s\S]*?<!-- end -->/, () => `<!-- matrix -->\n\n${remedyMatrixTable()}\n\n<!-- end -->`),
);
