import { chineseDay } from "../../law/plain-date.js";
import { type LetterDraft, paragraphText } from "./letter-draft.js";

/** A line of the sign-off with its distance from the right margin, in characters. */
export interface SignOffLine {
  readonly text: string;
  readonly right: number;
}

/** A letter as it is printed, before any file format. */
export interface LetterLayout {
  readonly titleLines: readonly string[];
  readonly number: string | null;
  readonly addressee: string | null;
  readonly paragraphs: readonly string[];
  /** Where the form is a slip to be sent back, on a page of its own after the sign-off: its title. */
  readonly formTitle: string | null;
  readonly form: readonly { readonly label: string; readonly text: string }[];
  readonly attachments: readonly string[];
  readonly signOff: readonly SignOffLine[];
}

/** The parts of a letter in printed order (GB/T 9704—2012, 7.3). */
export function letterLayout(draft: LetterDraft): LetterLayout {
  const { agencyName, title, number, addressee, paragraphs, form, attachments, signOff, letterId } = draft;
  const hasAddressee = letterId !== "L-DELIVER" && letterId !== "L-3P-REPLY";
  const texts = paragraphs.map(paragraphText);
  return {
    titleLines: [agencyName, title],
    number,
    addressee: hasAddressee ? `${addressee}：` : null,
    paragraphs: texts,
    formTitle: letterId === "L-3P-ASK" ? "第三方意见回执" : null,
    form: form.map(({ label, text }) => ({ label, text })),
    attachments: attachmentLines(attachments),
    signOff: signOffLines(signOff),
  };
}

/** 附件：1．…; numbered only where there are several, without a mark at the end (7.3.4). */
function attachmentLines(names: readonly string[]): string[] {
  const plain = names.map((name) => name.trim().replace(/[。；，]+$/, "")).filter((name) => name !== "");
  if (plain.length < 2) return plain.map((name) => `附件：${name}`);
  return plain.map((name, index) => `${index === 0 ? "附件：" : "　　　"}${index + 1}．${name}`);
}

const DATE_RIGHT = 4; // 成文日期右空四字

/** The agency stands centred over the date, and the date four characters from the margin, for the seal to cover both (7.3.5.1). */
function sealedLines(agency: string, date: string): SignOffLine[] {
  const middle = DATE_RIGHT + widthOf(date) / 2;
  const right = Math.max(0, middle - widthOf(agency) / 2);
  const centre = right + widthOf(agency) / 2;
  return [
    { text: agency, right },
    { text: date, right: centre - widthOf(date) / 2 },
  ];
}

function signOffLines({ kind, agency, on }: LetterDraft["signOff"]): SignOffLine[] {
  switch (kind) {
    case "sealed":
      return sealedLines(agency, chineseDay(on));
    case "unsealed":
      return unsealedLines(agency, chineseDay(on));
    case "none":
      return [];
  }
}

const AGENCY_RIGHT = 2; // 右空二字

/** Without a seal the date begins two characters after the agency does; a date longer than the name keeps the margin itself (7.3.5.2). */
function unsealedLines(agency: string, date: string): SignOffLine[] {
  const longer = widthOf(agency) - widthOf(date);
  if (longer < 0) {
    return [
      { text: agency, right: 2 * AGENCY_RIGHT - longer },
      { text: date, right: AGENCY_RIGHT },
    ];
  }
  return [
    { text: agency, right: AGENCY_RIGHT },
    { text: date, right: longer },
  ];
}

/** In characters: figures are half as wide, and between a figure and a Chinese character both programs leave a quarter. */
function widthOf(text: string): number {
  const characters = [...text];
  const own = characters.reduce((width, character) => width + (isFigure(character) ? 0.5 : 1), 0);
  const seams = characters.filter((character, at) => at > 0 && isFigure(character) !== isFigure(characters[at - 1] ?? ""));
  return own + seams.length / 4;
}

const isFigure = (character: string): boolean => character <= "~";
