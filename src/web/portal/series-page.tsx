import type { ReportSeries, YearFigures } from "../../report/public-report.js";
import type { FigureColumn } from "./figure-groups.js";
import { FigureTable } from "./figure-table.js";
import { type Frame, PageFrame } from "./frame.js";
import { Legend } from "./legend.js";
import { reportPath } from "./report-list-page.js";

/** A picture with the table of the same figures beside it. */
export interface ChartWithTable {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence, for whoever does not see it. */
  readonly summary: string;
  /** Null where no figure is above zero. */
  readonly svg: string | null;
  /** As it was drawn; it is never shown much larger. */
  readonly width: number;
  readonly columns: readonly FigureColumn[];
}

interface SeriesPageProps {
  readonly frame: Frame;
  readonly series: ReportSeries;
  readonly charts: readonly ChartWithTable[];
}

/** Every year from the first report to the last: one without a report keeps its place, in picture and table, and is not passed over. */
export function yearsBetween({ years }: ReportSeries): { readonly year: number; readonly figures: YearFigures | null }[] {
  const of = new Map(years.map((one) => [one.year, one]));
  const first = Math.min(...of.keys());
  const last = Math.max(...of.keys());
  const count = of.size === 0 ? 0 : Math.min(last - first + 1, MOST_YEARS);
  return Array.from({ length: count }, (_, at) => last - count + 1 + at).map((year) => ({ year, figures: of.get(year) ?? null }));
}

/** Longer than there have been reports. */
const MOST_YEARS = 60;

/** The figures of an agency over the years: pictures that read well without scripts, each with its table. */
export function SeriesPage({ frame, series, charts }: SeriesPageProps) {
  return (
    <PageFrame frame={frame}>
      <h1>{series.agencyName}：历年变化</h1>
      <p class="lead">数字取自各年度报告。报告里空着的格，图上不画，表上写“未填”，不当作 0；本网站没有报告的年份照样留出位置。</p>
      {series.years.length === 0 && <p class="note">还没有可以画图的年度报告。</p>}
      {charts.map((chart) => (
        <section key={chart.id}>
          <h2>{chart.title}</h2>
          <Picture chart={chart} />
          <FigureTable
            title={chart.title}
            of={{ name: "年度", class: "year" }}
            columns={chart.columns}
            rows={yearsBetween(series).map(({ year, figures }) => ({
              key: String(year),
              head: figures === null ? year : <a href={reportPath(series.agencyId, year)}>{year}</a>,
              figures,
            }))}
          />
        </section>
      ))}
    </PageFrame>
  );
}

function Picture({ chart: { title, summary, columns, svg, width } }: { readonly chart: ChartWithTable }) {
  if (svg === null) return <p class="muted">各年各项都是 0 或者未填，不另画图，数字见下表。</p>;
  return (
    <figure class="sheet picture">
      <Legend columns={columns} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 asks for a way to scroll without a mouse */}
      <section class="wide" aria-label={`${title}：图`} tabIndex={0}>
        <div
          class="chart"
          role="img"
          aria-label={summary}
          style={{ maxInlineSize: `${(width * LARGER) / 16}rem`, minInlineSize: `${(width * SMALLER) / 16}rem` }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn on the server from numbers and our own labels
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </section>
      <figcaption class="small muted">{summary}</figcaption>
    </figure>
  );
}

/** How far a picture is stretched to the page, and how small it may become before it is moved under the finger. */
const LARGER = 1.6;
const SMALLER = 0.85;
