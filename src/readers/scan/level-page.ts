import { type GrayImage, turnBy, turnQuarters } from "./gray-image.js";
import { type InkImage, inkBelow, inkLevels } from "./ink.js";
import type { PageGeometry } from "./page-geometry.js";
import type { PageRaster } from "./page-raster.js";
import { onWhitePaper } from "./paper.js";
import { findTables, type RuledTable } from "./ruled-table.js";
import { findRulings } from "./rulings.js";
import { skewOf } from "./skew.js";

/** A page made level on white paper, with the tables drawn on it. */
export interface LevelPage {
  readonly geometry: PageGeometry;
  readonly dpi: number;
  /** What the engine reads: the grain of the paper taken away. */
  readonly image: GrayImage;
  readonly ink: InkImage;
  readonly tables: readonly RuledTable[];
}

const LEVEL_ENOUGH_DEGREES = 0.04; // a pixel and a half over the width of a page

/** Everything paler than the palest stroke becomes paper. */
function withoutGrain(image: GrayImage, level: number): GrayImage {
  const data = new Uint8Array(image.data.length);
  for (let at = 0; at < data.length; at++) {
    const shade = image.data[at] ?? 255;
    data[at] = shade >= level ? 255 : shade;
  }
  return { width: image.width, height: image.height, data };
}

/** Makes a page level and finds its tables; `quarters` turns a page first that was scanned lying on its side. */
export function levelPage(raster: PageRaster, quarters = 0): LevelPage {
  const clean = onWhitePaper(turnQuarters(raster.image, quarters));
  const levels = inkLevels(clean);
  const skewDegrees = skewOf(inkBelow(clean, levels.writing));
  const isLevel = Math.abs(skewDegrees) < LEVEL_ENOUGH_DEGREES;
  const level = isLevel ? clean : turnBy(clean, skewDegrees);
  const rulingInk = inkBelow(level, levels.ruling);
  const { width, height } = level;
  return {
    geometry: {
      page: raster.page,
      pixelsPerPoint: raster.pixelsPerPoint,
      width,
      height,
      quarters,
      skewDegrees: isLevel ? 0 : skewDegrees,
    },
    dpi: raster.dpi,
    image: withoutGrain(level, levels.ruling),
    ink: inkBelow(level, levels.writing),
    tables: findTables(rulingInk, findRulings(rulingInk, raster.dpi), raster.dpi),
  };
}
