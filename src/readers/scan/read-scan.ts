import type { SourceDocument } from "../../document/document.js";
import { note } from "../../document/note.js";
import { AppError, isAppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { settleFigures } from "./figure-reading.js";
import { levelPage } from "./level-page.js";
import type { MachineReading, OcrEngine } from "./machine-reading.js";
import { type TextLine, withoutPageNumber } from "./narrative.js";
import { ocrEngine } from "./ocr-engine.js";
import { type ScannedPage, scanPage } from "./page-content.js";
import { type PageRaster, rasterPages } from "./page-raster.js";
import { turnedToRead } from "./page-turn.js";
import { type PagePieces, scanBlocks } from "./scan-blocks.js";
import { tableGrid } from "./table-grid.js";

const PAGES_AT_ONCE = 4; // pictures waiting for the engine; bounds the memory of a long scan

/** A page all of whose writing has been read once. */
interface ReadPage {
  readonly page: ScannedPage;
  readonly lines: readonly TextLine[];
  readonly figures: readonly MachineReading[];
  readonly words: readonly MachineReading[];
}

const answersOf = async (page: ScannedPage): Promise<ReadPage> => {
  const [lines, figures, words] = await Promise.all([page.lines, page.figures, page.words]);
  return { page, lines, figures, words };
};

/** Reads a page as it lies, and once more when another side turned up makes it legible. */
async function readPage(engine: OcrEngine, raster: PageRaster, quarters: number): Promise<ReadPage> {
  const read = await answersOf(scanPage(engine, levelPage(raster, quarters)));
  const turned = await turnedToRead(engine, raster, { quarters, readings: [...read.lines, ...read.words] });
  return turned ? await answersOf(scanPage(engine, turned)) : read;
}

async function readPages(engine: OcrEngine, bytes: Uint8Array): Promise<ReadPage[]> {
  const done: ReadPage[] = [];
  const waiting: Promise<ReadPage>[] = [];
  let quarters = 0; // a page mostly lies as the one before
  for await (const raster of rasterPages(bytes)) {
    const reading = readPage(engine, raster, quarters).then((read) => {
      quarters = read.page.geometry.quarters;
      return read;
    });
    reading.catch(() => {}); // whoever awaits it below sees the failure
    waiting.push(reading);
    if (waiting.length >= PAGES_AT_ONCE) done.push(await (waiting.shift() ?? reading));
    else await new Promise((resolve) => setImmediate(resolve)); // lets the engine's threads take their pictures
  }
  for (const reading of waiting) done.push(await reading);
  return done;
}

/** Weighs the figures of all pages together: the letters of one document look alike. */
async function settled(engine: OcrEngine, pages: readonly ReadPage[]): Promise<ReadPage[]> {
  const pictures = pages.map(({ page }) => page.tables.flatMap((table) => table.cells.flatMap((cell) => cell.figure)));
  const readings = await settleFigures(
    engine,
    pictures.flat(),
    pages.flatMap((page) => page.figures),
  );
  let from = 0;
  return pages.map((page) => {
    const figures = readings.slice(from, from + page.figures.length);
    from += figures.length;
    return { ...page, figures };
  });
}

function piecesOf({ page, lines, figures, words }: ReadPage): PagePieces {
  const { geometry } = page;
  const readings = { figures: figures.values(), words: words.values() };
  const tables = page.tables.map((table) => ({ top: table.table.ys[0] ?? 0, measured: tableGrid(table, readings, geometry) }));
  return { geometry, lines: withoutPageNumber(lines, geometry.height), tables };
}

/**
 * Reads a PDF whose pages are pictures: level pages, cells from the rulings, figures from one strip of digits a page,
 * words and running text by the Chinese data. Nothing is filled in from the form: what the engine is not sure of says so.
 */
export async function readScan(bytes: Uint8Array): Promise<SourceDocument> {
  if (bytes.length === 0) throw new AppError("FILE_EMPTY", {});
  if (bytes.length > LIMITS.fileMegabytes * 1e6) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(bytes.length / 1e6), limit: LIMITS.fileMegabytes });
  }
  const engine = await ocrEngine();
  try {
    const pages = await settled(engine, await readPages(engine, bytes));
    return { kind: "scan", blocks: scanBlocks(pages.map(piecesOf)), notes: [note("machineRead", {})], metadata: new Map() };
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("FILE_DAMAGED", { detail: "无法绘出页面" }, { cause });
  }
}
