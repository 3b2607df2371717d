import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { FontCoverage } from "./font-coverage.js";

/** The fonts that are embedded in every pdf; scripts/make-fonts.mjs cuts them. */
export interface EmbeddedFonts {
  readonly blobs: readonly Buffer[];
  /** Of the text font: the heading font falls back to it. */
  readonly coverage: FontCoverage;
}

const FOLDER = new URL("../../../assets/fonts/", import.meta.url);

let loaded: EmbeddedFonts | null = null;

/** The fonts, unpacked when first needed: 13 MB that most runs never use. */
export function embeddedFonts(): EmbeddedFonts {
  if (loaded) return loaded;
  const [serif, sans] = ["noto-serif-sc", "noto-sans-sc"].map((name) =>
    gunzipSync(readFileSync(new URL(`${name}.ttf.gz`, FOLDER))),
  );
  if (!serif || !sans) throw new Error("The fonts in assets/fonts are missing.");
  loaded = { blobs: [serif, sans], coverage: new FontCoverage(serif) };
  return loaded;
}
