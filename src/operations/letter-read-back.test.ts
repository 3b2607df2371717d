import { describe, expect, test } from "vitest";
import { draftOf, LETTER_CASES } from "../../test/builders/letter.js";
import type { SourceDocument } from "../document/document.js";
import { letterDocx } from "../writers/letter/letter-docx.js";
import { letterLayout } from "../writers/letter/letter-layout.js";
import { letterPdf } from "../writers/letter/letter-pdf.js";
import { readDocument } from "./read-document.js";

const LETTERS = Object.keys(LETTER_CASES);

const paragraphsOf = ({ blocks }: SourceDocument): string[] =>
  blocks.flatMap((block) => (block.kind === "paragraph" && block.text.trim() !== "" ? [block.text.trim()] : []));

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

describe.each(LETTERS)("%s", (id) => {
  const draft = draftOf(id);
  const layout = letterLayout(draft);
  const printed = [
    layout.titleLines.join("\n"),
    ...(layout.number === null ? [] : [layout.number]),
    ...(layout.addressee === null ? [] : [layout.addressee]),
    ...layout.paragraphs,
    ...layout.attachments.map((line) => line.trim()),
    ...layout.signOff.map(({ text }) => text),
    ...(layout.formTitle === null ? [] : [layout.formTitle]),
  ];

  test("as docx it reads back paragraph for paragraph, its form cell for cell", async () => {
    const read = await readDocument(letterDocx(draft));
    expect(paragraphsOf(read)).toEqual(printed);
    const cells = read.blocks.flatMap((block) => (block.kind === "grid" ? block.cells.map(({ text }) => text.trim()) : []));
    expect(cells).toEqual(layout.form.flatMap(({ label, text }) => [label, text.trim()]));
  });
});

test.each(["L-EXTEND", "L-PARTIAL", "L-DELIVER"])("%s as pdf reads back with every word", async (id) => {
  const draft = draftOf(id);
  const layout = letterLayout(draft);
  const { blocks } = await readDocument(await letterPdf(draft));
  const text = plain(
    blocks
      .map((block) =>
        block.kind === "paragraph" ? block.text : block.kind === "grid" ? block.cells.map((cell) => cell.text).join("") : "",
      )
      .join("")
      .replace(/— \d+ —/g, ""),
  );
  const rows = layout.form.flatMap((row) => [row.label, row.text]);
  for (const words of [...layout.titleLines, layout.number ?? "", ...layout.paragraphs, ...rows])
    expect(text).toContain(plain(words));
});
