import { chineseMinute } from "./chinese-time.js";
import { type Frame, PageFrame } from "./frame.js";

interface OpenDataPageProps {
  readonly frame: Frame;
  readonly licence: string;
  readonly changedAt: string | null;
}

const FILES = [
  ["/data/items.csv", "公开信息（csv）", "索引号、名称、文号、机关、分类、有效性、日期和永久地址，Excel、WPS 可以直接打开"],
  ["/data/items.jsonl", "公开信息（json，一行一条）", "内容同上；每条的全文、附件清单和校验值在该条的 data_url"],
  ["/data/reports.json", "年度报告清单（json）", "各机关各年度报告，附网页、下载文件和数据的地址"],
  ["/data/figures.csv", "各机关年度报告数字（csv）", "申请、办理结果、复议和诉讼，一个机关一年一行；空着的格不当作 0"],
  ["/data/figures.json", "各机关年度报告数字（json）", "内容同上，附各栏的名称"],
  ["/data/items.schema.json", "数据结构（JSON Schema）", "公开信息每一栏的含义"],
  ["/data/checksums.txt", "校验值", "各文件的 SHA-256，可以用 sha256sum -c 核对"],
  ["/openapi.json", "接口说明（OpenAPI 3.1）", "全部公开地址、参数和答复"],
] as const;

/** What can be taken away as data, and under which words. */
export function OpenDataPage({ frame, licence, changedAt }: OpenDataPageProps) {
  return (
    <PageFrame frame={frame}>
      <h1>开放数据</h1>
      <p class="lead">本网站公开的每一条信息、每一份年度报告都可以作为数据下载。</p>
      <ul class="items">
        {FILES.map(([path, name, what]) => (
          <li key={path}>
            <h2 class="title">
              <a href={path}>{name}</a>
            </h2>
            <p class="small muted">{what}</p>
          </li>
        ))}
      </ul>
      <section>
        <h2>使用</h2>
        <p>{licence}</p>
      </section>
      <section>
        <h2>只取有变化的部分</h2>
        <p>
          每条数据有序号（sequence）。下次在地址后加 <code>?after=上次最后的序号</code>
          ，只得到其后公布、修改和撤回的。也可以用 <code>agency</code>、<code>year</code>、<code>theme</code>
          等参数筛选，与信息列表相同。
        </p>
        <p>
          最新公开可以订阅：<a href="/feed.atom">Atom</a>、<a href="/feed.json">JSON Feed</a>
          ；只看一个机关的，在机关页面的页脚点“订阅”。
        </p>
        {changedAt !== null && <p class="small muted">最近一次变动：{chineseMinute(changedAt)}</p>}
      </section>
    </PageFrame>
  );
}
