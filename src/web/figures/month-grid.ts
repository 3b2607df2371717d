import type { ReplyOf } from "../../api/define-route.js";
import type { figureRoutes } from "../../api/figures.js";

export type Figures = ReplyOf<typeof figureRoutes.listFigures>;
export type Figure = Figures["figures"][number];
export type Asked = Figures["asked"][number];

/** What was typed and not saved yet, by cell; null takes nothing away: a figure that was entered is corrected, not deleted. */
export type Typed = ReadonlyMap<string, number | null>;

export interface CellPlace {
  readonly row: string;
  readonly column: string;
  readonly month: string;
}

export const keyOf = ({ row, column, month }: CellPlace): string => `${row}|${column}|${month}`;

/** The figures as they stand, by cell. */
export function standingFigures(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [keyOf(figure), figure]));
}

/** What is to be sent: cells whose number is another than the one that stands, each with the version it was read at. */
export function figuresToSend(typed: Typed, standing: ReadonlyMap<string, Figure>, reason: string) {
  return [...typed].flatMap(([key, value]) => {
    const there = standing.get(key);
    if (value === null || value === there?.value) return [];
    const [row = "", column = "", month = ""] = key.split("|");
    const version = there?.version ?? 0;
    return [{ row, column, month, value, version, ...(reason !== "" && there !== undefined ? { reason } : {}) }];
  });
}

/** The sum of a row over the months that have a figure; null where none has. */
export function totalOf({ row, column }: Asked, months: readonly string[], value: (key: string) => number | null): number | null {
  const values = months.flatMap((month) => value(keyOf({ row, column, month })) ?? []);
  return values.length === 0 ? null : Math.round(values.reduce((sum, one) => sum + one, 0) * 1e6) / 1e6;
}
