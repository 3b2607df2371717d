import { chineseDay, type PlainDate } from "../law/plain-date.js";
import type { Cell } from "../report/cell.js";
import {
  type ComposedCell,
  type ComposedReport,
  type ComposedSection,
  composedTables,
  composedValues,
  formatOf,
} from "../report/composed-report.js";
import type { Format, TableForm, TableId } from "../report/format.js";
import {
  cellKey,
  type FilledTable,
  type Passage,
  type PrintedLabel,
  type Report,
  type Section,
  type Told,
} from "../report/report.js";
import { agencyOfBody, agencyOfTitle } from "./find-agency.js";
import { findPeriod } from "./find-period.js";
import { findReportYear } from "./find-report-year.js";
import { headingMark } from "./heading-mark.js";

/**
 * The report that a reader would find in the file written from a composed report: so that the checks, which only know reports that were
 * read, run on a draft at any time of the year. Only what is printed is in it; a cell that is not in the list is not on the page.
 */
export function reportOf(composed: ComposedReport): Report {
  const format = formatOf(composed);
  const page = new Page();
  const title = composed.title === "" ? null : page.passage(composed.title);
  const preface = composed.preface.map((text) => page.passage(text));
  const tables: Partial<Record<TableId, FilledTable>> = {};
  const sections = composed.sections.map((section) => {
    const table = tableOf(composed, format, section);
    return sectionOn(page, section, (block) => {
      if (table !== null) tables[table] = filledTable(composed, format.tables[table], block);
    });
  });
  const closing = closingOn(page, composed);
  const overview = sections.filter(({ id }) => id === "overview").flatMap(({ paragraphs }) => paragraphs);
  const opening = [...preface, ...overview];
  const period = findPeriod(opening);
  return {
    source: { kind: "docx", name: composed.title },
    format,
    isFormatProved: true,
    title,
    agency: {
      title: title && agencyOfTitle(title),
      body: agencyOfBody([...preface, ...overview.slice(0, 3)]),
      signOff: closing.agency,
    },
    reportYear: findReportYear({ title, period, text: opening, metadata: new Map() }),
    period,
    signedOn: closing.signedOn,
    preface,
    sections,
    closing: closing.passages,
    tables,
    picturesIn: [],
    metadata: new Map(),
    notes: [],
  };
}

/** Counts the blocks and paragraphs of the page that is not written yet. */
class Page {
  #block = 0;
  #paragraph = 0;

  passage(text: string): Passage {
    this.#paragraph += 1;
    const heading = headingMark(text);
    return {
      text,
      place: { kind: "paragraph", paragraph: this.#paragraph },
      block: this.nextBlock(),
      blockCount: 1,
      ...(heading === null ? {} : { heading }),
    };
  }

  nextBlock(): number {
    this.#block += 1;
    return this.#block - 1;
  }
}

/** The table that stands in a section; each stands in its own section once. */
function tableOf(composed: ComposedReport, format: Format, { id }: ComposedSection): TableId | null {
  return composedTables(composed).find((table) => format.tables[table].section === id) ?? null;
}

function sectionOn(page: Page, { id, heading, paragraphs, notes }: ComposedSection, table: (block: number) => void): Section {
  const head = page.passage(heading);
  const above = paragraphs.map((text) => page.passage(text));
  table(page.nextBlock());
  return { id, heading: head, paragraphs: [...above, ...notes.map((text) => page.passage(text))] };
}

function filledTable(composed: ComposedReport, form: TableForm, block: number): FilledTable {
  const table = TABLE_NUMBER[form.id];
  const place = { kind: "cell", table, row: 1, column: 1 } as const;
  const values = composedValues(composed, form.id);
  const cells = new Map<string, Cell>();
  const labels = new Map<string, PrintedLabel>();
  const every = form.columns.map(({ id }) => id);
  const rows = [...form.rows, ...form.standIns.map(({ id, label }) => ({ id, label, columns: every }))];
  for (const [gridRow, row] of rows.entries()) {
    for (const [gridColumn, column] of row.columns.entries()) {
      const value = values.get(cellKey(row.id, column));
      if (value === undefined) continue;
      const at = {
        place: { kind: "cell", table, row: gridRow + 1, column: gridColumn + 1 } as const,
        block,
        gridRow,
        gridColumn,
      };
      cells.set(cellKey(row.id, column), cellWith(value, form, at));
      labels.set(row.id, { text: row.label, place, block });
    }
  }
  for (const { id, label } of form.columns) labels.set(id, { text: label, place, block });
  return { id: form.id, place, block, cells, labels, surplus: [] };
}

const TABLE_NUMBER: Readonly<Record<TableId, number>> = { proactive: 1, requests: 2, review_litigation: 3 };

function cellWith(cell: ComposedCell, form: TableForm, origin: Cell["origin"]): Cell {
  switch (cell.kind) {
    case "number": {
      const { value, note } = cell;
      const unit = cell.unit ?? form.columns.find(({ id }) => id === cell.column)?.unit;
      const raw = `${value}${cell.unit ?? ""}${note === undefined ? "" : `（${note}）`}`;
      return { kind: "number", raw, origin, value, ...(unit !== undefined && { unit }), ...(note !== undefined && { note }) };
    }
    case "blank":
      return { kind: "blank", raw: "", origin };
    case "text":
      return { kind: "unread", raw: cell.text, origin };
    default:
      return cell satisfies never;
  }
}

interface Closing {
  readonly passages: readonly Passage[];
  readonly agency: Told<string> | null;
  readonly signedOn: Told<PlainDate | null> | null;
}

function closingOn(page: Page, { signOff, remarks }: ComposedReport): Closing {
  const agency = tell(page, signOff?.agency ?? null, (name) => name);
  const signedOn = tell(page, signOff?.on ?? null, chineseDay);
  const passages = [agency?.passage ?? [], signedOn?.passage ?? [], remarks.map((text) => page.passage(text))].flat();
  return { passages, agency, signedOn };
}

function tell<Value>(page: Page, value: Value | null, print: (value: Value) => string): Told<Value> | null {
  if (value === null) return null;
  const passage = page.passage(print(value));
  return { value, passage, start: 0, end: passage.text.length };
}
