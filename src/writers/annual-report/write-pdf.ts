import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { AppError } from "../../errors.js";
import { chineseDay } from "../../law/plain-date.js";
import { type ComposedReport, composedTables } from "../../report/composed-report.js";
import type { TableId } from "../../report/format.js";
import { embeddedFonts } from "./embedded-fonts.js";
import { printedTable } from "./printed-table.js";
import { subHeading } from "./sub-heading.js";
import { titleLines } from "./title-lines.js";
import { TYPST_SOURCE } from "./typst-source.js";

const STANDARD = "a-2b"; // ISO 19005-2: every font embedded, nothing from outside; what an archive takes
const MOST_NAMED = 20;
/** What the engine has worked out is forgotten after so many reports that did not need it: fonts stay, texts do not pile up. */
const KEPT_RUNS = 5;

/** Writes the report as a PDF/A-2b in the layout of official documents. The engine is optional; without it PDF_ENGINE_MISSING. */
export async function writePdf(report: ComposedReport): Promise<Uint8Array> {
  const layout = JSON.stringify(layoutOf(report));
  refuseMissingCharacters(layout);
  const compiler = await typst();
  try {
    return new Uint8Array(
      compiler.pdf(
        { mainFileContent: TYPST_SOURCE, inputs: { report: layout } },
        { pdfStandard: STANDARD, creationTimestamp: 0 },
      ),
    );
  } catch (cause) {
    throw new AppError("PDF_NOT_WRITTEN", { detail: cause instanceof Error ? cause.message : String(cause) }, { cause });
  } finally {
    compiler.evictCache(KEPT_RUNS);
  }
}

let compiler: NodeCompiler | null = null;

async function typst(): Promise<NodeCompiler> {
  if (compiler) return compiler;
  const engine = await import("@myriaddreamin/typst-ts-node-compiler").catch((cause: unknown) => {
    throw new AppError("PDF_ENGINE_MISSING", {}, { cause });
  });
  compiler = engine.NodeCompiler.create({ fontArgs: [{ fontBlobs: [...embeddedFonts().blobs] }] });
  return compiler;
}

/** A character without glyph would be printed as an empty box, or not at all. */
function refuseMissingCharacters(text: string): void {
  const { coverage } = embeddedFonts();
  const missing = [...new Set(text)].filter(
    (character) => !/\s/u.test(character) && !coverage.has(character.codePointAt(0) ?? 0),
  );
  if (missing.length > 0) throw new AppError("PDF_CHARACTERS_MISSING", { characters: missing.slice(0, MOST_NAMED).join("") });
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
