import { DownOutlined } from "@ant-design/icons";
import { Button, DatePicker, Dropdown, Empty, Form, Input, Select, Table, type TableColumnsType, Tag } from "antd";
import dayjs from "dayjs";
import { auditRoutes } from "../../api/audit.js";
import type { QueryOf, ReplyOf } from "../../api/define-route.js";
import { EVERY_AGENCY } from "../../register/account.js";
import type { ActivityKind } from "../../register/activity.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageTurner, useListPages } from "../office/list-pages.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { type AddressFilter, useAddressFilter } from "../office/use-address-filter.js";
import { useCall } from "../office/use-call.js";
import { AuditChanges } from "./audit-changes.js";
import { VerifyCard } from "./verify-card.js";

export type AuditLine = ReplyOf<typeof auditRoutes.searchAudit>["items"][number];
type Question = Partial<QueryOf<typeof auditRoutes.exportAudit>>;

const ASKED = ["who", "kind", "subject", "agencyId", "from", "to"] as const;
const FORMS = ["xlsx", "csv", "jsonl"] as const;

/** 审计日志: who did what when, what was before and after, and the proof that nothing of it was changed. */
export function AuditPage() {
  const pages = useListPages();
  const { filter: question, choose } = useAddressFilter<Question>(ASKED, pages.restart);
  const found = useCall(auditRoutes.searchAudit, { query: { ...question, ...pages.asked } });
  return (
    <>
      <PageHead
        title="审计日志"
        lead="谁、何时、做了什么，前后有何变化。每一条都与前一条用散列值相连，改动或者删除一条，核对时就会发现。"
        actions={
          <Dropdown
            trigger={["click"]}
            menu={{
              items: FORMS.map((format) => ({
                key: format,
                label: (
                  <a href={addressOf(auditRoutes.exportAudit, { params: { format }, query: question })} download>
                    {format}
                  </a>
                ),
              })),
            }}
          >
            <Button icon={<DownOutlined />} iconPlacement="end">
              导出查到的
            </Button>
          </Dropdown>
        }
      />
      <div className="stack">
        <VerifyCard />
        <AuditSearch question={question} choose={choose} />
        <Answer of={found}>
          {({ items, next }) => (
            <>
              <Table<AuditLine>
                rowKey={({ chain, position }) => `${chain} ${position}`}
                size="small"
                columns={COLUMNS}
                dataSource={[...items]}
                pagination={false}
                scroll={{ x: 960 }}
                expandable={{
                  rowExpandable: ({ changes }) => changes.length > 0,
                  expandedRowRender: (line) => <AuditChanges line={line} />,
                }}
                locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的日志。" /> }}
              />
              <PageTurner pages={pages} next={next} />
            </>
          )}
        </Answer>
      </div>
    </>
  );
}

interface AuditSearchProps {
  readonly question: Question;
  readonly choose: AddressFilter<Question>["choose"];
}

function AuditSearch({ question, choose }: AuditSearchProps) {
  const { agencies } = useSession();
  const kinds = useCall(auditRoutes.listAuditKinds).data?.items ?? [];
  return (
    <Form layout="inline" style={{ rowGap: 8 }}>
      <Form.Item label="人员">
        <Input.Search
          aria-label="人员"
          allowClear
          placeholder="姓名或用户名"
          defaultValue={question.who}
          onSearch={(who) => choose({ who })}
          style={{ inlineSize: 180 }}
        />
      </Form.Item>
      <Form.Item label="事项">
        <Select
          aria-label="事项"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder="全部"
          style={{ inlineSize: 190 }}
          value={question.kind}
          onChange={(kind) => choose({ kind })}
          options={kinds.map(({ kind, label }) => ({ value: kind, label }))}
        />
      </Form.Item>
      <Form.Item label="对象">
        <Input.Search
          aria-label="对象"
          allowClear
          placeholder="申请编号、文号"
          defaultValue={question.subject}
          onSearch={(subject) => choose({ subject })}
          style={{ inlineSize: 200 }}
        />
      </Form.Item>
      <Form.Item label="机关">
        <Select
          aria-label="机关"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder="全部"
          style={{ inlineSize: 240 }}
          value={question.agencyId}
          onChange={(agencyId) => choose({ agencyId })}
          options={[
            { value: EVERY_AGENCY, label: "全系统（账号、设置）" },
            ...agencies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item label="日期">
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          value={[question.from ? dayjs(question.from) : null, question.to ? dayjs(question.to) : null]}
          onChange={(days) => choose({ from: days?.[0]?.format("YYYY-MM-DD"), to: days?.[1]?.format("YYYY-MM-DD") })}
        />
      </Form.Item>
    </Form>
  );
}

/** What somebody tried and may not do: an auditor looks for these first. */
const REFUSED: ActivityKind = "access-refused";

const COLUMNS: TableColumnsType<AuditLine> = [
  { title: "时间", width: 185, render: (_, { at }) => minuteText(at) },
  { title: "人员", width: 120, render: (_, { byName }) => byName },
  { title: "事项", width: 200, render: (_, { kind, what }) => (kind === REFUSED ? <Tag color="error">{what}</Tag> : what) },
  {
    title: "对象",
    render: (_, { subject, subjectName }) => (
      <span style={{ overflowWrap: "anywhere" }}>
        {subjectName ?? subject}
        {subjectName !== null && <span className="quiet">（{subject}）</span>}
      </span>
    ),
  },
  { title: "原因", width: 180, render: (_, { reason }) => reason },
  { title: "变化", width: 80, align: "end", render: (_, { changes }) => (changes.length === 0 ? "" : `${changes.length} 项`) },
];
