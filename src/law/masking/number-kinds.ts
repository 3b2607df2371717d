import { PROVINCE_CODES } from "../identifiers/division-code.js";
import { idCardCheckCharacter } from "../identifiers/id-card.js";
import { dayOf } from "../plain-date.js";
import type { PersonalDatum } from "./personal-datum.js";

/** A run of digits without a gap, with its place. */
interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const GROUP = /(?:(?<![A-Za-z0-9])|(?<=tel|phone|mobile|id|no|sfz))[0-9]{2,32}X?(?![A-Za-z0-9])/gi;
const GAP = /^[ \t\u00a0\u3000\-－—–‐]$/;
/** Nobody writes a number in more pieces than this. */
const MOST_GROUPS = 6;

/** Numbers, also those written in groups: 138-1234-5678, 6222 0212 3456 7890 128. The longest reading wins. */
export function* numbersIn(text: string): Generator<PersonalDatum> {
  const groups = [...text.matchAll(GROUP)].map(
    ({ 0: written, index }): DigitGroup => ({
      digits: written.toUpperCase(),
      start: index,
      end: index + written.length,
    }),
  );
  for (let first = 0; first < groups.length; ) {
    const { taken, datum } = longestNumber(text, groups, first);
    if (datum !== null) yield datum;
    first += taken;
  }
}

function longestNumber(text: string, groups: readonly DigitGroup[], first: number) {
  const start = groups[first]?.start ?? 0;
  let digits = "";
  let best: { taken: number; datum: PersonalDatum | null } = { taken: 1, datum: null };
  for (let taken = 1; taken <= MOST_GROUPS; taken++) {
    const group = groups[first + taken - 1];
    if (group === undefined) break;
    const before = groups[first + taken - 2];
    if (taken > 1 && !GAP.test(text.slice(before?.end, group.start))) break;
    digits += group.digits;
    const kind = kindOfNumber(digits, { isGrouped: taken > 1, before: text.slice(Math.max(0, start - 8), start) });
    if (kind !== null) best = { taken, datum: { ...kind, start, end: group.end, text: text.slice(start, group.end) } };
  }
  return best;
}

interface Written {
  readonly isGrouped: boolean;
  /** The characters before the number. */
  readonly before: string;
}

export function kindOfNumber(digits: string, { isGrouped, before }: Written): Pick<PersonalDatum, "kind" | "sureness"> | null {
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) return { kind: "mobile", sureness: "sure" };
  if (/^\d{17}[\dX]$/.test(digits) && isBirthday(digits.slice(6, 14)) && PROVINCE_CODES.has(digits.slice(0, 2))) {
    // A wrong check character is a number mistyped, still somebody's.
    return { kind: "id-card", sureness: idCardCheckCharacter(digits) === digits[17] ? "sure" : "likely" };
  }
  if (/^\d{15}$/.test(digits) && isBirthday(`19${digits.slice(6, 12)}`) && PROVINCE_CODES.has(digits.slice(0, 2))) {
    return { kind: "id-card", sureness: "likely" };
  }
  if (/^(?:62|4|5[1-5]|60|9[0-9])\d+$/.test(digits) && digits.length >= 16 && digits.length <= 19 && passesLuhn(digits)) {
    return { kind: "bank-card", sureness: /卡|账|帐|户/.test(before) || digits.startsWith("62") ? "sure" : "likely" };
  }
  const isArea = /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits);
  if (isArea && (isGrouped || /电话|联系|传真|[:：]$/.test(before))) return { kind: "landline", sureness: "likely" };
  return null;
}

function isBirthday(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  return year >= 1900 && year <= 2100 && dayOf(year, Number(digits.slice(4, 6)), Number(digits.slice(6, 8))) !== null;
}

/** The check of bank cards (ISO/IEC 7812, Luhn). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
