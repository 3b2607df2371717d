import type { MoneyUnit } from "../report/cell.js";

/** What the text of a cell says: a figure, nothing, or something that is no figure. */
export type Figure =
  | { readonly kind: "number"; readonly value: number; readonly unit?: MoneyUnit; readonly note?: string }
  | { readonly kind: "blank" }
  | { readonly kind: "unread" };

const BLANK: Figure = { kind: "blank" };
const UNREAD: Figure = { kind: "unread" };

const SHORT = /^\d{1,9}$/;
const NOTHING = /^(?:[-−‐‑‒–—―~/\\_]+|无|\/)?$/;
const SPACE = /[\s\p{Cf}\p{Cc}]+/gu;
/** Digits that only white space divides may be two figures. */
const TWO_FIGURES = /\d[\s\p{Cf}\p{Cc}]+\d/u;
const FIGURE =
  /^([-+−–]|增加?|减少?)?(0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3}){1,4})(\.\d{1,10})?(万元|元|件|条|项|宗|起|次|个|部)?(?:\((.{1,60})\))?$/u;
/** Far longer than any figure with its remark. */
const LONGEST = 120;
/** Most cells that are no figure are labels: told by their first two signs, without folding them. */
const LABEL = /^(?![增减无零〇])\p{Script=Han}\p{Script=Han}/u;
const MINUS = new Set(["-", "−", "–", "减", "减少"]);

/**
 * Reads a cell as offices fill it in: 「0」, 「1,204」, 「１２」, 「+2」, 「减1」, 「347.92 万元」, 「22（其中修订16件）」.
 * A dash, a slash, 「无」 and an empty cell are blank, never zero. Anything else is left for a person: 「1,2」, 「约5件」, 「007」.
 */
export function readFigure(text: string): Figure {
  if (SHORT.test(text) && (text.length === 1 || text[0] !== "0")) return { kind: "number", value: Number(text) };
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || LABEL.test(trimmed)) return UNREAD;
  const folded = trimmed.normalize("NFKC");
  const bare = folded.replace(SPACE, "");
  if (NOTHING.test(bare)) return BLANK;
  if (bare === "〇" || bare === "零") return { kind: "number", value: 0 };
  if (TWO_FIGURES.test(folded)) return UNREAD;
  const match = FIGURE.exec(bare);
  if (!match) return UNREAD;
  const [, sign = "", digits = "", decimals = "", unit, note] = match;
  const size = Number(digits.replaceAll(",", "") + decimals);
  if (size > Number.MAX_SAFE_INTEGER) return UNREAD;
  const value = size !== 0 && MINUS.has(sign) ? -size : size;
  return {
    kind: "number",
    value,
    ...(unit === "万元" || unit === "元" ? { unit } : {}),
    ...(note === undefined ? {} : { note }),
  };
}
