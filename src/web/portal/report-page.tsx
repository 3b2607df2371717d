import type { PublicReport } from "../../report/public-report.js";
import { chineseDate } from "./chinese-time.js";
import { Checksum, sizeText } from "./fragments.js";
import { type Frame, PageFrame } from "./frame.js";
import { reportPath } from "./report-list-page.js";

interface ReportPageProps {
  readonly frame: Frame;
  readonly found: PublicReport;
  /** The report as html, written by writers/annual-report: every text in it is escaped there. */
  readonly article: string;
  readonly years: readonly number[];
}

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  docx: "Word 文档",
  pdf: "pdf（版式）",
  xlsx: "Excel 表格",
  html: "网页",
  txt: "纯文本",
  json: "数据（json）",
  csv: "数据（csv）",
};

/** An annual report as a page, with every form it can be taken away in. */
export function ReportPage({ frame, found, article, years }: ReportPageProps) {
  const { summary, files, correction } = found;
  const base = reportPath(summary.agencyId, summary.year);
  return (
    <PageFrame frame={frame}>
      {summary.edition < summary.editions && (
        <div class="note warning" role="note">
          这一版已经更正，现行的是第 {summary.editions} 版。　<a href={base}>查看现行版</a>
        </div>
      )}
      {correction !== null && (
        <div class="note warning" role="note">
          这是第 {summary.edition} 版。更正理由：{correction}
          {"　"}
          {summary.edition > 1 && <a href={`${base}?edition=${summary.edition - 1}`}>查看上一版</a>}
        </div>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own writer, which escapes every text */}
      <article class="sheet report" dangerouslySetInnerHTML={{ __html: article }} />
      <section class="no-print">
        <h2>下载</h2>
        <ul class="files">
          {files.map(({ format, size, sha256 }) => (
            <li key={format}>
              <a href={`${base}/${summary.edition}/${format}`} download>
                {FORMAT_NAMES[format] ?? format}
              </a>
              <span class="muted small">{sizeText(size)}</span>
              <Checksum sha256={sha256} />
            </li>
          ))}
        </ul>
        <p class="small muted">{chineseDate(summary.publishedAt)}公布。各种格式写出后都读回核对过，与本页数字一致。</p>
      </section>
      <section class="no-print">
        <h2>其他年度</h2>
        <p>
          {years
            .filter((year) => year !== summary.year)
            .map((year) => (
              <span key={year}>
                <a href={reportPath(summary.agencyId, year)}>{year}年</a>{" "}
              </span>
            ))}
          <a href={`/reports/${encodeURIComponent(summary.agencyId)}`}>历年变化（图和表）</a>
        </p>
      </section>
    </PageFrame>
  );
}
