import type { PlainDate } from "../../law/plain-date.js";
import { chineseNumeralDay, writtenDay } from "./written-day.js";

/** A line of a document, with the block it stands in. */
export interface DocumentLine {
  readonly text: string;
  readonly index: number;
}

/** What a document says of itself; null where it does not say. */
export interface DocumentMetadata {
  /** With the block it ends in: the text goes on behind it. */
  readonly title: { readonly text: string; readonly lastIndex: number } | null;
  readonly documentNumber: string | null;
  readonly madeOn: PlainDate | null;
  /** Where the day was not under the text but only in the imprint (版记), which is the day of printing. */
  readonly isDayOfPrinting: boolean;
  readonly maker: string | null;
}

/** Where the head of a document has its lines; the text goes on behind them. */
const HEAD_LINES = 14;
const FOOT_LINES = 14;

/** The title, number, maker and day of a document in the layout of GB/T 9704—2012: head above, signature below the text, imprint at the end. */
export function documentMetadata(lines: readonly DocumentLine[]): DocumentMetadata {
  const shown = lines.filter(({ text }) => text.trim() !== "").map(({ text, index }) => ({ text: text.trim(), index }));
  const head = shown.slice(0, HEAD_LINES).flatMap(parted);
  const numbered = head.find(({ text }) => numberIn(text) !== null);
  const title = titleIn(head.filter((line) => line !== numbered));
  const rest = title === null ? shown : shown.filter(({ index }) => index > title.lastIndex);
  const signature = signatureIn(rest.map(({ text }) => text));
  const printed = signature.madeOn === null ? imprintIn(rest.map(({ text }) => text)) : null;
  return {
    title,
    documentNumber: numbered === undefined ? null : numberIn(numbered.text),
    madeOn: signature.madeOn ?? printed?.on ?? null,
    isDayOfPrinting: signature.madeOn === null && printed !== null,
    maker: signature.maker ?? printed?.by ?? null,
  };
}

/** 发文机关代字、年份、序号; beside it an upward document names who signs it (签发人). A notice may have a number of the year alone. */
const NUMBER =
  /^([\p{Script=Han}]{1,16}[〔[［（(]\d{4}[〕\]］）)]第?\d{1,5}号|\d{4}年第\d{1,5}号|[\p{Script=Han}]{2,16}(?:公告|通告|令)第?\d{1,5}号)(?:签发人[：:].{0,40})?$/u;

function numberIn(text: string): string | null {
  return NUMBER.exec(text.replaceAll(/\s/g, ""))?.[1] ?? null;
}

const KINDS =
  "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|细则|方案|规划|预案|规则|计划|要点|条例|说明|解读";
const TITLE_END = new RegExp(`(?:${KINDS})(?:[（(][^）)]{1,20}[）)])?$`);
/** What a reader of pdf or text may have put on the line of the title: the number behind it, or whom the document addresses. */
const JOINED = new RegExp(`^([^。；]{4,100}(?:${KINDS})(?:[（(][^）)]{1,20}[）)])?)(\\d{4}年第\\d{1,5}号|[^。；，]{2,60}[：:])$`);

/** A line of the head, in two where title and number or addressee stand on one. */
function parted(line: DocumentLine): DocumentLine[] {
  const [, title, behind] = JOINED.exec(line.text.replaceAll(/\s/g, "")) ?? [];
  if (title === undefined || behind === undefined) return [line];
  // A sentence that ends in a colon is no title: 现将《……办法》通知如下：
  if (/^(?:现|经|为|根据|按照|附)/.test(title)) return [line];
  return [
    { text: title, index: line.index },
    { text: behind, index: line.index },
  ];
}

/** The lines of the head that make the title: from 关于 or a name of an agency to the kind of document. */
function titleIn(head: readonly DocumentLine[]): DocumentMetadata["title"] {
  const end = head.findIndex(({ text }) => TITLE_END.test(text.replaceAll(/\s/g, "")) && text.length <= 80);
  const last = head[end];
  if (last === undefined) return null;
  let from = end;
  // A title is broken into lines; what comes before it is a red head, a blank line or the number.
  while (from > 0 && from > end - 3 && isTitlePart(head[from - 1]?.text ?? "") && !/关于/.test(head[from]?.text ?? "")) from -= 1;
  if (/^关于/.test(head[from]?.text ?? "") && from > 0 && isAgency(head[from - 1]?.text ?? "")) from -= 1;
  const text = head
    .slice(from, end + 1)
    .map((line) => line.text.replaceAll(/\s/g, ""))
    .join("");
  return { text, lastIndex: last.index };
}

const isTitlePart = (text: string): boolean =>
  text.length > 2 && text.length <= 60 && !/[。；：:]$|文件$/.test(text) && numberIn(text) === null;

const isAgency = (text: string): boolean =>
  /(?:人民政府|委员会|办公[室厅]|局|厅|部|院)$/.test(text.replaceAll(/\s/g, "")) && text.length <= 40;

/** 落款: who signed, and under it or beside it the day. Annexes follow the signature, so the first one is that of the document. */
function signatureIn(texts: readonly string[]): Pick<DocumentMetadata, "madeOn" | "maker"> {
  for (const [at, text] of texts.entries()) {
    const [, beside, written] = /^(.{2,40}?(?:人民政府|委员会|办公[室厅]|局|厅|部|院))(.{8,15}日)$/.exec(plain(text)) ?? [];
    const day = dayIn(written ?? text);
    const above = texts[at - 1] ?? "";
    if (day !== null && beside !== undefined) return { madeOn: day, maker: beside };
    if (day !== null && isAgency(above)) return { madeOn: day, maker: plain(above) };
  }
  const foot = texts.slice(-FOOT_LINES);
  const days = foot.map(dayIn).filter((day) => day !== null);
  return { madeOn: days.at(-1) ?? null, maker: plain(foot.find(isAgency) ?? "") || null };
}

/** 版记: 印发机关 and 印发日期 at the end of the last page. */
function imprintIn(texts: readonly string[]): { readonly by: string | null; readonly on: PlainDate } | null {
  for (const [at, text] of texts.entries()) {
    const [, by = "", written = ""] = /^(.{0,40}?)(\d{4}年\d{1,2}月\d{1,2}日)印发$/.exec(plain(text)) ?? [];
    const on = writtenDay(written);
    if (on === null) continue;
    const above = texts[at - 1] ?? "";
    return { by: by !== "" ? by : isAgency(above) ? plain(above) : null, on };
  }
  return null;
}

const plain = (text: string): string => text.replaceAll(/\s/g, "");

function dayIn(text: string): PlainDate | null {
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(plain(text)) ? writtenDay(plain(text)) : chineseNumeralDay(plain(text));
}
