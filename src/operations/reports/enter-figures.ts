import { randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import type { MonthlyFigure } from "../../register/published-figure.js";
import type { ColumnKind } from "../../report/format.js";
import { replaceFigures } from "../../storage/stores/figure-store.js";
import { loadSetting, replaceSetting } from "../../storage/stores/setting-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { staleRecord, staleSetting } from "../stale-record.js";
import { formatOfYear, labelOf, monthlyPlaces } from "./list-figures.js";
import { TALLY_SETTINGS, TALLY_SETTINGS_NAME } from "./opening-settings.js";

export interface FigureToEnter {
  readonly row: string;
  readonly column: string;
  /** "2025-03" */
  readonly month: string;
  readonly value: number;
  /** How many times it was recorded when it was read; 0 for never. */
  readonly version: number;
  readonly reason?: string | undefined;
}

export interface FiguresToEnter {
  readonly agencyId: string;
  readonly figures: readonly FigureToEnter[];
  /** Where they come from: a person, a file with its hash. */
  readonly source: string;
}

/** Records figures by month, all or none. A figure that somebody else corrected meanwhile is not written over. */
export async function enterFigures(office: Office, actor: Actor, input: FiguresToEnter): Promise<readonly MonthlyFigure[]> {
  const { agencyId, figures, source } = input;
  const faults = figures.flatMap((figure) => faultOf(office, figure) ?? []);
  if (faults.length > 0) throw new AppError("INPUT_INVALID", { fields: faults.slice(0, 5).join("；") }, { details: { faults } });
  const twice = figures.find((one, at) => figures.findIndex((other) => placeOf(other) === placeOf(one)) < at);
  if (twice !== undefined) throw new AppError("INPUT_INVALID", { fields: `${nameOf(twice)}填了两次` });
  const entered = figures.map(({ reason, ...figure }) => ({
    ...figure,
    id: randomUUID(),
    source,
    ...(reason !== undefined && reason.trim() !== "" && { reason: reason.trim() }),
  }));
  const saved = await replaceFigures(office.database, agencyId, { figures: entered, recordedBy: actor.id });
  if (saved.result === "written") return saved.figures;
  const [first] = saved.current;
  if (first === undefined) throw new Error("A stale figure has none that is newer.");
  throw await staleRecord(office, first, { what: nameOf(first), details: { current: saved.current } });
}

const placeOf = ({ row, column, month }: Pick<FigureToEnter, "row" | "column" | "month">) => `${row}|${column}|${month}`;

function nameOf({ row, column, month }: Pick<FigureToEnter, "row" | "column" | "month">): string {
  return `${labelOf(formatOfYear(Number(month.slice(0, 4))), { row, column })} ${month}`;
}

/** What is wrong with a figure, or null. */
export function faultOf(office: Office, figure: Pick<FigureToEnter, "row" | "column" | "month" | "value">): string | null {
  const { row, column, month, value } = figure;
  const format = formatOfYear(Number(month.slice(0, 4)));
  if (!monthlyPlaces(format).some((place) => place.row === row && place.column === column)) {
    return `${month.slice(0, 4)} 年的报告用${format.name}，表二没有“${labelOf(format, { row, column })}”这一格`;
  }
  if (month > todayIn(office).slice(0, 7)) return `${nameOf(figure)}：这个月还没有到`;
  const kind = format.tables.proactive.columns.find(({ id }) => id === column)?.kind ?? "count";
  const wrong = wrongValue(kind, value);
  return wrong === null ? null : `${nameOf(figure)}：${wrong}`;
}

const FEN_IN_TEN_THOUSAND_YUAN = 1e6;

function wrongValue(kind: ColumnKind, value: number): string | null {
  switch (kind) {
    case "count":
      return Number.isSafeInteger(value) && value >= 0 ? null : "应为 0 或者正整数";
    case "change":
      return Number.isSafeInteger(value) ? null : "应为整数";
    case "money": {
      const fen = value * FEN_IN_TEN_THOUSAND_YUAN;
      return value >= 0 && Math.abs(fen - Math.round(fen)) < 1e-3 ? null : "应为 0 或者正数，到分为止";
    }
    default:
      return kind satisfies never;
  }
}

/** Sets the rows of table two an agency has no power for (无此项职权): nothing is asked there, the cells are 0. */
export async function setPowers(
  { database }: Office,
  actor: Actor,
  { agencyId, withoutPower }: { readonly agencyId: string; readonly withoutPower: readonly string[] },
): Promise<readonly string[]> {
  const known = await loadSetting(database, agencyId, TALLY_SETTINGS_NAME);
  const before = known === null ? {} : TALLY_SETTINGS.parse(known.value);
  const rows = new Set(
    monthlyPlaces(formatOfYear(2021))
      .concat(monthlyPlaces(formatOfYear(2019)))
      .map(({ row }) => row),
  );
  const unknown = withoutPower.filter((row) => !rows.has(row));
  if (unknown.length > 0) throw new AppError("INPUT_INVALID", { fields: `表二没有这些行：${unknown.join("、")}` });
  const value = { ...before, withoutPower: [...new Set(withoutPower)] };
  const writer = { chain: agencyId, recordedBy: actor.id };
  const saved = await replaceSetting(database, writer, { name: TALLY_SETTINGS_NAME, value, version: known?.version ?? 0 });
  if (saved.result === "stale") throw await staleSetting({ database }, saved.current, "统计设置");
  return value.withoutPower;
}
