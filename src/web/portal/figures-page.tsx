import type { YearFigures } from "../../report/public-report.js";
import type { FigureGroup } from "./figure-groups.js";
import { FigureTable } from "./figure-table.js";
import { type Frame, PageFrame } from "./frame.js";
import { Legend } from "./legend.js";
import { reportPath } from "./report-list-page.js";

/** What an agency reported of the year that is shown. */
export interface AgencyFigures {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly figures: YearFigures;
}

interface FiguresPageProps {
  readonly frame: Frame;
  /** The years there are reports of, the newest first. */
  readonly years: readonly number[];
  readonly year: number;
  readonly rows: readonly AgencyFigures[];
  /** Agencies of this site that have no report of the year here. */
  readonly without: readonly string[];
  readonly groups: readonly { readonly group: FigureGroup; readonly picture: FigurePicture | null }[];
}

export interface FigurePicture {
  readonly svg: string;
  /** How many of the agencies it shows. */
  readonly shown: number;
}

/** 各机关数字: the agencies of this site beside each other, one year at a time, each picture with its table. */
export function FiguresPage({ frame, years, year, rows, without, groups }: FiguresPageProps) {
  return (
    <PageFrame frame={frame}>
      <h1>{year}年各机关数字</h1>
      <p class="lead">
        数字取自各机关的年度报告，一字不改。报告里空着的格写“未填”，不当作 0；政府的报告可能包括所属部门，所以不另作合计。
      </p>
      <ul class="chosen years" aria-label="年份">
        {years.map((one) => (
          <li key={one}>
            <a href={`/figures?year=${one}`} aria-current={one === year ? "true" : undefined}>
              {one}年
            </a>
          </li>
        ))}
      </ul>
      {groups.map(({ group, picture }) => (
        <section key={group.id}>
          <h2>{group.title}</h2>
          {picture === null ? (
            <p class="muted">各机关各项都是 0 或者未填，不另画图，数字见下表。</p>
          ) : (
            <figure class="sheet picture">
              <Legend columns={group.columns} />
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 asks for a way to scroll without a mouse */}
              <section class="wide from-left" aria-label={`${group.title}：图`} tabIndex={0}>
                <div
                  class="chart"
                  role="img"
                  aria-label={`${year}年各机关“${group.title}”，数字见下表`}
                  style={{ minInlineSize: "34rem" }}
                  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn on the server from numbers and escaped names
                  dangerouslySetInnerHTML={{ __html: picture.svg }}
                />
              </section>
              {picture.shown < rows.length && (
                <figcaption class="small muted">
                  图上是数字最大的 {picture.shown} 个机关，全部见下表；各项都是 0 或者未填的不画。
                </figcaption>
              )}
            </figure>
          )}
          <FigureTable
            title={group.title}
            of={{ name: "机关", class: "agency" }}
            columns={group.columns}
            rows={rows.map(({ agencyId, agencyName, figures }) => ({
              key: agencyId,
              head: <a href={reportPath(agencyId, year)}>{agencyName}</a>,
              figures,
            }))}
          />
        </section>
      ))}
      {without.length > 0 && (
        <p class="small muted after">
          本网站没有 {year} 年报告的机关：{without.join("、")}。
        </p>
      )}
      <p class="small muted after no-print">
        全部机关全部年度的数字：<a href="/data/figures.csv">表格（csv）</a>、<a href="/data/figures.json">json</a>。
      </p>
    </PageFrame>
  );
}
