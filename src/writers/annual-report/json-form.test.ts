import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { addressesOf } from "../../report/format.js";
import { FORMATS } from "../../report/formats/index.js";
import { REPORT_FORM, SCHEMA_ID } from "./json-form.js";

const SCHEMA = join(import.meta.dirname, "..", "..", "..", "docs", "annual-report.schema.json");

const schema = () => ({ $id: SCHEMA_ID, ...z.toJSONSchema(REPORT_FORM, { target: "draft-2020-12" }) });

test("docs/annual-report.schema.json is the form that is written and read (vitest -u writes it anew)", async () => {
  await expect(`${JSON.stringify(schema(), null, 1)}\n`).toMatchFileSnapshot(SCHEMA);
});

test.each(FORMATS.map((format) => [format.id, format] as const))("the schema has a place for each cell of %s", (id, format) => {
  const shape = z.toJSONSchema(REPORT_FORM.options.find((option) => option.shape.format.value === id) ?? z.never());
  const places = JSON.stringify(shape);
  for (const { row, column } of addressesOf(format)) {
    expect(places).toContain(`"${row.startsWith("art20") ? row.split(".")[1] : row}":{`);
    expect(places).toContain(`"${column}":{`);
  }
});
