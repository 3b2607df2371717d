import { type CellAddress, columnLabel, rowLabel } from "../report/format.js";
import type { Passage, Report } from "../report/report.js";
import { reportValues } from "./report-values.js";

/** Everything that was read, as plain JSON: each cell and each passage with its raw text and its place. */
export function reportJson(report: Report): unknown {
  const {
    format,
    source,
    isFormatProved,
    title,
    agency,
    reportYear,
    period,
    signedOn,
    preface,
    sections,
    closing,
    picturesIn,
    notes,
  } = report;
  return {
    source,
    format: { id: format.id, name: format.name, instrument: format.instrument, proved: isFormatProved },
    title: title && passageJson(title),
    agency,
    report_year: reportYear,
    period,
    signed_on: signedOn,
    preface: preface.map(passageJson),
    sections: sections.map(({ id, heading, paragraphs }) => ({
      id,
      heading: passageJson(heading),
      paragraphs: paragraphs.map(passageJson),
    })),
    closing: closing.map(passageJson),
    values: reportValues(report),
    cells: Object.values(report.tables).flatMap((table) =>
      [...table.cells].map(([key, cell]) => {
        const [row = "", column = ""] = key.split("|");
        const address: CellAddress = { table: table.id, row, column };
        const form = format.tables[table.id];
        return { ...address, label: `${rowLabel(form, row)} · ${columnLabel(form, column)}`, ...cell };
      }),
    ),
    pictures_in: picturesIn,
    metadata: Object.fromEntries(report.metadata),
    notes,
  };
}

function passageJson({ text, place, heading }: Passage): unknown {
  return heading ? { text, place, heading } : { text, place };
}
