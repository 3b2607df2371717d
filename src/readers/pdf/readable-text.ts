import type { PageText } from "./page-text.js";

// Ideographs with their extensions and radicals, kana-free punctuation, full-width forms, letters, digits, the signs of office
// programs' bullets and numbered circles.
const KNOWN =
  /[\u0020-\u007e\u00a0\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2000-\u206f\u20ac\u2100-\u22ff\u2460-\u25ff\u2605\u2606\u2e80-\u2fdf\u3000-\u303f\u3200-\u33ff\u3400-\u9fff\uf000-\uf0ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

const MOSTLY = 0.6;

/** What the text layer of a page is good for. */
export type TextQuality = "none" | "garbage" | "readable";

/**
 * Tells a text layer one can read from one that names the wrong characters: a font without a ToUnicode table (ISO 32000-1,
 * 9.10) gives the numbers of its glyphs, which look like text and mean nothing.
 */
export function textQuality(text: PageText): TextQuality {
  const visible = text.raw.filter((glyph) => !glyph.isSpace);
  const all = visible.length;
  if (all === 0) return "none";
  const named = visible.filter((glyph) => KNOWN.test(glyph.text)).length;
  return named < all * MOSTLY ? "garbage" : "readable";
}
