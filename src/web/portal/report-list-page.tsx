import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { ReportSummary } from "../../report/public-report.js";
import { chineseDate } from "./chinese-time.js";
import { type Frame, PageFrame } from "./frame.js";

interface ReportListPageProps {
  readonly frame: Frame;
  readonly agencies: readonly PublicAgency[];
  readonly reports: readonly ReportSummary[];
  /** The year that is shown; null for all. */
  readonly year: number | null;
  readonly path: string;
}

/** 政府信息公开年报: every year of every agency, with the ways to read it. */
export function ReportListPage({ frame, agencies, reports, year, path }: ReportListPageProps) {
  const years = [...new Set(reports.map((one) => one.year))].sort((one, other) => other - one);
  const shown = reports.filter((one) => year === null || one.year === year);
  const reporting = new Set(reports.map(({ agencyId }) => agencyId));
  return (
    <PageFrame frame={frame}>
      <h1>政府信息公开年报</h1>
      <p class="lead">
        上一年度的报告，县级以上人民政府部门在 1 月 31 日以前、县级以上人民政府在 3 月 31
        日以前公布（条例第四十九条）：主动公开了什么，收到多少申请、怎样答复，复议和诉讼的结果，问题和改进。
      </p>
      {years.length > 1 && (
        <ul class="chosen years" aria-label="年份">
          {[null, ...years].map((one) => (
            <li key={one}>
              <a href={one === null ? path : `${path}?year=${one}`} aria-current={one === year ? "true" : undefined}>
                {one === null ? "全部年度" : `${one}年`}
              </a>
            </li>
          ))}
        </ul>
      )}
      {shown.length === 0 ? <p class="note">{nothing(year)}</p> : <Reports reports={shown} />}
      <SeriesCards agencies={(frame.agency === null ? agencies : [frame.agency]).filter(({ id }) => reporting.has(id))} />
      {reports.length > 0 && (
        <p class="small muted after no-print">
          {frame.agency === null && agencies.length > 1 && (
            <>
              各机关的数字放在一起看：<a href="/figures">各机关数字</a>。
            </>
          )}
          全部年度报告的清单和数据见<a href="/open-data">开放数据</a>。
        </p>
      )}
    </PageFrame>
  );
}

function nothing(year: number | null): string {
  return year === null ? "还没有公布年度报告。" : `没有 ${year} 年的年度报告。`;
}

function Reports({ reports }: Pick<ReportListPageProps, "reports">) {
  return (
    <>
      <h2 class="hidden">报告列表</h2>
      <ul class="items">
        {reports.map((report) => (
          <li key={`${report.agencyId}-${report.year}`}>
            <h3 class="title">
              <a href={reportPath(report.agencyId, report.year)}>{report.title}</a>
              {report.edition > 1 && <span class="mark warning">第 {report.edition} 版</span>}
            </h3>
            <div class="about">
              <span>{report.agencyName}</span>
              <span>{chineseDate(report.publishedAt)}公布</span>
              {report.formats.map((format) => (
                <a key={format} href={`${reportPath(report.agencyId, report.year)}/${report.edition}/${format}`}>
                  {/* Whoever hears the links one after another hears of which report. */}
                  <span class="hidden">{`${report.agencyName}${report.year}年报告：`}</span>
                  {format}
                </a>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function SeriesCards({ agencies }: Pick<ReportListPageProps, "agencies">) {
  if (agencies.length === 0) return null;
  return (
    <section>
      <h2>历年变化</h2>
      <ul class="cards">
        {agencies.map(({ id, name }) => (
          <li key={id}>
            <a class="card" href={`/reports/${encodeURIComponent(id)}`}>
              <b>{name}</b>
              <p>历年收到和办理的申请、复议和诉讼，图和表</p>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function reportPath(agencyId: string, year: number): string {
  return `/reports/${encodeURIComponent(agencyId)}/${year}`;
}
