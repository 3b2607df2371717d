import { Button, Empty, Table, type TableColumnsType, Tag } from "antd";
import { useNavigate } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { statisticsRoutes } from "../../api/statistics.js";
import { dayText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { type Session, useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { ChartCard } from "./chart-card.js";
import { Tile } from "./tile.js";
import "./figures.css";

type Below = ReplyOf<typeof statisticsRoutes.readAgenciesBelow>;
type AgencyRow = Below["agencies"][number];

const MOST_BARS = 30;
const MOST_LATE = 6;
const LATE = "/today?group=late";

/** Goes to a page of an agency. */
type Go = (agencyId: string, path: string) => void;

/** The agencies below a supervisor, side by side: who is late, how long it takes, how far the reports are (第三条、第四十七条). */
export function AgenciesBelow({ year }: { readonly year: number }) {
  const session = useSession();
  const below = useCall(statisticsRoutes.readAgenciesBelow, { params: { agencyId: session.agencyId }, query: { year } });
  return <Answer of={below}>{({ agencies }) => <BelowTable agencies={agencies} session={session} />}</Answer>;
}

interface BelowTableProps {
  readonly agencies: readonly AgencyRow[];
  readonly session: Session;
}

function BelowTable({ agencies, session }: BelowTableProps) {
  const navigate = useNavigate();
  const sum = (of: (row: AgencyRow) => number) => agencies.reduce((total, row) => total + of(row), 0);
  const go: Go = (agencyId, path) => {
    session.chooseAgency(agencyId);
    navigate(path);
  };
  const slow = agencies.filter(({ median }) => median !== null).sort((one, other) => (other.median ?? 0) - (one.median ?? 0));
  return (
    <div className="stack">
      <div className="figure-tiles">
        <Tile name="机关" value={agencies.length} />
        <Tile name="收到申请" value={sum(({ received }) => received)} />
        <Tile name="办结" value={sum(({ closed }) => closed)} />
        <Tile name="超期办结" value={sum(({ closedLate }) => closedLate)} isBad={sum(({ closedLate }) => closedLate) > 0} />
        <Tile name="现已逾期" value={sum(({ openLate }) => openLate)} isBad={sum(({ openLate }) => openLate) > 0} />
        <Tile name="报告已发布" value={`${sum(({ report }) => (report === "released" ? 1 : 0))} / ${agencies.length}`} />
      </div>
      <WhoIsLate agencies={agencies} go={go} />
      <Table<AgencyRow>
        rowKey="agencyId"
        size="small"
        dataSource={[...agencies]}
        columns={columnsOf(go)}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 1082 }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有下级机关。" /> }}
      />
      <ChartCard
        title="各机关答复用时"
        note={`中位数，从长到短，前 ${MOST_BARS} 个机关。件数少的机关，一件就能改变中位数。`}
        chart={{
          categories: slow.slice(0, MOST_BARS).map(({ name }) => name),
          series: [{ name: "中位数", values: slow.slice(0, MOST_BARS).map(({ median }) => median) }],
          unit: "个工作日",
          isAcross: true,
        }}
        height={Math.max(180, Math.min(slow.length, MOST_BARS) * 30 + 40)}
        head={["机关", "件数", "中位数", "九成不超过"]}
        rows={slow.map(({ name, cases, median, ninth }) => [name, cases, median, ninth])}
      />
    </div>
  );
}

/** Where the cases are that are late now, the most first: a supervisor asks for this before anything else. */
function WhoIsLate({ agencies, go }: { readonly agencies: readonly AgencyRow[]; readonly go: Go }) {
  const late = agencies.filter(({ openLate }) => openLate > 0).toSorted((one, other) => other.openLate - one.openLate);
  if (late.length === 0) return null;
  return (
    <nav aria-label="现已逾期的机关">
      <span className="quiet">现已逾期：</span>
      {late.slice(0, MOST_LATE).map(({ agencyId, name, openLate }) => (
        <Button key={agencyId} type="link" danger style={{ paddingInline: 6 }} onClick={() => go(agencyId, LATE)}>
          {name} {openLate} 件
        </Button>
      ))}
      {late.length > MOST_LATE && <span className="quiet">等 {late.length} 个机关，其余见下表</span>}
    </nav>
  );
}

type NumberKey = "received" | "closed" | "closedLate" | "extended" | "open" | "openLate" | "median" | "ninth" | "published";

function columnsOf(go: Go): TableColumnsType<AgencyRow> {
  const number = (title: string, key: NumberKey, width = 66): TableColumnsType<AgencyRow>[number] => ({
    title,
    width,
    align: "end",
    sorter: (one, other) => (one[key] ?? -1) - (other[key] ?? -1),
    sortDirections: ["descend", "ascend"],
    render: (_, row) => row[key] ?? "—",
  });
  return [
    {
      title: "机关",
      fixed: "start",
      width: 170,
      sorter: (one, other) => one.name.localeCompare(other.name, "zh-CN"),
      render: (_, { agencyId, name }) => (
        <Button
          type="link"
          style={{ padding: 0, blockSize: "auto", whiteSpace: "normal", textAlign: "start" }}
          onClick={() => go(agencyId, "/figures?tab=own")}
        >
          {name}
        </Button>
      ),
    },
    number("收到", "received"),
    number("办结", "closed"),
    number("超期办结", "closedLate", 98),
    number("延期", "extended"),
    {
      ...number("在办", "open"),
      render: (_, { agencyId, open }) =>
        open === 0 ? (
          0
        ) : (
          <Button type="link" style={{ padding: 0, blockSize: "auto" }} onClick={() => go(agencyId, "/cases?open=yes")}>
            {open}
          </Button>
        ),
    },
    {
      ...number("现已逾期", "openLate", 98),
      render: (_, { agencyId, openLate }) =>
        openLate === 0 ? (
          0
        ) : (
          <Button type="link" danger style={{ padding: 0, blockSize: "auto" }} onClick={() => go(agencyId, LATE)}>
            {openLate}
          </Button>
        ),
    },
    number("用时中位数", "median", 112),
    number("九成不超过", "ninth", 112),
    number("主动公开", "published", 98),
    {
      title: "年度报告",
      width: 130,
      sorter: (one, other) => REPORT_ORDER.indexOf(one.report) - REPORT_ORDER.indexOf(other.report),
      render: (_, { report, reportDeadline }) => <ReportTag report={report} deadline={reportDeadline} />,
    },
  ];
}

const REPORT_ORDER: readonly AgencyRow["report"][] = ["none", "frozen", "released"];

function ReportTag({ report, deadline }: { readonly report: AgencyRow["report"]; readonly deadline: string | null }) {
  switch (report) {
    case "released":
      return <Tag color="success">已发布</Tag>;
    case "frozen":
      return <Tag color="processing">已定稿</Tag>;
    case "none": {
      const isLate = deadline !== null && new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" }) > deadline;
      return isLate ? <Tag color="error">已过期限（{dayText(deadline)}）</Tag> : <span className="quiet">未定稿</span>;
    }
    default:
      return report satisfies never;
  }
}
