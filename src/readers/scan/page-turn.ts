import type { GrayImage } from "./gray-image.js";
import { type LevelPage, levelPage } from "./level-page.js";
import type { MachineReading, OcrEngine } from "./machine-reading.js";
import { wordLines } from "./page-content.js";
import type { PageRaster } from "./page-raster.js";
import { readLinesOfWords } from "./word-reading.js";

const SAMPLE_LINES = 6;
const LEGIBLE = 0.75; // upright pages, also noisy ones, lie above; letters lying on their side far below
const CLEARLY_BETTER = 0.12;

/** How sure the engine was on the whole, long readings counting more; null when nothing was read. */
function legibility(readings: readonly MachineReading[]): number | null {
  const letters = readings.reduce((sum, reading) => sum + reading.text.length, 0);
  const sureness = readings.reduce((sum, reading) => sum + reading.confidence * reading.text.length, 0);
  return letters === 0 ? null : sureness / letters;
}

/** The longest lines of a page: the most telling ones. */
function sampleOf(page: LevelPage): GrayImage[] {
  return wordLines(page)
    .sort((a, b) => b.width / b.height - a.width / a.height)
    .slice(0, SAMPLE_LINES);
}

/**
 * The page turned the way it can be read, or null when no turn reads better than what was read.
 * Landscape tables are often scanned lying on their side, without a word about it in the file.
 */
export async function turnedToRead(
  engine: OcrEngine,
  raster: PageRaster,
  tried: { readonly quarters: number; readonly readings: readonly MachineReading[] },
): Promise<LevelPage | null> {
  const now = legibility(tried.readings);
  if (now === null || now >= LEGIBLE) return null;
  let best: { page: LevelPage; legible: number } | null = null;
  for (const turn of [1, 3, 2]) {
    const page = levelPage(raster, (tried.quarters + turn) % 4);
    const legible = legibility(await readLinesOfWords(engine, sampleOf(page))) ?? 0;
    if (legible > (best?.legible ?? 0)) best = { page, legible };
  }
  return best && best.legible > now + CLEARLY_BETTER ? best.page : null;
}
