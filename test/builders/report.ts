import { chineseDay, type PlainDate, parsePlainDate } from "../../src/law/plain-date.js";
import type { Cell, MoneyUnit } from "../../src/report/cell.js";
import { type Format, type SectionId, TABLE_IDS, type TableForm, type TableId } from "../../src/report/format.js";
import { annualReport2021 } from "../../src/report/formats/annual-report-2021.js";
import {
  cellKey,
  type FilledTable,
  type Passage,
  type Period,
  type PrintedLabel,
  type Report,
  type Section,
  type Told,
} from "../../src/report/report.js";
import { buildPassage } from "./passage.js";

/** A figure; null = blank; a text = unread; an object = a figure with a unit or a remark; undefined = not on the page. */
export type CellSpec =
  | number
  | null
  | string
  | undefined
  | { readonly value: number; readonly unit?: MoneyUnit; readonly note?: string };

/** The cells of some rows, in the order of the columns of each row. Every other cell is 0. */
export type TableSpec = Readonly<Record<string, readonly CellSpec[]>>;

export interface SectionSpec {
  readonly id: SectionId | null;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface ReportSpec {
  readonly format?: Format;
  readonly isFormatProved?: boolean;
  readonly kind?: Report["source"]["kind"];
  /** Full name of the agency, in title, preface and sign-off. */
  readonly agency?: string;
  readonly year?: number;
  /** null: the page has no title. */
  readonly title?: string | null;
  readonly preface?: readonly string[];
  /** Paragraphs by section; sections that are not named keep their default. */
  readonly sections?: Readonly<Partial<Record<SectionId, readonly string[]>>>;
  /** Headings by section, where they differ from the format. */
  readonly headings?: Readonly<Partial<Record<SectionId, string>>>;
  /** All sections as printed, instead of the six. */
  readonly sectionList?: readonly SectionSpec[];
  readonly closing?: readonly string[];
  /** How the agency is named in the body and the sign-off, where it differs; null: not found. */
  readonly bodyAgency?: string | null;
  readonly signOffAgency?: string | null;
  readonly titleAgency?: string | null;
  readonly reportYear?: number | null;
  readonly period?: readonly [from: string | null, to: string | null] | null;
  /** "2024-01-20"; null: no date. */
  readonly signedOn?: string | null;
  /** null: the table is not on the page. */
  readonly tables?: Readonly<Partial<Record<TableId, TableSpec | null>>>;
  readonly surplus?: Readonly<Partial<Record<TableId, readonly string[]>>>;
  readonly picturesIn?: readonly SectionId[];
  readonly metadata?: ReadonlyMap<string, string>;
}

const AGENCY = "威海市文登区商务局";

const DEFAULT_PARAGRAPHS = (agency: string, year: number): Readonly<Record<SectionId, readonly string[]>> => ({
  overview: [
    `${year}年，${agency}认真贯彻落实《中华人民共和国政府信息公开条例》，依法做好政府信息公开工作。`,
    "（一）主动公开。及时公开机构职能、政策文件和重点领域信息，群众查阅更加方便。",
    "（二）依申请公开。完善受理、审核、答复各环节的工作规范，依法保障公众获取信息的权利。",
    "（三）政府信息管理。落实发布审核制度，定期清理已经公开的信息。",
    "（四）政府信息公开平台建设。优化门户网站专栏，方便公众检索。",
    "（五）监督保障。明确分管领导和责任科室，组织业务培训，开展社会评议。",
  ],
  proactive: [],
  requests: [],
  review_litigation: [],
  problems: ["存在的问题是公开内容不够丰富。下一步将拓展公开渠道，提高公开质量。"],
  other: ["本年度未收取信息处理费，没有其他需要报告的事项。"],
});

/** Tables stand behind all passages, so that the order of findings is that of the document. */
const blockOfTable = (table: number): number => 1000 + table;

const cellOf = (spec: Exclude<CellSpec, undefined>, at: { table: number; row: number; column: number }): Cell => {
  const origin = {
    place: { kind: "cell" as const, table: at.table, row: at.row + 1, column: at.column + 1 },
    block: blockOfTable(at.table),
    gridRow: at.row,
    gridColumn: at.column,
  };
  if (spec === null) return { kind: "blank", raw: "", origin };
  if (typeof spec === "string") return { kind: "unread", raw: spec, origin };
  const filled = typeof spec === "number" ? { value: spec } : spec;
  return { kind: "number", raw: `${filled.value}${"unit" in filled ? filled.unit : ""}`, origin, ...filled };
};

function buildTable(form: TableForm, spec: TableSpec, surplus: readonly string[]): FilledTable {
  const table = TABLE_IDS.indexOf(form.id) + 1;
  const place = { kind: "cell" as const, table, row: 1, column: 1 };
  const replaced = new Set(form.standIns.filter(({ id }) => spec[id] !== undefined).flatMap(({ insteadOf }) => insteadOf));
  const rows = form.rows.filter(({ id }) => !replaced.has(id));
  const standIns = form.standIns
    .filter(({ id }) => spec[id] !== undefined)
    .map(({ id, label }) => ({ id, label, columns: form.columns.map((column) => column.id) }));
  const known = new Set([...rows, ...standIns].map(({ id }) => id));
  const unknown = Object.keys(spec).filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`The format has no row ${unknown.join(", ")} in ${form.id}.`);

