import type { ReportSeries, YearFigures } from "../../report/public-report.js";
import { type Frame, PageFrame } from "./frame.js";
import { reportPath } from "./report-list-page.js";

/** A picture with the table of the same figures beside it. */
export interface ChartWithTable {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence, for whoever does not see it. */
  readonly summary: string;
  readonly svg: string;
  readonly columns: readonly FigureColumn[];
}

export interface FigureColumn {
  readonly name: string;
  readonly of: (year: YearFigures) => number | null;
}

interface SeriesPageProps {
  readonly frame: Frame;
  readonly series: ReportSeries;
  readonly charts: readonly ChartWithTable[];
}

/** The figures of an agency over the years: pictures that read well without scripts, each with its table. */
export function SeriesPage({ frame, series, charts }: SeriesPageProps) {
  return (
    <PageFrame frame={frame}>
      <h1>{series.agencyName}：历年变化</h1>
      <p class="lead">数字取自各年度报告。报告里空着的格，图上不画，表上写“未填”，不当作 0。</p>
      {series.years.length === 0 && <p class="note">还没有可以画图的年度报告。</p>}
      {charts.map((chart) => (
        <section key={chart.id}>
          <h2>{chart.title}</h2>
          <figure class="sheet picture">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 asks for a way to scroll without a mouse */}
            <section class="wide" aria-label={`${chart.title}：图`} tabIndex={0}>
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn on the server from numbers and our own labels */}
              <div class="chart" role="img" aria-label={chart.summary} dangerouslySetInnerHTML={{ __html: chart.svg }} />
            </section>
            <figcaption class="small muted">{chart.summary}</figcaption>
          </figure>
          <Figures series={series} columns={chart.columns} caption={chart.title} />
        </section>
      ))}
    </PageFrame>
  );
}

function Figures({
  series,
  columns,
  caption,
}: {
  readonly series: ReportSeries;
  readonly columns: readonly FigureColumn[];
  readonly caption: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 asks for a way to scroll without a mouse
    <section class="wide" aria-label={`${caption}：表`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="year">
              年度
            </th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" class="figure">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.years.map((year) => (
            <tr key={year.year}>
              <th scope="row" class="year">
                <a href={reportPath(series.agencyId, year.year)}>{year.year}</a>
              </th>
              {columns.map(({ name, of }) => (
                <td key={name} class="figure">
                  {of(year) ?? <span class="muted">未填</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
