import type { Cell } from "./cell.js";
import type { ComposedCell, ComposedReport, ComposedSection, ComposedValue, SignOff } from "./composed-report.js";
import { type ColumnForm, type SectionId, TABLE_IDS, type TableForm } from "./format.js";
import { cellKey, type FilledTable, type Passage, type Report, type Section } from "./report.js";

/**
 * The report to be written that says what a report that was read says: to write a report of another office, or of last year, anew.
 * Nothing is added or repaired; figures outside the form and the noise of converters are left behind.
 */
export function composedFrom(report: Report): ComposedReport {
  const { format, agency, title, reportYear } = report;
  const { signOff, remarks } = signOffOf(report);
  return {
    format: format.id,
    agency: (agency.title ?? agency.body ?? agency.signOff)?.value ?? "",
    reportYear: reportYear?.value ?? 0,
    title: title === null ? "" : oneLine(title.text),
    preface: report.preface.map(({ text }) => oneLine(text)),
    sections: report.sections.map((section) => sectionFrom(section, tableIn(report, section.id))),
    cells: TABLE_IDS.flatMap((id) => cellsFrom(format.tables[id], report.tables[id])),
    signOff,
    remarks,
  };
}

function tableIn({ tables }: Report, section: SectionId | null): FilledTable | undefined {
  return TABLE_IDS.map((id) => tables[id]).find((table) => table !== undefined && table.id === section);
}

function sectionFrom({ id, heading, paragraphs }: Section, table: FilledTable | undefined): ComposedSection {
  const isNote = ({ block }: Passage): boolean => table !== undefined && block > table.block;
  const texts = (passages: readonly Passage[]) => passages.map(({ text }) => oneLine(text));
  return {
    id,
    // The mark without what a converter left before it: 「[bookmark: _GoBack]一、总体情况」.
    heading: heading.heading ? oneLine(`${heading.heading.printed}${heading.heading.words}`) : oneLine(heading.text),
    paragraphs: texts(paragraphs.filter((passage) => !isNote(passage))),
    notes: texts(paragraphs.filter(isNote)),
  };
}

function cellsFrom(form: TableForm, table: FilledTable | undefined): ComposedCell[] {
  if (table === undefined) return [];
  const every = form.columns.map(({ id }) => id);
  const rows = [...form.rows, ...form.standIns.map(({ id }) => ({ id, columns: every }))];
  return rows.flatMap((row) =>
    row.columns.flatMap((column): ComposedCell[] => {
      const cell = table.cells.get(cellKey(row.id, column));
      if (cell === undefined) return [];
      return [
        {
          table: form.id,
          row: row.id,
          column,
          ...valueFrom(
            cell,
            form.columns.find(({ id }) => id === column),
          ),
        },
      ];
    }),
  );
}

function valueFrom(cell: Cell, column: ColumnForm | undefined): ComposedValue {
  switch (cell.kind) {
    case "number": {
      const { value, unit, note } = cell;
      const isOwnUnit = unit !== undefined && unit !== column?.unit;
      return { kind: "number", value, ...(isOwnUnit && { unit }), ...(note !== undefined && { note }) };
    }
    case "blank":
      return { kind: "blank" };
    case "unread":
      return { kind: "text", text: oneLine(cell.raw) };
    default:
      return cell satisfies never;
  }
}

function signOffOf({ agency, signedOn, closing }: Report): { signOff: SignOff | null; remarks: string[] } {
  const signs = [agency.signOff?.passage.block, signedOn?.passage.block];
  const remarks = closing.filter(({ block }) => !signs.includes(block)).map(({ text }) => oneLine(text));
  const signOff = { agency: agency.signOff?.value ?? null, on: signedOn?.value ?? null };
  return { signOff: signOff.agency === null && signOff.on === null ? null : signOff, remarks };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
