import type { FigureGroup } from "../../web/portal/figure-groups.js";
import type { AgencyFigures, FigurePicture } from "../../web/portal/figures-page.js";
import { barChart } from "./bar-chart.js";

/** More bars than this are no picture. */
const MOST_BARS = 30;
const WIDTH = 760;
const ROW = 36;

/** The agencies of one year under each other, those with the most first; null where no figure is above zero. */
export function agencyChart({ columns, isWhole }: FigureGroup, rows: readonly AgencyFigures[]): FigurePicture | null {
  const sizeOf = ({ figures }: AgencyFigures) => columns.reduce((sum, { of }) => sum + (of(figures) ?? 0), 0);
  const shown = rows
    .filter((row) => sizeOf(row) > 0)
    .sort((one, other) => sizeOf(other) - sizeOf(one))
    .slice(0, MOST_BARS);
  if (shown.length === 0) return null;
  const height = shown.length * (isWhole ? ROW : ROW + columns.length * 6) + 40;
  const places = shown.map(({ agencyName, figures }) => ({ name: agencyName, figures }));
  return { svg: barChart({ width: WIDTH, height, columns, isWhole, isLying: true, places }), shown: shown.length };
}
