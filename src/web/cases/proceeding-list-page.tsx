import { Button, Empty, Form, Select, Table, type TableColumnsType, Tag } from "antd";
import { Link } from "react-router";
import type { QueryOf, ReplyOf } from "../../api/define-route.js";
import { proceedingRoutes } from "../../api/proceedings.js";
import { PROCEEDING_STATES } from "../../register/proceeding-state.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageTurner, useListPages } from "../office/list-pages.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { useAddressFilter } from "../office/use-address-filter.js";
import { useCall } from "../office/use-call.js";
import { dayText } from "./day-text.js";

type Row = ReplyOf<typeof proceedingRoutes.list>["items"][number];
type Filter = Partial<QueryOf<typeof proceedingRoutes.list>>;

const FILTERS = ["kind", "state", "caseId"] as const;

/** 复议和诉讼: every reconsideration and lawsuit of the agency, with the days it has to keep. */
export function ProceedingListPage() {
  const { agencyId } = useSession();
  const may = useMay();
  const pages = useListPages();
  const { filter, choose } = useAddressFilter<Filter>(FILTERS, pages.restart);
  const list = useCall(proceedingRoutes.list, { params: { agencyId }, query: { ...filter, ...pages.asked } });
  return (
    <>
      <PageHead
        title="复议和诉讼"
        lead="对政府信息公开答复提起的行政复议和行政诉讼，结果计入年度报告表四。"
        actions={
          <>
            <Button href={addressOf(proceedingRoutes.export, { params: { agencyId }, query: filter })}>导出 xlsx</Button>
            {may("cases:handle") && (
              <Link to="/proceedings/new">
                <Button type="primary">登记复议或者诉讼</Button>
              </Link>
            )}
          </>
        }
      />
      <Form layout="inline" style={{ rowGap: 8, marginBlockEnd: 16 }}>
        <Form.Item label="种类" htmlFor="proceeding-kind">
          <Select
            id="proceeding-kind"
            allowClear
            placeholder="全部"
            style={{ inlineSize: 150 }}
            value={filter.kind}
            onChange={(value) => choose({ kind: value })}
            options={KIND_OPTIONS}
          />
        </Form.Item>
        <Form.Item label="状态" htmlFor="proceeding-state">
          <Select
            id="proceeding-state"
            allowClear
            placeholder="全部"
            style={{ inlineSize: 150 }}
            value={filter.state}
            onChange={(value) => choose({ state: value })}
            options={Object.entries(PROCEEDING_STATES).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
      </Form>
      <Answer of={list}>
        {({ items, next }) => (
          <div className="stack">
            <Table<Row>
              rowKey="id"
              size="middle"
              columns={COLUMNS}
              dataSource={[...items]}
              pagination={false}
              scroll={{ x: 960 }}
              locale={{
                emptyText: (
                  <Empty
                    image={Empty.PRESENTED_IMAGE_SIMPLE}
                    description="没有复议和诉讼。收到复议机关的答复通知或者法院的应诉通知后，在这里或者在案卷页登记。"
                  />
                ),
              }}
            />
            <PageTurner pages={pages} next={next} />
          </div>
        )}
      </Answer>
    </>
  );
}

export const KIND_OPTIONS = [
  { value: "reconsideration" as const, label: "行政复议" },
  { value: "litigation" as const, label: "行政诉讼" },
];

const COLUMNS: TableColumnsType<Row> = [
  {
    title: "案号",
    width: 220,
    render: (_, { id, number, kind, route }) => (
      <>
        <Link to={`/proceedings/${encodeURIComponent(id)}`}>{number}</Link>
        <div className="quiet">{[kind.label, route?.label].filter(Boolean).join("，")}</div>
      </>
    ),
  },
  { title: "复议机关、法院", render: (_, { forum }) => forum },
  {
    title: "对应的申请",
    width: 170,
    render: (_, { caseId, caseNumber }) =>
      caseId !== null && caseNumber !== null ? (
        <Link to={`/cases/${encodeURIComponent(caseId)}`}>{caseNumber}</Link>
      ) : (
        <span className="quiet">未关联</span>
      ),
  },
  { title: "提起", width: 130, render: (_, { filedOn }) => dayText(filedOn) },
  {
    title: "答复、答辩期限",
    width: 170,
    render: (_, { answerDue, isAnswerLate }) => (
      <>
        {dayText(answerDue)} {isAnswerLate && <Tag color="error">已逾期</Tag>}
      </>
    ),
  },
  {
    title: "状态或结果",
    width: 130,
    render: (_, { state, result }) => (result === null ? state.label : <Tag>{result.label}</Tag>),
  },
];
