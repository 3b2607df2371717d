import { chineseDay } from "../law/plain-date.js";
import type { Cell } from "../report/cell.js";
import { type ComposedReport, type ComposedValue, formatOf } from "../report/composed-report.js";
import { columnLabel, type Format, rowLabel, TABLE_IDS, type TableForm, type TableId } from "../report/format.js";
import { cellKey, type Passage, type Report } from "../report/report.js";

/** One place in which a file that was read says something else than the data it was written from. */
export interface Difference {
  /** 表三：（一）予以公开 · 自然人; 标题; 一、总体情况. */
  readonly where: string;
  readonly written: string;
  readonly read: string;
}

/** Where paragraphs end is seen, but not said, in a pdf and in plain text: they are compared section by section, other files paragraph by paragraph. */
export type TextUnit = "paragraph" | "section";

/**
 * Every difference between a report and what our own readers find in the file written from it: format, year, title, each cell of the
 * three tables, each paragraph of the sections, sign-off. White space is not compared: lines are wrapped in files.
 */
export function reportDifferences(composed: ComposedReport, read: Report, unit: TextUnit = "paragraph"): Difference[] {
  return [...factDifferences(composed, read), ...narrativeDifferences(composed, read, unit), ...tableDifferences(composed, read)];
}

function factDifferences(composed: ComposedReport, read: Report): Difference[] {
  const hasTables = composed.cells.length > 0;
  return [
    ...differing(
      "格式",
      composed.format,
      hasTables && !read.isFormatProved ? `${read.format.id}（未能由表头确认）` : read.format.id,
    ),
    ...differing("年度", String(composed.reportYear), String(read.reportYear?.value ?? "")),
    ...differing("标题", composed.title, read.title?.text ?? ""),
  ];
}

function narrativeDifferences(composed: ComposedReport, read: Report, unit: TextUnit): Difference[] {
  const paragraphsDiffer = unit === "paragraph" ? textDifferences : joinedDifferences;
  const { signOff, remarks } = composed;
  const closing = [...(signOff?.agency ? [signOff.agency] : []), ...(signOff?.on ? [chineseDay(signOff.on)] : []), ...remarks];
  const differences = [
    ...paragraphsDiffer("前言", composed.preface, read.preface),
    ...textDifferences(
      "各部分标题",
      composed.sections.map(({ heading }) => heading),
      read.sections.map(({ heading }) => heading),
    ),
    ...textDifferences("落款", closing, read.closing),
  ];
  composed.sections.forEach(({ heading, paragraphs, notes, id }, at) => {
    const section = read.sections[at];
    differences.push(...paragraphsDiffer(heading, [...paragraphs, ...notes], section?.paragraphs ?? []));
    differences.push(...differing(`“${heading}”所属部分`, id ?? "", section?.id ?? ""));
  });
  return differences;
}

function textDifferences(where: string, written: readonly string[], read: readonly Passage[]): Difference[] {
  const count = Math.max(written.length, read.length);
  return Array.from({ length: count }, (_, at) => at).flatMap((at) =>
    differing(count > 1 ? `${where}（第 ${at + 1} 段）` : where, written[at] ?? "", read[at]?.text ?? ""),
  );
}

function joinedDifferences(where: string, written: readonly string[], read: readonly Passage[]): Difference[] {
  return differing(where, written.join(""), read.map(({ text }) => text).join(""));
}

function tableDifferences(composed: ComposedReport, read: Report): Difference[] {
  const format = formatOf(composed);
  if (read.format.id !== format.id) return [];
  return TABLE_IDS.flatMap((table) => cellDifferences(composed, read, format, table));
}

function cellDifferences(composed: ComposedReport, read: Report, format: Format, table: TableId): Difference[] {
  const form = format.tables[table];
  const written = new Map(
    composed.cells.filter((cell) => cell.table === table).map((cell) => [cellKey(cell.row, cell.column), cell]),
  );
  const found = read.tables[table]?.cells ?? new Map<string, Cell>();
  const differences = [...new Set([...written.keys(), ...found.keys()])].flatMap((key) => {
    const [row = "", column = ""] = key.split("|");
    const where = `${form.heading}：${rowLabel(form, row)} · ${columnLabel(form, column)}`;
    const unit = form.columns.find(({ id }) => id === column)?.unit;
    return differing(where, writtenText(written.get(key), unit), readText(found.get(key)));
  });
  return [...differences, ...surplusDifferences(form, read)];
}

function surplusDifferences(form: TableForm, read: Report): Difference[] {
  return (read.tables[form.id]?.surplus ?? []).map(({ text }) => ({ where: `${form.heading}：表外`, written: "", read: text }));
}

/** A place of the form with no value is printed empty, and so is a blank one: both read as blank. */
const BLANK = "（空）";

function writtenText(value: ComposedValue | undefined, unit: string | undefined): string {
  if (value === undefined || value.kind === "blank") return BLANK;
  if (value.kind === "text") return `“${value.text}”`;
  return figure(value.value, value.unit ?? unit, value.note);
}

function readText(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === "blank") return BLANK;
  if (cell.kind === "unread") return `“${cell.raw}”`;
  return figure(cell.value, cell.unit, cell.note);
}

const figure = (value: number, unit = "", note = ""): string => `${value}${unit}${note && `（${note}）`}`;

/** The difference of two texts, if any. Notes are read in their compatibility form (NFKC), so both sides are compared in it. */
export function differing(where: string, written: string, read: string): Difference[] {
  const [left, right] = [flat(written), flat(read)];
  if (left === right) return [];
  const from = Math.max(0, firstDifference(left, right) - SHOWN_BEFORE);
  return [{ where, written: excerpt(left, from), read: excerpt(right, from) }];
}

const SHOWN_BEFORE = 8;
const SHOWN = 40;

/** What a person needs to find the place: not the whole of a long paragraph. */
const excerpt = (text: string, from: number): string =>
  `${from > 0 ? "…" : ""}${text.slice(from, from + SHOWN)}${from + SHOWN < text.length ? "…" : ""}`;

function firstDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}

const flat = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");
