import type { SourceDocument } from "../document/document.js";
import { traditionalCount } from "../document/normalise.js";
import { type Note, note } from "../document/note.js";
import type { SectionId, TableId } from "../report/format.js";
import { TABLE_IDS } from "../report/format.js";
import type { FilledTable, Report } from "../report/report.js";
import { doubted } from "./doubted.js";
import { fillReview } from "./fill-review.js";
import { fillTable } from "./fill-table.js";
import { agencyOfBody, agencyOfTitle } from "./find-agency.js";
import { findPeriod } from "./find-period.js";
import { findReportYear } from "./find-report-year.js";
import { openTables } from "./open-tables.js";
import { recogniseFormat } from "./recognise-format.js";
import { type Narrative, outlineOf, recogniseNarrative } from "./recognise-narrative.js";
import { tableLabels } from "./table-labels.js";
import { tableLineTest } from "./table-lines.js";

/**
 * Recognises the annual report in a document. The result holds what the page says and nothing else: figures whose column cannot
 * be proved are unread, blanks stay blank, sums never change a figure. Null when the document is no annual report.
 */
export function recogniseReport(document: SourceDocument, name: string): Report | null {
  const outline = outlineOf(document);
  const opened = openTables(document, outline.byBlock);
  const narrative = recogniseNarrative(document, outline, tableLineTest(opened, outline));
  const overview = narrative.sections.filter(({ id }) => id === "overview").flatMap(({ paragraphs }) => paragraphs);
  const opening = [...narrative.preface, ...overview];
  const period = findPeriod(opening);
  const reportYear = findReportYear({ title: narrative.title, period, text: opening, metadata: document.metadata });
  const { format, isProved } = recogniseFormat(opened, reportYear?.value ?? null);

  const notes: Note[] = [...document.notes];
  if (isTraditional(narrative)) notes.push(note("traditionalCharacters", {}));
  const tables: Partial<Record<TableId, FilledTable>> = {};
  for (const id of TABLE_IDS) {
    const fill = id === "review_litigation" ? fillReview : fillTable;
    const filling = fill(opened.get(id) ?? [], tableLabels(format, id));
    if (!filling) continue;
    const { table, notes: doubts } = doubted(filling, format.tables[id], document.kind);
    tables[id] = table;
    notes.push(...doubts);
  }
  if (!isReport(narrative, Object.keys(tables).length)) return null;

  return {
    source: { kind: document.kind, name },
    format,
    isFormatProved: isProved,
    title: narrative.title,
    agency: {
      title: narrative.title && agencyOfTitle(narrative.title),
      body: agencyOfBody([...narrative.preface, ...overview.slice(0, 3)]),
      signOff: narrative.signOff.agency,
    },
    reportYear,
    period,
    signedOn: narrative.signOff.signedOn,
    preface: narrative.preface,
    sections: narrative.sections,
    closing: narrative.signOff.closing,
    tables,
    picturesIn: picturesIn(document, outline.byBlock),
    metadata: new Map([...narrative.information, ...document.metadata]),
    notes,
  };
}

/** A report has a table of the form, or two of the six headings, or the title on the page: that of a web page alone proves nothing. */
function isReport({ sections, title }: Narrative, tableCount: number): boolean {
  const statutory = new Set(sections.flatMap(({ id }) => id ?? []));
  return tableCount > 0 || statutory.size >= 2 || (title !== null && title.blockCount > 0);
}

const MIRROR = 20;

/** True for a mirror in traditional characters: one or two may stand in any text. */
function isTraditional({ preface, sections }: Narrative): boolean {
  let count = 0;
  for (const { text } of [...preface, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])]) {
    count += traditionalCount(text, MIRROR);
    if (count >= MIRROR) return true;
  }
  return false;
}

function picturesIn(document: SourceDocument, headings: ReadonlyMap<number, SectionId | null>): SectionId[] {
  const found = new Set<SectionId>();
  let section: SectionId | null = null;
  document.blocks.forEach((block, index) => {
    if (headings.has(index)) section = headings.get(index) ?? null;
    if (block.kind === "picture" && section !== null) found.add(section);
  });
  return [...found];
}
