import { Alert, Badge, Empty, Segmented, Table, type TableColumnsType, Tag } from "antd";
import { Link, useSearchParams } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { submissionRoutes } from "../../api/submissions.js";
import { Answer } from "../office/answer.js";
import { PageTurner, useListPages } from "../office/list-pages.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { minuteText } from "./day-text.js";

type Row = ReplyOf<typeof submissionRoutes.list>["items"][number];
type Counts = ReplyOf<typeof submissionRoutes.count>["counts"];
type State = Counts[number]["state"];

const PAGE = 20;

/** 网上来件: what came in from the portal and is no case yet. On most days nothing is here. */
export function SubmissionsPage() {
  const { agencyId } = useSession();
  const [search, setSearch] = useSearchParams();
  const state = (search.get("state") ?? undefined) as State | undefined; // the server refuses another
  const pages = useListPages();
  const params = { agencyId };
  const counts = useCall(submissionRoutes.count, { params });
  const list = useCall(submissionRoutes.list, { params, query: { ...(state && { state }), ...pages.asked, limit: PAGE } });
  const choose = (value: string) => {
    pages.restart();
    setSearch(value === "all" ? {} : { state: value });
  };
  return (
    <>
      <PageHead
        title="网上来件"
        lead="公开平台收到的申请几秒钟内自动登记，在“今日待办”的“网上新收”里。没有自动登记的留在这里，由人决定是登记还是不予登记。"
      />
      <Answer of={counts}>
        {({ counts: known }) => (
          <Answer of={list}>
            {({ items, next }) => (
              <div className="stack">
                <Segmented<string> value={state ?? "all"} onChange={choose} options={choicesOf(known)} />
                <Table<Row>
                  rowKey="number"
                  size="middle"
                  columns={COLUMNS}
                  dataSource={[...items]}
                  pagination={false}
                  scroll={{ x: 700 }}
                  locale={{ emptyText: <Nothing state={state} /> }}
                />
                <PageTurner pages={pages} next={next} />
              </div>
            )}
          </Answer>
        )}
      </Answer>
    </>
  );
}

function choicesOf(counts: Counts) {
  const label = (text: string, count: number) => (
    <span>
      {text} <Badge count={count} overflowCount={9999} color="var(--muted)" />
    </span>
  );
  const open = counts.filter(({ state }) => state !== "set-aside").reduce((sum, { count }) => sum + count, 0);
  return [
    { value: "all", label: label("要看的", open) },
    ...counts.map(({ state, label: text, count }) => ({ value: state, label: label(text, count) })),
  ];
}

const EMPTY: Readonly<Record<State | "all", string>> = {
  all: "没有要看的来件：公开平台收到的申请都已经登记。",
  unreadable: "没有打不开的来件。",
  held: "没有等人核对的来件。",
  waiting: "没有等待自动登记的来件。",
  "set-aside": "没有不予登记的来件。",
};

function Nothing({ state }: { readonly state: State | undefined }) {
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={EMPTY[state ?? "all"]} />;
}

const COLUMNS: TableColumnsType<Row> = [
  {
    title: "回执编号",
    width: 240,
    render: (_, { number, submittedAt }) => (
      <div>
        <Link to={`/submissions/${encodeURIComponent(number)}`}>
          <b>{number}</b>
        </Link>
        <div className="quiet">{minuteText(submittedAt)}</div>
      </div>
    ),
  },
  {
    title: "内容",
    render: (_, { description, requesterName }) =>
      description === null ? (
        <span className="quiet">打不开，看不到内容</span>
      ) : (
        <div>
          {requesterName}
          <div className="quiet">{description}</div>
        </div>
      ),
  },
  {
    title: "状态和原因",
    width: 220,
    render: (_, { state, reason }) => (
      <div>
        <StateTag state={state} />
        <div className="quiet">{reason}</div>
      </div>
    ),
  },
];

/** The state in words; what waits for a person is marked. */
export function StateTag({ state: { code, label } }: Pick<Row, "state">) {
  return code === "unreadable" || code === "held" ? <Tag color="warning">{label}</Tag> : <Tag>{label}</Tag>;
}

/** On the desk: that something came in which nobody would see otherwise. Nothing when all is well. */
export function SubmissionsAlert({ counts }: { readonly counts: Counts }) {
  const waiting = counts.filter(({ state, count }) => (state === "unreadable" || state === "held") && count > 0);
  if (waiting.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <>
          {`公开平台来件没有登记：${waiting.map(({ label, count }) => `${label} ${count} 份`).join("，")}。`}
          <Link to="/submissions">去看网上来件</Link>
        </>
      }
    />
  );
}
