import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { composedReport } from "../../../test/builders/composed-report.js";
import { writeDocx } from "./write-docx.js";

const partsOf = (changes: Parameters<typeof composedReport>[0] = {}) =>
  new Map(Object.entries(unzipSync(writeDocx(composedReport(changes)))).map(([name, bytes]) => [name, strFromU8(bytes)]));

test("every part has a content type and every relationship a part", () => {
  const parts = partsOf();
  const types = parts.get("[Content_Types].xml") ?? "";
  for (const name of parts.keys())
    expect(name === "[Content_Types].xml" || name.endsWith(".rels") || types.includes(`PartName="/${name}"`)).toBe(true);
  const targets = [...(parts.get("word/_rels/document.xml.rels") ?? "").matchAll(/Target="([^"]+)"/g)].map(
    ([, target]) => `word/${target}`,
  );
  expect(targets).not.toEqual([]);
  for (const target of targets) expect([...parts.keys()]).toContain(target);
});

test("the heads of the long tables are repeated on the next page", () => {
  const document = partsOf().get("word/document.xml") ?? "";
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(6);
});

test("a title too long for a line is divided after the agency", () => {
  expect(partsOf().get("word/document.xml")).toContain("示例市青山区商务局</w:t></w:r><w:r><w:br/></w:r>");
});

test("signs of markup in a text stay text", () => {
  const document = partsOf({ preface: ['<w:p/> & "引号"\u0000'] }).get("word/document.xml") ?? "";
  expect(document).toContain("&lt;w:p/&gt; &amp; &quot;引号&quot;");
  expect(document).not.toContain("\u0000");
});

test("the same report gives the same bytes", () => {
  expect(writeDocx(composedReport())).toEqual(writeDocx(composedReport()));
});
