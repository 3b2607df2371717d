import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { remedyMatrixTable } from "./remedy-matrix.js";

const PAGE = join(import.meta.dirname, "..", "..", "..", "docs", "law", "remedies.md");

test("docs/law/remedies.md holds the matrix as the law gives it; scripts/make-remedy-matrix.mjs writes it", () => {
  expect(readFileSync(PAGE, "utf8")).toContain(`<!-- matrix -->\n\n${remedyMatrixTable()}\n\n<!-- end -->`);
});

test("each line of the matrix has its articles", () => {
  for (const line of remedyMatrixTable().split("\n").slice(2)) expect(line).toMatch(/第.+条/);
});
