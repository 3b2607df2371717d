import { kindOfNumber } from "./number-kinds.js";
import type { PersonalDatum } from "./personal-datum.js";

/** A number written digit by digit or with dots and several blanks between: 1 3 8 1 2 3 4 5 6 7 8, 320102.19900101.1234. */
const SPREAD =
  /(?<![A-Za-z0-9.])[0-9]{1,6}(?:[ \u00a0\u3000\-－—–‐_.·•]{1,3}[0-9]{1,8}){1,20}(?:[ \u00a0\u3000-]{0,2}[Xx])?(?![A-Za-z0-9])/g;
/** A number cut by the end of a line or of a cell. */
const CUT =
  /(?<![A-Za-z0-9])[0-9]{1,18}(?:[ \t]{0,4}[\r\n]{1,2}[ \t\u3000]{0,4}[0-9]{1,17}){1,2}(?:[ \t]{0,4}[\r\n]{0,2}[Xx])?(?![A-Za-z0-9])/g;
const DIGITS_ALONE = /^[0-9](?:[^0-9]{1,3}[0-9])+[^0-9]{0,2}[Xx]?$/;

/**
 * Numbers whose digits do not stand together. Columns of figures look much the same, so only what its own check digit proves is told,
 * and a telephone number only when every digit stands alone.
 */
export function* scatteredNumbersIn(text: string): Generator<PersonalDatum> {
  for (const pattern of [SPREAD, CUT]) {
    for (const { 0: written, index } of text.matchAll(pattern)) {
      const digits = written.replace(/[^0-9Xx]/g, "").toUpperCase();
      const kind = kindOfNumber(digits, { isGrouped: true, before: text.slice(Math.max(0, index - 8), index) });
      if (kind?.sureness !== "sure" || !isTold(kind.kind, digits, written)) continue;
      yield { ...kind, start: index, end: index + written.length, text: written };
    }
  }
}

function isTold(kind: PersonalDatum["kind"], digits: string, written: string): boolean {
  if (kind === "id-card") return true;
  if (kind === "bank-card") return digits.startsWith("62") && digits.length === 19;
  return kind === "mobile" && !/[\r\n]/.test(written) && DIGITS_ALONE.test(written);
}