  const cells = new Map<string, Cell>();
  const labels = new Map<string, PrintedLabel>();
  for (const [rowIndex, row] of [...rows, ...standIns].entries()) {
    const given = spec[row.id];
    for (const [columnIndex, column] of row.columns.entries()) {
      const value = given ? given[columnIndex] : 0;
      if (value !== undefined) cells.set(cellKey(row.id, column), cellOf(value, { table, row: rowIndex, column: columnIndex }));
    }
    labels.set(row.id, { text: row.label, place, block: blockOfTable(table) });
  }
  for (const column of form.columns) labels.set(column.id, { text: column.label, place, block: blockOfTable(table) });
  return {
    id: form.id,
    place,
    block: blockOfTable(table),
    cells,
    labels,
    surplus: surplus.map((text) => ({ text, place, block: blockOfTable(table) })),
  };
}

const tell = <Value>(passages: readonly Passage[], words: string, value: Value): Told<Value> | null => {
  const passage = passages.find(({ text }) => text.includes(words));
  if (!passage) return null;
  const start = passage.text.indexOf(words);
  return { value, passage, start, end: start + words.length };
};

const day = (text: string | null): PlainDate | null => (text === null ? null : parsePlainDate(text));

interface Texts {
  readonly title: Passage | null;
  readonly preface: readonly Passage[];
  readonly sections: readonly Section[];
  readonly closing: readonly Passage[];
}

function buildTexts(spec: ReportSpec, { format, agency, year }: { format: Format; agency: string; year: number }): Texts {
  const { title = `${agency}${year}年政府信息公开工作年度报告`, signedOn = `${year + 1}-01-20` } = spec;
  const signDay = day(signedOn);
  const {
    preface = [
      `根据《中华人民共和国政府信息公开条例》的规定，现公布${agency}${year}年政府信息公开工作年度报告。`,
      `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ],
    closing = [agency, ...(signDay ? [chineseDay(signDay)] : [])],
  } = spec;
  const defaults = DEFAULT_PARAGRAPHS(agency, year);
  const list: readonly SectionSpec[] =
    spec.sectionList ??
    format.sections.map(({ id, label }) => ({
      id,
      heading: spec.headings?.[id] ?? label,
      paragraphs: spec.sections?.[id] ?? defaults[id],
    }));
  let paragraphs = 0;
  const passage = (text: string): Passage => {
    paragraphs += 1;
    return buildPassage(text, paragraphs);
  };
  return {
    title: title === null ? null : passage(title),
    preface: preface.map(passage),
    sections: list.map(({ id, heading, paragraphs: texts }) => ({
      id,
      heading: passage(heading),
      paragraphs: texts.map(passage),
    })),
    closing: closing.map(passage),
  };
}

function tellPeriod(spec: ReportSpec, preface: readonly Passage[], year: number): Told<Period> | null {
  const { period = [`${year}-01-01`, `${year}-12-31`] } = spec;
  if (period === null) return null;
  const passage = preface.find(({ text }) => /1月1日|12月31日|统计期限/.test(text)) ?? preface[0];
  if (!passage) return null;
  return { value: { from: day(period[0]), to: day(period[1]) }, passage, start: 0, end: passage.text.length };
}

/**
 * A report for a test: complete, in agreement with itself and accepted by every check, but for what the test states.
 * All cells are 0 unless given.
 */
export function buildReport(spec: ReportSpec = {}): Report {
  const { format = annualReport2021, agency = AGENCY } = spec;
  const year = spec.year ?? (format.reportYears.to === null ? 2023 : format.reportYears.to);
  const texts = buildTexts(spec, { format, agency, year });
  const { title, preface, sections, closing } = texts;
  const tables = TABLE_IDS.flatMap((id) => {
    const given = spec.tables?.[id];
    return given === null ? [] : [[id, buildTable(format.tables[id], given ?? {}, spec.surplus?.[id] ?? [])] as const];
  });
  const { titleAgency = agency, bodyAgency = agency, signOffAgency = agency, reportYear = year } = spec;
  const { signedOn = `${year + 1}-01-20` } = spec;
  const signDay = day(signedOn);
  const body = [...preface, ...sections.flatMap(({ paragraphs }) => paragraphs)];
  return {
    source: { kind: spec.kind ?? "docx", name: "report.docx" },
    format,
    isFormatProved: spec.isFormatProved ?? true,
    title,
    agency: {
      title: title && titleAgency !== null ? tell([title], titleAgency, titleAgency) : null,
      body: bodyAgency === null ? null : tell(body, bodyAgency, bodyAgency),
      signOff: signOffAgency === null ? null : tell(closing, signOffAgency, signOffAgency),
    },
    reportYear: reportYear === null ? null : tell(title ? [title, ...body] : body, String(reportYear), reportYear),
    period: tellPeriod(spec, preface, year),
    signedOn: signDay === null ? null : tell(closing, chineseDay(signDay), signDay),
    preface,
    sections,
    closing,
    tables: Object.fromEntries(tables),
    picturesIn: spec.picturesIn ?? [],
    metadata: spec.metadata ?? new Map(),
    notes: [],
  };
}
