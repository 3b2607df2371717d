import { fillMessage } from "../document/message.js";
import { dayOf, type PlainDate } from "../law/plain-date.js";
import type { RowFault } from "./monthly-rows.js";
import { faultOfDocument } from "./normative-documents.js";
import type { NormativeDocument } from "./published-figure.js";

/** A document before it is written down. */
export type DocumentEntry = Pick<NormativeDocument, "kind" | "title" | "number" | "madeOn" | "publishedOn" | "repealedOn">;

const HEADS = {
  kind: ["类别", "种类", "类型", "文件类别", "文件种类", "文件类型"],
  title: ["标题", "名称", "文件名称", "文件标题", "文件名"],
  number: ["文号", "发文字号", "文件编号", "令号"],
  madeOn: ["制发日期", "制定日期", "成文日期", "印发日期"],
  publishedOn: ["公开日期", "公布日期", "发布日期"],
  repealedOn: ["废止日期", "失效日期", "废止(失效)日期", "废止或失效日期", "废止失效日期"],
} as const;
type Head = keyof typeof HEADS;

const KINDS: ReadonlyMap<string, DocumentEntry["kind"]> = new Map([
  ["规章", "rules"],
  ["部门规章", "rules"],
  ["政府规章", "rules"],
  ["地方政府规章", "rules"],
  ["规范性文件", "normative_docs"],
  ["行政规范性文件", "normative_docs"],
]);

const MESSAGES = {
  empty: "表中没有内容。",
  missingHead: "第一行没有“{head}”一列。",
  unknownHead: "认不出表头“{head}”，这一列没有读入。",
  sameHead: "“{head}”与前面的列重复，这一列没有读入。",
  unknownKind: "“{text}”不是规章，也不是行政规范性文件，这一行没有读入。",
  noTitle: "没有标题，这一行没有读入。",
  noDay: "没有制发日期，这一行没有读入。",
  badDay: "“{text}”不是日期，应写如“2025-03-01”或者“2025年3月1日”，这一行没有读入。",
  sameDocument: "与第 {row} 行是同一件文件，这一行没有读入。",
  wrongDays: "{reason}这一行没有读入。",
  tooMany: "行数超过 {limit} 行，其余没有读入。",
} as const;

const MOST_ROWS = 5000;
const MUST: readonly Head[] = ["kind", "title", "madeOn"];
const DAY = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/;

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** The documents of a sheet whose first row names the columns; what cannot be read is told, never guessed. Rows and columns count from 1. */
export function documentRows(grid: readonly (readonly string[])[]): { entries: DocumentEntry[]; faults: RowFault[] } {
  const faults: RowFault[] = [];
  const fault: Fault = (id, at, data = {}) =>
    faults.push({ row: at.row + 1, column: at.column + 1, message: fillMessage(MESSAGES[id], data) });
  const [head, ...rows] = grid;
  if (head === undefined) {
    fault("empty", { row: 0, column: 0 });
    return { entries: [], faults };
  }
  const columns = columnsOf(head, fault);
  const absent = MUST.filter((name) => !columns.has(name));
  for (const name of absent) fault("missingHead", { row: 0, column: 0 }, { head: HEADS[name][0] });
  if (absent.length > 0) return { entries: [], faults };
  if (rows.length > MOST_ROWS) fault("tooMany", { row: MOST_ROWS + 1, column: 0 }, { limit: MOST_ROWS });
  const entries: DocumentEntry[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of rows.slice(0, MOST_ROWS).entries()) {
    if (row.every((text) => plain(text) === "")) continue;
    const entry = entryOf({ row, columns, at: index + 1 }, fault);
    if (entry === null) continue;
    const key = documentKey(entry);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      fault("sameDocument", { row: index + 1, column: 0 }, { row: earlier + 1 });
      continue;
    }
    seen.set(key, index + 1);
    entries.push(entry);
  }
  return { entries, faults };
}

/** What makes two rows the same document: its number, or title and day where it has none. */
export function documentKey({ kind, number, title, madeOn }: DocumentEntry): string {
  return number === "" ? `${kind}|${plain(title)}|${madeOn}` : `${kind}|${plain(number)}`;
}

type Fault = (id: keyof typeof MESSAGES, at: { row: number; column: number }, data?: Record<string, string | number>) => void;

function columnsOf(head: readonly string[], fault: Fault): Map<Head, number> {
  const columns = new Map<Head, number>();
  for (const [column, text] of head.entries()) {
    const name = plain(text);
    if (name === "" || name === "序号") continue;
    const found = (Object.keys(HEADS) as Head[]).find((one) => HEADS[one].some((label) => label === name)); // the keys of HEADS
    if (found === undefined) fault("unknownHead", { row: 0, column }, { head: name });
    else if (columns.has(found)) fault("sameHead", { row: 0, column }, { head: name });
    else columns.set(found, column);
  }
  return columns;
}

interface Row {
  readonly row: readonly string[];
  readonly columns: ReadonlyMap<Head, number>;
  readonly at: number;
}

function entryOf({ row, columns, at }: Row, fault: Fault): DocumentEntry | null {
  const placeOf = (name: Head) => ({ row: at, column: columns.get(name) ?? 0 });
  const textOf = (name: Head): string => {
    const column = columns.get(name);
    return column === undefined ? "" : (row[column] ?? "").trim();
  };
  const kind = KINDS.get(plain(textOf("kind")));
  if (kind === undefined) {
    fault("unknownKind", placeOf("kind"), { text: textOf("kind") });
    return null;
  }
  const title = textOf("title").replace(/\s+/g, " ");
  if (title === "") {
    fault("noTitle", placeOf("title"));
    return null;
  }
  const days = (["madeOn", "publishedOn", "repealedOn"] as const).map((name) => {
    const text = plain(textOf(name));
    const day = dayIn(text);
    if (day === null && text !== "") fault("badDay", placeOf(name), { text });
    return { day, isBad: day === null && text !== "" };
  });
  const [made, published, repealed] = days;
  if (days.some(({ isBad }) => isBad)) return null;
  if (made === undefined || made.day === null) {
    fault("noDay", placeOf("madeOn"));
    return null;
  }
  const entry = {
    ...{ kind, title, number: textOf("number"), madeOn: made.day },
    ...{ publishedOn: published?.day ?? null, repealedOn: repealed?.day ?? null },
  };
  const reason = faultOfDocument(entry);
  if (reason === null) return entry;
  fault("wrongDays", placeOf("madeOn"), { reason });
  return null;
}

function dayIn(text: string): PlainDate | null {
  const match = DAY.exec(text);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}
