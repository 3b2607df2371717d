import { Badge, Button, Empty, Popover, Segmented, Skeleton, Table, type TableColumnsType } from "antd";
import { Link } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { QueryOf, ReplyOf } from "../../api/define-route.js";
import { deskRoutes } from "../../api/desk.js";
import { letterDraftRoutes } from "../../api/letter-drafts.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { submissionRoutes } from "../../api/submissions.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageTurner, useListPages } from "../office/list-pages.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { useAddressFilter } from "../office/use-address-filter.js";
import { useCall } from "../office/use-call.js";
import { AlsoDue } from "./also-due.js";
import { dayText } from "./day-text.js";
import { OwnCases } from "./own-cases.js";
import { SubmissionsAlert } from "./submissions-page.js";
import { UrgencyTag } from "./urgency-tag.js";
import { WaitingDrafts } from "./waiting-drafts.js";

type Desk = ReplyOf<typeof caseRoutes.today>;
type DeskRow = Desk["items"][number];
type Filter = Partial<Pick<QueryOf<typeof caseRoutes.today>, "group" | "handler">>;

const FILTERS = ["group", "handler"] as const;

/** 今日待办: what is due, late, waiting for somebody or new, by the law's clock, with the reason for every date one click away. */
export function TodayPage() {
  const { agencyId } = useSession();
  const may = useMay();
  const pages = useListPages();
  const { filter, choose, isNarrowed } = useAddressFilter<Filter>(FILTERS, pages.restart);
  const desk = useCall(caseRoutes.today, { params: { agencyId }, query: { ...filter, ...pages.asked } });
  const submissions = useCall(submissionRoutes.count, { params: { agencyId } });
  const others = useCall(deskRoutes.alsoDue, { params: { agencyId } });
  const drafts = useCall(letterDraftRoutes.waiting, { params: { agencyId } }, may("cases:handle"));
  return (
    <>
      <PageHead
        title="今日待办"
        lead={desk.data && `今天是${dayText(desk.data.today)}。按法定期限排列，最急的在最前；点日期看它怎样算出。`}
        actions={
          <>
            <Button href={addressOf(listExportRoutes.exportToday, { params: { agencyId }, query: filter })}>导出</Button>
            {may("cases:handle") && (
              <Link to="/cases/new">
                <Button type="primary">登记申请（N）</Button>
              </Link>
            )}
          </>
        }
      />
      <Answer of={desk}>
        {({ counts, items, next }) =>
          // Together, so that nothing moves when the second answer comes.
          submissions.isLoading || drafts.isLoading || others.isLoading ? (
            <Skeleton active paragraph={{ rows: 6 }} />
          ) : (
            <div className="stack">
              {submissions.data && <SubmissionsAlert counts={submissions.data.counts} />}
              <AlsoDue items={others.data?.items ?? []} />
              <WaitingDrafts drafts={drafts.data?.items ?? []} />
              <div style={{ display: "flex", flexWrap: "wrap", gap: "8px 20px", alignItems: "center" }}>
                <Segmented<string>
                  value={filter.group ?? "all"}
                  onChange={(value) => choose({ group: value === "all" ? undefined : value })}
                  options={[
                    { value: "all", label: "全部" },
                    ...counts.map(({ group: value, label, count }) => ({
                      value,
                      label: <GroupLabel {...{ label, count }} isAlarm={value === "late"} />,
                    })),
                  ]}
                />
                <OwnCases handler={filter.handler} choose={(handler) => choose({ handler })} />
              </div>
              <Table<DeskRow>
                rowKey="id"
                size="middle"
                columns={COLUMNS}
                dataSource={[...items]}
                pagination={false}
                scroll={{ x: 900 }}
                locale={{ emptyText: <Nothing isNarrowed={isNarrowed} mayRegister={may("cases:handle")} /> }}
              />
              <PageTurner pages={pages} next={next} />
            </div>
          )
        }
      </Answer>
    </>
  );
}

function GroupLabel({ label, count, isAlarm }: { readonly label: string; readonly count: number; readonly isAlarm: boolean }) {
  return (
    <span>
      {label} <Badge count={count} overflowCount={9999} color={isAlarm && count > 0 ? "var(--danger)" : "var(--muted)"} />
    </span>
  );
}

function Nothing({ isNarrowed, mayRegister }: { readonly isNarrowed: boolean; readonly mayRegister: boolean }) {
  const hint = mayRegister ? "收到申请后点“登记申请”，登记的当天期限就开始计算。" : "";
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={isNarrowed ? "这个范围里没有待办的申请。" : `没有待办的申请。${hint}`}
    />
  );
}

const COLUMNS: TableColumnsType<DeskRow> = [
  {
    title: "答复期限",
    width: 190,
    render: (_, row) => (
      <div>
        <Popover trigger="click" title="这个日期怎样算出" content={<Derivation sentences={row.derivation} />}>
          <Button type="link" size="small" style={{ paddingInline: 0 }}>
            {row.due === null ? (row.urgency === "stopped" ? "停止计算" : "未起算") : dayText(row.due)}
            {row.isDueProvisional && "（暂定）"}
          </Button>
        </Popover>
        <div>
          <UrgencyTag row={row} />
        </div>
      </div>
    ),
  },
  {
    title: "申请",
    render: (_, row) => (
      <div>
        <Link to={`/cases/${encodeURIComponent(row.id)}`}>
          <b>{row.number}</b>　{row.requesterName}
        </Link>
        <div className="quiet">{row.description.length > 60 ? `${row.description.slice(0, 60)}……` : row.description}</div>
      </div>
    ),
  },
  {
    title: "现在",
    width: 220,
    render: (_, row) => (
      <div>
        {row.state.label}
        {row.waitingFor !== null && (
          <div className="quiet">{`${row.waitingFor.label}${row.waitingUntil === null ? "" : `，至${dayText(row.waitingUntil)}`}`}</div>
        )}
      </div>
    ),
  },
  { title: "承办", width: 120, render: (_, row) => row.handler ?? row.unit ?? <span className="quiet">未分办</span> },
];

function Derivation({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ol style={{ maxInlineSize: 440, margin: 0, paddingInlineStart: 20, lineHeight: 1.8 }}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  );
}
