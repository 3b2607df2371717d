import type { PlainDate } from "../law/plain-date.js";
import { dayOf, daysInMonth } from "../law/plain-date.js";
import type { CellAddress } from "../report/format.js";
import type { CountedAgency } from "./counted-agency.js";
import { exactSum } from "./exact-sum.js";
import { openedFigure } from "./opened-figure.js";
import { explanationOf } from "./opening.js";
import type { CountedFigure, PublishedOfYear } from "./published-of-year.js";
import { blankReason, type OpeningDifference, type TalliedCell } from "./tally-result.js";

/** A list has a length, not a sum over the months. */
const LENGTH_OF_LIST = "items_last_year";
const MONEY = new Set(["amount_wan", "amount"]);
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A cell of table two that is entered or imported by month. A month nobody entered leaves the cell blank; a blank is never a 0. */
export function monthlyCell(year: PublishedOfYear, address: CellAddress, differences: OpeningDifference[]): TalliedCell {
  const entries = standingFigures(year, address);
  if (address.column === LENGTH_OF_LIST) return lengthCell(year, address, entries, differences);
  const missing = empowered(year, address).flatMap((agency) => {
    const entered = new Set(entries.filter(({ agencyId }) => agencyId === agency.agencyId).map(({ month }) => month));
    const months = monthsDue(year, agency).filter((month) => !entered.has(month));
    return months.length === 0 ? [] : [{ agency: agency.name ?? agency.agencyId, months }];
  });
  const records = entries.map(({ id }) => id);
  if (missing.length > 0) {
    const data = {
      agencies: missing.map(({ agency }) => agency).join("、"),
      months: monthsInWords(missing.flatMap(({ months }) => months)),
    };
    return { ...address, value: null, records, blank: blankReason("monthsMissing", data) };
  }
  return { ...address, value: exactSum(entries.map(({ value }) => value)), records, ...unitOf(year, address) };
}

/** The agencies that have something to enter in a row. */
function empowered({ agencies, settings }: PublishedOfYear, { row }: CellAddress): CountedAgency[] {
  return agencies.filter(({ agencyId }) => !settings.withoutPower.some((one) => one.agencyId === agencyId && one.row === row));
}

function unitOf({ form }: PublishedOfYear, { column }: CellAddress): Pick<TalliedCell, "unit"> {
  // Where the head of the column names the unit, as in the 2021 edition, the figure stands alone.
  const isNamed = form.columns.some(({ id, unit }) => id === column && unit !== undefined);
  return MONEY.has(column) && !isNamed ? { unit: "万元" } : {};
}

/** The entries for one cell as they stand: of two entries for a month the one written down last by the instant counts. */
function standingFigures(
  { figures, agencies, year, until, asOf }: PublishedOfYear,
  { row, column }: CellAddress,
): CountedFigure[] {
  const ids = new Set(agencies.map(({ agencyId }) => agencyId));
  const standing = new Map<string, CountedFigure>();
  for (const figure of figures) {
    if (figure.row !== row || figure.column !== column || !ids.has(figure.agencyId)) continue;
    if (figure.recordedAt > asOf || !figure.month.startsWith(`${year}-`) || figure.month > until.slice(0, 7)) continue;
    const key = `${figure.agencyId}|${figure.month}`;
    const earlier = standing.get(key);
    if (earlier === undefined || isLater(figure, earlier)) standing.set(key, figure);
  }
  return [...standing.values()].sort((one, other) => compare(one.month, other.month) || compare(one.agencyId, other.agencyId));
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

function isLater(one: CountedFigure, other: CountedFigure): boolean {
  return one.recordedAt === other.recordedAt ? one.sequence > other.sequence : one.recordedAt > other.recordedAt;
}

/** The months that are over by the end of the period and in which the agency existed. */
function monthsDue({ year, until }: PublishedOfYear, { from, until: end }: CountedAgency): string[] {
  return MONTHS.flatMap((month) => {
    const [first, last] = [dayIn(year, month, 1), dayIn(year, month, daysInMonth(year, month))];
    const isOver = last <= until;
    const isThere = (from === null || from <= last) && (end === null || end > first);
    return isOver && isThere ? [first.slice(0, 7)] : [];
  });
}

function dayIn(year: number, month: number, day: number): PlainDate {
  const found = dayOf(year, month, day);
  if (found === null) throw new RangeError(`There is no day ${year}-${month}-${day}.`);
  return found;
}

function monthsInWords(months: readonly string[]): string {
  const numbers = [...new Set(months)].sort().map((month) => Number(month.slice(5)));
  return `${numbers.join("、")}月`;
}

/** 上一年项目数量: as last year's report ended, or as it was entered for this year. */
function lengthCell(
  year: PublishedOfYear,
  address: CellAddress,
  entries: readonly CountedFigure[],
  differences: OpeningDifference[],
): TalliedCell {
  const agencies = empowered(year, address);
  const latest = new Map<string, CountedFigure>();
  for (const entry of entries) latest.set(entry.agencyId, entry);
  const entered = [...latest.values()];
  const records = entered.map(({ id }) => id);
  const isEntered = agencies.every(({ agencyId }) => latest.has(agencyId));
  const ledger = !isEntered ? null : entered.reduce((sum, { value }) => sum + value, 0);
  const opened = openedFigure(year, address);
  if (opened === null) {
    if (ledger !== null) return { ...address, value: ledger, records };
    const silent = agencies.filter(({ agencyId }) => !latest.has(agencyId));
    const data = { agencies: silent.map(({ agencyId, name }) => name ?? agencyId).join("、") };
    return { ...address, value: null, records, blank: blankReason("notEntered", data) };
  }
  const { agencyId, value: reported } = opened;
  if (ledger === null || ledger === reported) return { ...address, value: reported, records };
  const explanation = explanationOf(year.explanations, { ...address, agencyId });
  const printed = explanation === null ? "reported" : "ledger";
  differences.push({ ...address, agencyId, reported, ledger, records, printed, explanation });
  return { ...address, value: printed === "ledger" ? ledger : reported, records };
}
