import { AppError } from "../../errors.js";
import { dayOf, daysInMonth } from "../../law/plain-date.js";
import type { MonthlyFigure } from "../../register/published-figure.js";
import { columnLabel, type Format, rowLabel } from "../../report/format.js";
import { FORMATS, formatForYear } from "../../report/formats/index.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import { loadFigures } from "../../storage/stores/figure-store.js";
import { loadSetting } from "../../storage/stores/setting-store.js";
import { type CountedAgency, countedAgency } from "../../tally/counted-agency.js";
import { type Office, todayIn } from "../office.js";
import { TALLY_SETTINGS, TALLY_SETTINGS_NAME } from "./opening-settings.js";

/** A figure the form of a year asks for. */
export interface AskedFigure {
  readonly row: string;
  readonly column: string;
  readonly label: string;
  readonly unit: string | null;
  /** The agency has no such power: nothing is asked, the cell is 0. */
  readonly isPowerless: boolean;
  /** Months that are over and not entered. */
  readonly missing: readonly string[];
}

export interface FiguresOfYear {
  readonly format: string;
  readonly asked: readonly AskedFigure[];
  /** The figures as they stand. */
  readonly figures: readonly MonthlyFigure[];
}

/** 上一年项目数量 is the length of a list: entered once if last year's report does not tell it. */
export const LENGTH_OF_LIST = "items_last_year";

/** What a form asks for by month: table two without the documents of 第二十条第（一）项. */
export function monthlyPlaces({ tables }: Format): { readonly row: string; readonly column: string }[] {
  return tables.proactive.rows
    .filter(({ id }) => !id.startsWith("art20_1."))
    .flatMap(({ id, columns }) => columns.map((column) => ({ row: id, column })));
}

/** The figures of a year as they stand, and which are still missing. */
export async function listFigures(
  office: Office,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<FiguresOfYear> {
  const format = formatOfYear(year);
  const stored = await loadAgency(office.database, agencyId);
  if (stored === null) throw new AppError("AGENCY_UNKNOWN", { id: agencyId });
  const standing = standingOf(await loadFigures(office.database, agencyId)).filter(({ month }) => month.startsWith(`${year}-`));
  const entered = new Set(standing.map(({ row, column, month }) => `${row}|${column}|${month}`));
  const due = monthsOver(office, year, countedAgency(stored.agency));
  const withoutPower = await rowsWithoutPower(office, agencyId);
  const form = format.tables.proactive;
  const asked = monthlyPlaces(format).map(({ row, column }): AskedFigure => {
    const isPowerless = withoutPower.includes(row);
    const isAsked = !isPowerless && column !== LENGTH_OF_LIST;
    return {
      row,
      column,
      label: labelOf(format, { row, column }),
      unit: unitOf(form.columns.find(({ id }) => id === column)?.kind),
      isPowerless,
      missing: isAsked ? due.filter((month) => !entered.has(`${row}|${column}|${month}`)) : [],
    };
  });
  return { format: format.id, asked, figures: standing };
}

/** Every figure that was ever recorded for one place and month, the first one first. */
export async function figureHistory(
  { database }: Office,
  place: { readonly agencyId: string; readonly row: string; readonly column: string; readonly month: string },
): Promise<MonthlyFigure[]> {
  const { agencyId, row, column, month } = place;
  const all = await loadFigures(database, agencyId);
  return all.filter((figure) => figure.row === row && figure.column === column && figure.month === month);
}

/** The rows of table two an agency has set as outside its powers. */
async function rowsWithoutPower({ database }: Office, agencyId: string): Promise<readonly string[]> {
  const setting = await loadSetting(database, agencyId, TALLY_SETTINGS_NAME);
  return setting === null ? [] : (TALLY_SETTINGS.parse(setting.value).withoutPower ?? []);
}

/** Of several figures for one place and month the last one. */
export function standingOf(figures: readonly MonthlyFigure[]): MonthlyFigure[] {
  const standing = new Map<string, MonthlyFigure>();
  for (const figure of figures) {
    const key = `${figure.row}|${figure.column}|${figure.month}`;
    const there = standing.get(key);
    if (there === undefined || there.sequence < figure.sequence) standing.set(key, figure);
  }
  return [...standing.values()];
}

/** The form of a year; OPTION_INVALID for a year before there was one. */
export function formatOfYear(year: number): Format {
  const format = formatForYear(year);
  if (format !== null) return format;
  throw new AppError("OPTION_INVALID", { option: "year", value: String(year), allowed: "2019 及以后" });
}

/** A place as people call it: 行政许可 · 处理决定数量. What one form does not have is called as another one calls it. */
export function labelOf(format: Format, { row, column }: { readonly row: string; readonly column: string }): string {
  const has = ({ tables }: Format): boolean => tables.proactive.rows.some(({ id }) => id === row);
  const { tables } = has(format) ? format : (FORMATS.find(has) ?? format);
  return `${rowLabel(tables.proactive, row)} · ${columnLabel(tables.proactive, column)}`;
}

const unitOf = (kind: string | undefined): string | null => (kind === "money" ? "万元" : null);

function monthsOver(office: Office, year: number, { from, until }: CountedAgency): string[] {
  const today = todayIn(office);
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
    const [first, last] = [dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month))];
    if (first === null || last === null || last >= today) return [];
    const isThere = (from === null || from <= last) && (until === null || until > first);
    return isThere ? [first.slice(0, 7)] : [];
  });
}
