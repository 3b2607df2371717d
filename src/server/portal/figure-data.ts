import type { ReportSeries, YearFigures } from "../../report/public-report.js";
import { FIGURE_GROUPS } from "../../web/portal/figure-groups.js";
import { reportPath } from "../../web/portal/report-list-page.js";
import { CSV_BEGINNING, csvLine } from "../../writers/csv-line.js";

const COLUMNS = FIGURE_GROUPS.flatMap(({ columns }) => columns);

/** What each figure is called, by its name in the data. */
export const FIGURE_NAMES = COLUMNS.map(({ id, name }) => ({ id, name }));

type FigureRecord = Readonly<Record<string, string | number | null>>;

/** One line for each report of each agency. A cell that is not filled in is null, never 0. */
export function figureRecords(all: readonly ReportSeries[], origin: string): FigureRecord[] {
  return all.flatMap(({ agencyId, agencyName, years }) =>
    years.map((figures) => ({
      ...{ agency_id: agencyId, agency: agencyName, year: figures.year },
      ...Object.fromEntries(COLUMNS.map(({ id, of }): [string, number | null] => [id, of(figures)])),
      url: `${origin}${reportPath(agencyId, figures.year)}`,
    })),
  );
}

/** The same as a table for Excel and WPS, with the heads people know. */
export function figureTable(all: readonly ReportSeries[], origin: string): string {
  const cells = (figures: YearFigures) => COLUMNS.map(({ of }) => String(of(figures) ?? ""));
  const head = csvLine(["机关编号", "机关", "年度", ...COLUMNS.map(({ name }) => name), "网页"]);
  const lines = all.flatMap(({ agencyId, agencyName, years }) =>
    years.map((figures) =>
      csvLine([agencyId, agencyName, String(figures.year), ...cells(figures), `${origin}${reportPath(agencyId, figures.year)}`]),
    ),
  );
  return CSV_BEGINNING + head + lines.join("");
}
