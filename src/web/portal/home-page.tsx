import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { ItemSummary } from "../../register/portal/public-item.js";
import type { ReportSummary } from "../../report/public-report.js";
import { chineseDate } from "./chinese-time.js";
import { ItemRows, SearchBox } from "./fragments.js";
import { agencyPath, COLUMNS, type Frame, PageFrame } from "./frame.js";

const COLUMN_WORDS = {
  guide: "信息怎样分类、怎样编排、怎样获取，找谁、何时、怎样联系",
  rules: "规定政府信息公开工作的法规、规章和文件",
  catalogue: "政府信息公开条例第二十条、第二十一条规定应当公开的信息",
  reports: "每年收到和处理多少申请，公开了什么，还有什么要改进",
} as const;

interface HomePageProps {
  readonly frame: Frame;
  readonly agencies: readonly PublicAgency[];
  readonly latest: readonly ItemSummary[];
  readonly reports: readonly ReportSummary[];
  readonly takesRequests: boolean;
}

/** The first page of the portal, or of one agency when there is one: find, the four columns, what is new, ask. */
export function HomePage({ frame, agencies, latest, reports, takesRequests }: HomePageProps) {
  const { agency, site } = frame;
  const base = agency === null ? "" : agencyPath(agency.id);
  return (
    <PageFrame frame={frame}>
      <div class="hero">
        <div>
          <h1>{agency?.name ?? site.name}</h1>
          <p class="lead">查找政府制发和保存的信息，读年度报告，没有找到的可以依法申请公开。</p>
          <SearchBox agencyId={agency?.id} />
        </div>
        <section class="entry" aria-labelledby="entry">
          <h2 id="entry">政府信息公开申请</h2>
          <p>{askWords(agency !== null, takesRequests)}</p>
          <p class="actions">
            <a class="button" href={agency === null ? "/ask" : `/ask/${encodeURIComponent(agency.id)}`}>
              提出申请
            </a>
            <a href="/status">查询办理进度</a>
          </p>
        </section>
      </div>
      <section aria-label="栏目">
        <ul class="cards four">
          {COLUMNS.map(({ id, name, path }) => (
            <li key={id}>
              <a class="card" href={`${base}/${path}`}>
                <b>{name}</b>
                <p>{COLUMN_WORDS[id]}</p>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <div class="section-head">
          <h2>最新公开</h2>
          <a href={`${base}/catalogue`}>
            全部<span class="hidden">公开的信息</span>
          </a>
        </div>
        <ItemRows items={latest} showsAgency={agency === null} empty="还没有公开的信息。" />
      </section>
      {reports.length > 0 && (
        <section>
          <div class="section-head">
            <h2>年度报告</h2>
            <a href={`${base}/reports`}>
              全部<span class="hidden">年度报告</span>
            </a>
          </div>
          <ul class="items">
            {reports.map(({ agencyId, agencyName, year, title, publishedAt }) => (
              <li key={`${agencyId}-${year}`}>
                <h3 class="title">
                  <a href={`/reports/${encodeURIComponent(agencyId)}/${year}`}>{title}</a>
                </h3>
                <div class="about">
                  <span>{agencyName}</span>
                  <span>{chineseDate(publishedAt)}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {agency === null && agencies.length > 1 && (
        <section id="agencies">
          <h2>各机关</h2>
          <ul class="cards three">
            {agencies.map(({ id, name, place }) => (
              <li key={id}>
                <a class="card" href={agencyPath(id)}>
                  <b>{name}</b>
                  {place.name !== null && <p>{place.name}</p>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PageFrame>
  );
}

function askWords(isOneAgency: boolean, takesRequests: boolean): string {
  if (!isOneAgency) return "没有公开的信息，可以向有关机关申请；不需要说明用途";
  return takesRequests ? "网上填写，当场得到回执；也可以打印表格，寄送或当面提交" : "打印申请表，寄送或当面提交";
}
