import { PROVINCE_CODES } from "../identifiers/division-code.js";
import { idCardCheckCharacter } from "../identifiers/id-card.js";
import { dayOf } from "../plain-date.js";
import { masked, type PersonalDataKind } from "./mask.js";

/** Personal data in a text: where, what, and how sure. A person decides; "likely" wants a second look. */
export interface PersonalDatum {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sureness: "sure" | "likely";
}

/** Everything in a text that should be looked at before it is published, in the order of the text; found places do not overlap. */
export function findPersonalData(text: string): PersonalDatum[] {
  const plain = [...emailsIn(text), ...numbersIn(text)];
  // An address keeps its beginning when it is hidden, so no number may be inside it.
  const found = [...plain, ...addressesIn(withoutFound(text, plain))];
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: PersonalDatum[] = [];
  for (const datum of found) {
    if (datum.start >= (kept.at(-1)?.end ?? 0)) kept.push(datum);
  }
  return kept;
}

/** The text with what was found hidden. */
export function maskPersonalData(text: string, found: readonly PersonalDatum[] = findPersonalData(text)): string {
  let result = "";
  let from = 0;
  for (const datum of found) {
    result += text.slice(from, datum.start) + masked(datum.kind, datum.text);
    from = datum.end;
  }
  return result + text.slice(from);
}

/** The text with what was found turned into as many commas. */
function withoutFound(text: string, found: readonly PersonalDatum[]): string {
  let result = "";
  for (const { start, end } of found.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(result.length, start);
    result += "，".repeat(Math.max(0, end - result.length));
  }
  return result + text.slice(result.length);
}

/** A run of digits without a gap, with its place. */
interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const GROUP = /(?<![A-Za-z0-9０-９])[0-9０-９]{2,32}[XxＸｘ]?(?![A-Za-z0-9０-９])/g;
const GAP = /^[ \t　\-－—‐]$/;
/** Nobody writes a number in more pieces than this. */
const MOST_GROUPS = 6;

/** Numbers, also those written in groups: 138-1234-5678, 6222 0212 3456 7890 128. The longest reading wins. */
function* numbersIn(text: string): Generator<PersonalDatum> {
  const groups = [...text.matchAll(GROUP)].map(
    ({ 0: written, index }): DigitGroup => ({
      digits: written.normalize("NFKC").toUpperCase(),
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

function kindOfNumber(digits: string, { isGrouped, before }: Written): Pick<PersonalDatum, "kind" | "sureness"> | null {
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

function* emailsIn(text: string): Generator<PersonalDatum> {
  for (const { 0: found, index } of text.matchAll(/(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g)) {
    yield { kind: "email", start: index, end: index + found.length, text: found, sureness: "likely" };
  }
}

/** Where an address may end: the number of a house, a flat, a village group. */
const HOUSE = /[0-9０-９一二三四五六七八九十]{1,6}(?:号楼|号院|号|栋|幢|单元|室|户|组|弄|排)/g;
const AREA = /[\p{Script=Han}]{1,8}(?:省|自治区|市|州|盟|区|县|旗|街道|镇|乡)/u;

/** Addresses finer than a town or street office: a stretch without punctuation that names an area and ends in a house number. */
function* addressesIn(text: string): Generator<PersonalDatum> {
  for (const { 0: stretch, index } of text.matchAll(/[^，。；：、！？,;:!?\s“”"()（）《》]{6,80}/g)) {
    const last = [...stretch.matchAll(HOUSE)].at(-1);
    const area = AREA.exec(stretch);
    if (last === undefined || area === null || area.index + area[0].length > last.index) continue;
    // 〔2024〕5号 and 第5号 are numbers of documents.
    if (/[〕\]第]$/.test(stretch.slice(0, last.index))) continue;
    const from = Math.max(area.index, lead(stretch.slice(0, area.index + area[0].length)));
    const end = last.index + last[0].length;
    yield { kind: "address", start: index + from, end: index + end, text: stretch.slice(from, end), sureness: "likely" };
  }
}

/** How much of a stretch stands before the address: 现住, 住所地为, 位于. */
function lead(text: string): number {
  const words = [...text.matchAll(/住址为?|住所地?为?|现住|家住|住在|居住于?|位于|地址为?|寄至|寄往|户籍地?为?/g)].at(-1);
  return words === undefined ? 0 : words.index + words[0].length;
}
