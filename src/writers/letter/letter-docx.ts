import { wordDocument, wordLines, wordParagraph } from "../office-document/word-document.js";
import type { LetterDraft } from "./letter-draft.js";
import { type LetterLayout, letterLayout } from "./letter-layout.js";

const CHARACTER = 320; // twips of one character of 16 pt
const LABEL_WIDTH = 2600;
const TEXT_WIDTH = 6244; // with the label 156 mm
const ROW_HEIGHT = 1000;

/** The letter as a Word document: 22 pt title, 16 pt text 28 pt from line to line, by fonts that offices have (GB/T 9704—2012). */
export function letterDocx(draft: LetterDraft): Uint8Array {
  const layout = letterLayout(draft);
  const { titleLines, number, addressee, paragraphs, attachments } = layout;
  const blocks = [
    wordLines("Title", titleLines),
    ...(number === null ? [] : [wordParagraph("LetterNumber", number)]),
    ...(addressee === null ? [] : [wordParagraph("Addressee", addressee)]),
    ...paragraphs.map((text, index) => wordParagraph("BodyText", text, index === paragraphs.length - 1 ? "<w:keepNext/>" : "")),
    ...formXml(layout),
    ...(attachments.length === 0 ? [] : [wordParagraph("BodyText", "", "<w:keepNext/>")]),
    ...attachments.map((text) => wordParagraph("BodyText", text, "<w:keepNext/>")),
    ...signOffXml(layout),
  ];
  return wordDocument(blocks, { title: draft.title, creator: draft.agencyName });
}

function signOffXml({ signOff }: LetterLayout): string[] {
  if (signOff.length === 0) return [];
  const room = [1, 2].map(() => wordParagraph("BodyText", "", "<w:keepNext/>")); // for the seal
  return [
    ...room,
    ...signOff.map(({ text, right }) => wordParagraph("Sealed", text, `<w:ind w:right="${Math.round(right * CHARACTER)}"/>`)),
  ];
}

function formXml({ form }: LetterLayout): string[] {
  if (form.length === 0) return [];
  const cell = (style: string, width: number, text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${wordParagraph(style, text)}</w:tc>`;
  const rows = form.map(
    ({ label, text }) =>
      `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${ROW_HEIGHT}" w:hRule="atLeast"/></w:trPr>${cell("FormLabel", LABEL_WIDTH, label)}${cell("FormText", TEXT_WIDTH, text)}</w:tr>`,
  );
  return [
    wordParagraph("BodyText", ""),
    `<w:tbl><w:tblPr><w:tblStyle w:val="StatutoryTable"/><w:tblW w:w="${LABEL_WIDTH + TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${LABEL_WIDTH}"/><w:gridCol w:w="${TEXT_WIDTH}"/></w:tblGrid>${rows.join("")}</w:tbl>`,
    wordParagraph("BodyText", ""),
  ];
}
