import { wordDocument, wordLines, wordParagraph } from "../office-document/word-document.js";
import type { LetterDraft } from "./letter-draft.js";
import { type LetterLayout, letterLayout } from "./letter-layout.js";

const CHARACTER = 320; // twips of one character of 16 pt
const LABEL_WIDTH = 2600;
const TEXT_WIDTH = 6244; // with the label 156 mm
const ROW_HEIGHT = 900;
const CLOSE_TO_NUMBER = '<w:spacing w:before="0" w:after="140" w:line="700" w:lineRule="exact"/>';
const NEW_PAGE = "<w:pageBreakBefore/>";

/** The letter as a Word document: 22 pt title, 16 pt text 28 pt from line to line, by fonts that offices have (GB/T 9704—2012). */
export function letterDocx(draft: LetterDraft): Uint8Array {
  const layout = letterLayout(draft);
  const { titleLines, number, addressee, paragraphs, formTitle, attachments } = layout;
  const blocks = [
    wordLines("Title", titleLines, number === null ? "" : CLOSE_TO_NUMBER),
    ...(number === null ? [] : [wordParagraph("LetterNumber", number)]),
    ...(addressee === null ? [] : [wordParagraph("Addressee", addressee)]),
    ...paragraphs.map((text, index) => wordParagraph("BodyText", text, index === paragraphs.length - 1 ? "<w:keepNext/>" : "")),
    ...(formTitle === null ? formXml(layout) : []),
    ...(attachments.length === 0 ? [] : [wordParagraph("BodyText", "", "<w:keepNext/>")]),
    ...attachments.map((text) => wordParagraph("BodyText", text, "<w:keepNext/>")),
    ...signOffXml(layout),
    ...(formTitle === null ? [] : [wordParagraph("Title", formTitle, NEW_PAGE), ...formXml(layout)]),
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

function formXml({ form, formTitle, paragraphs }: LetterLayout): string[] {
  if (form.length === 0) return [];
  const cell = (style: string, width: number, text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${wordParagraph(style, text)}</w:tc>`;
  const rows = form.map(
    ({ label, text }) =>
      `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${ROW_HEIGHT}" w:hRule="atLeast"/></w:trPr>${cell("FormLabel", LABEL_WIDTH, label)}${cell("FormText", TEXT_WIDTH, text)}</w:tr>`,
  );
  return [
    ...(paragraphs.length === 0 || formTitle !== null ? [] : [wordParagraph("BodyText", "")]),
    `<w:tbl><w:tblPr><w:tblStyle w:val="StatutoryTable"/><w:tblW w:w="${LABEL_WIDTH + TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${LABEL_WIDTH}"/><w:gridCol w:w="${TEXT_WIDTH}"/></w:tblGrid>${rows.join("")}</w:tbl>`,
    '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="exact"/></w:pPr></w:p>', // a document may not end with a table
  ];
}
