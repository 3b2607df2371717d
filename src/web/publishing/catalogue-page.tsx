import { Button, Card, Empty, Segmented, Table, type TableColumnsType, Tabs, Tag } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { publishingRoutes } from "../../api/publishing.js";
import { dayText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import "./publishing.css";
import { todayInChina } from "./due-text.js";
import { NotArising } from "./not-arising.js";

export type Entry = ReplyOf<(typeof publishingRoutes)["read-catalogue"]>["items"][number];
type Duty = ReplyOf<(typeof publishingRoutes)["read-publication-calendar"]>["duties"][number];

const MOST_DAYS = 400;

/** What the law says must be public, item by item with its gaps; and what must be done by which day. */
export function CataloguePage() {
  const [search, setSearch] = useSearchParams();
  const { agencyId } = useSession();
  const calendar = useCall(publishingRoutes["read-publication-calendar"], { params: { agencyId }, query: { days: 60 } });
  const late = (calendar.data?.duties ?? []).filter(({ standing }) => standing !== "ahead").length;
  return (
    <>
      <PageHead title="目录与期限" lead="法定主动公开的事项逐项列出，缺什么、哪些该公开了，一看就知道。" />
      <Tabs
        activeKey={search.get("tab") ?? "duties"}
        onChange={(tab) => setSearch({ tab })}
        items={[
          {
            key: "duties",
            label: <>应办日历 {late > 0 && <Tag color="warning">{late} 项临近或者逾期</Tag>}</>,
            children: <Duties />,
          },
          { key: "catalogue", label: "法定主动公开目录", children: <Catalogue /> },
        ]}
      />
    </>
  );
}

const SPANS = [
  { value: 30, label: "30 天" },
  { value: 60, label: "60 天" },
  { value: 180, label: "半年" },
  { value: MOST_DAYS, label: "一年" },
];

const KINDS: Readonly<Record<Duty["kind"], string>> = {
  publish: "公开",
  interpret: "解读",
  reassess: "评估",
  scheduled: "定时公开",
  handover: "移送",
};

function Duties() {
  const { agencyId } = useSession();
  const [days, setDays] = useState(60);
  const calendar = useCall(publishingRoutes["read-publication-calendar"], { params: { agencyId }, query: { days } });
  return (
    <div className="stack">
      <div>
        今后 <Segmented value={days} onChange={setDays} options={SPANS} aria-label="今后多少天" />
      </div>
      <Answer of={calendar}>
        {({ duties }) =>
          duties.length === 0 ? (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="这段时间没有到期的事项。信息填写生成日期后，20 个工作日的公开期限会在这里出现。"
            />
          ) : (
            <div className="stack">
              {byMonth(duties).map(([month, ofMonth]) => (
                <Card key={month} size="small" title={month}>
                  {ofMonth.map((duty) => (
                    <DutyLine key={`${duty.kind}-${duty.itemId ?? duty.title}`} duty={duty} />
                  ))}
                </Card>
              ))}
            </div>
          )
        }
      </Answer>
    </div>
  );
}

/** What is past comes first, by itself; the rest by month. */
function byMonth(duties: readonly Duty[]): [string, Duty[]][] {
  const months = new Map<string, Duty[]>();
  for (const duty of duties) {
    const name = duty.standing === "late" ? "已经逾期" : `${duty.due.slice(0, 4)}年${Number(duty.due.slice(5, 7))}月`;
    months.set(name, [...(months.get(name) ?? []), duty]);
  }
  return [...months];
}

function DutyLine({ duty: { kind, itemId, title, due, left, standing, text, basis } }: { readonly duty: Duty }) {
  return (
    <div className="duty-line">
      <div className="duty-day">
        <b>{Number(due.slice(8))}</b>日<div className="quiet">{weekday(due)}</div>
      </div>
      <div>
        {itemId === null ? (
          <Link to="/handovers">{title}</Link>
        ) : (
          <Link to={`/items/${encodeURIComponent(itemId)}`}>{title}</Link>
        )}
        <div className="quiet">
          {text}
          {basis}
        </div>
      </div>
      <div style={{ textAlign: "end" }}>
        <Tag>{KINDS[kind]}</Tag>
        {standing === "late" && <Tag color="error">逾期 {-left} 个工作日</Tag>}
        {standing === "near" && <Tag color="warning">{due === todayInChina() ? "今天" : `还有 ${left} 个工作日`}</Tag>}
      </div>
    </div>
  );
}

const WEEKDAYS = new Intl.DateTimeFormat("zh-CN", { weekday: "short", timeZone: "UTC" });
const weekday = (day: string): string => WEEKDAYS.format(new Date(day));

function Catalogue() {
  const { agencyId } = useSession();
  const may = useMay()("agency:configure");
  const [explained, setExplained] = useState<Entry | null>(null);
  const catalogue = useCall(publishingRoutes["read-catalogue"], { params: { agencyId } });
  return (
    <Answer of={catalogue}>
      {({ items, others }) => (
        <div className="stack">
          <Button href={addressOf(listExportRoutes.exportCatalogue, { params: { agencyId } })} style={{ justifySelf: "end" }}>
            导出
          </Button>
          <Table<Entry>
            rowKey="id"
            size="middle"
            columns={columnsWith(may ? setExplained : null)}
            dataSource={[...items]}
            pagination={false}
            scroll={{ x: 820 }}
          />
          {explained !== null && <NotArising entry={explained} close={() => setExplained(null)} />}
          {others > 0 && (
            <p className="quiet">
              另有 {others} 件不属于任何一项，<Link to="/items">在列表里查看</Link>。
            </p>
          )}
        </div>
      )}
    </Answer>
  );
}

const columnsWith = (explain: ((entry: Entry) => void) | null): TableColumnsType<Entry> => [
  {
    title: "事项",
    render: (_, { shortName, text, basis }) => (
      <>
        <b>{shortName}</b>
        <div className="quiet">
          {basis}
          {text === shortName ? "" : `：${text}`}
        </div>
      </>
    ),
  },
  {
    title: "已公开",
    width: 90,
    align: "right",
    render: (_, { id, published }) =>
      published === 0 ? 0 : <Link to={`/items?disclosureItem=${id}&state=published`}>{published}</Link>,
  },
  {
    title: "在办",
    width: 80,
    align: "right",
    render: (_, { id, drafts }) => (drafts === 0 ? 0 : <Link to={`/items?disclosureItem=${id}`}>{drafts}</Link>),
  },
  { title: "最近一次", width: 140, render: (_, { latestOn }) => dayText(latestOn) },
  {
    title: "空缺",
    width: 260,
    render: (_, entry) => <Gap entry={entry} explain={explain} />,
  },
];

function Gap({ entry, explain }: { readonly entry: Entry; readonly explain: ((entry: Entry) => void) | null }) {
  const { gap, note, published } = entry;
  return (
    <>
      {gap === null ? <span className="quiet">{note ?? ""}</span> : <span style={{ color: "var(--warning)" }}>{gap.text}</span>}
      {explain !== null && published === 0 && (gap !== null || note !== null) && (
        <div>
          <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => explain(entry)}>
            {note === null ? "本机关不涉及" : "改"}
          </Button>
        </div>
      )}
    </>
  );
}
