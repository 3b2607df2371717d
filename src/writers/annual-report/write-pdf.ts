import { chineseDay } from "../../law/plain-date.js";
import { type ComposedReport, composedTables } from "../../report/composed-report.js";
import type { TableId } from "../../report/format.js";
import { typesetPdf } from "../office-document/typeset-pdf.js";
import { printedTable } from "./printed-table.js";
import { subHeading } from "./sub-heading.js";
import { titleLines } from "./title-lines.js";
import { TYPST_SOURCE } from "./typst-source.js";

/** Writes the report as a PDF/A-2b in the layout of official documents. The engine is optional; without it PDF_ENGINE_MISSING. */
export async function writePdf(report: ComposedReport): Promise<Uint8Array> {
  return typesetPdf(TYPST_SOURCE, { report: layoutOf(report) });
}

function layoutOf(report: ComposedReport): unknown {
  const { title, agency, preface, sections, signOff, remarks } = report;
  return {
    title,
    titleLines: titleLines(report),
    agency,
    preface,
    sections: sections.map(({ id, heading, paragraphs, notes }) => ({
      heading,
      paragraphs: paragraphs.map((text) => ({ text, isHeading: isAlone(text) })),
      tables: composedTables(report)
        .filter((table) => table === id)
        .map((table) => tableLayout(report, table)),
      notes,
    })),
    signOff: [signOff?.agency, signOff?.on && chineseDay(signOff.on)].filter((line) => line),
    remarks,
  };
}

function isAlone(text: string): boolean {
  const heading = subHeading(text);
  return heading?.level === 2 && heading.length === text.length;
}

function tableLayout(report: ComposedReport, id: TableId): unknown {
  const { widths, rowCount, headRows, cells } = printedTable(report, id);
  return {
    widths,
    rowCount,
    headRows,
    cells: cells.map(({ row, column, rowSpan, columnSpan, text, role }) => ({
      x: column,
      y: row,
      rowspan: rowSpan,
      colspan: columnSpan,
      left: role === "label",
      text,
    })),
  };
}
