import { Button, DatePicker, Empty, Form, Input, Select, Table, type TableColumnsType } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { Link } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { QueryOf, ReplyOf } from "../../api/define-route.js";
import { OUTCOMES } from "../../law/outcomes/outcomes.js";
import { CASE_STATES } from "../../register/case-state.js";
import { CHANNEL_LABELS } from "../../register/info-request.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageTurner, useListPages } from "../office/list-pages.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { useAddressFilter } from "../office/use-address-filter.js";
import { useCall } from "../office/use-call.js";
import { dayText } from "./day-text.js";
import { OwnCases } from "./own-cases.js";
import { RequesterSearch } from "./requester-search.js";
import { UrgencyTag } from "./urgency-tag.js";

type CaseRow = ReplyOf<typeof caseRoutes.list>["items"][number];
type Filter = Partial<QueryOf<typeof caseRoutes.list>>;

const FILTERS = ["state", "open", "outcome", "channel", "handler", "from", "to", "text", "sort"] as const;

/** 申请台账: every request, by state, outcome, channel, time and words. The filter is in the address, so that it can be kept. */
export function CaseListPage() {
  const { agencyId } = useSession();
  const may = useMay();
  const pages = useListPages();
  const [isSearching, setSearching] = useState(false);
  const { filter, choose } = useAddressFilter<Filter>(FILTERS, pages.restart);
  const list = useCall(caseRoutes.list, { params: { agencyId }, query: { ...filter, ...pages.asked } });
  return (
    <>
      <PageHead
        title="申请台账"
        actions={
          <>
            <Button href={addressOf(caseRoutes.export, { params: { agencyId }, query: filter })}>导出 xlsx</Button>
            {may("cases:handle") && (
              <>
                <Button onClick={() => setSearching(true)}>按申请人查找</Button>
                <Link to="/cases/import">
                  <Button>导入</Button>
                </Link>
                <Link to="/cases/new">
                  <Button type="primary">登记申请（N）</Button>
                </Link>
              </>
            )}
          </>
        }
      />
      {isSearching && <RequesterSearch close={() => setSearching(false)} />}
      <Filters filter={filter} choose={choose} />
      <Answer of={list}>
        {({ items, next }) => (
          <div className="stack">
            <Table<CaseRow>
              rowKey="id"
              size="middle"
              columns={COLUMNS}
              dataSource={[...items]}
              pagination={false}
              scroll={{ x: 1060 }}
              locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的申请。" /> }}
            />
            <PageTurner pages={pages} next={next} />
          </div>
        )}
      </Answer>
    </>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly choose: (changes: { readonly [Name in keyof Filter]?: string | undefined }) => void;
}

function Filters({ filter, choose }: FiltersProps) {
  return (
    <Form layout="inline" style={{ rowGap: 8, marginBlockEnd: 16 }}>
      <Form.Item label="查找" htmlFor="filter-text">
        <Input.Search
          id="filter-text"
          allowClear
          placeholder="编号、内容或文号"
          defaultValue={filter.text}
          onSearch={(value) => choose({ text: value })}
          style={{ inlineSize: 200 }}
        />
      </Form.Item>
      <Form.Item label="状态" htmlFor="filter-state">
        <Select
          id="filter-state"
          allowClear
          placeholder="全部"
          style={{ inlineSize: 170 }}
          value={filter.state}
          onChange={(value) => choose({ state: value })}
          options={Object.entries(CASE_STATES).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item label="结果" htmlFor="filter-outcome">
        <Select
          id="filter-outcome"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder="全部"
          style={{ inlineSize: 240 }}
          value={filter.outcome}
          onChange={(value) => choose({ outcome: value })}
          options={OUTCOMES.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item label="渠道" htmlFor="filter-channel">
        <Select
          id="filter-channel"
          allowClear
          placeholder="全部"
          style={{ inlineSize: 170 }}
          value={filter.channel}
          onChange={(value) => choose({ channel: value })}
          options={Object.entries(CHANNEL_LABELS).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item label="收到">
        <Days from={filter.from} to={filter.to} choose={choose} />
      </Form.Item>
      <Form.Item label="排序" htmlFor="filter-sort">
        <Select
          id="filter-sort"
          style={{ inlineSize: 130 }}
          value={filter.sort ?? "newest"}
          onChange={(value) => choose({ sort: value })}
          options={[
            { value: "newest", label: "最近收到" },
            { value: "oldest", label: "最早收到" },
            { value: "due", label: "按期限" },
          ]}
        />
      </Form.Item>
      <Form.Item>
        <OwnCases handler={filter.handler} choose={(handler) => choose({ handler })} />
      </Form.Item>
    </Form>
  );
}

/** The days of arrival, both included; either may be left open. */
function Days({ from, to, choose }: Pick<Filter, "from" | "to"> & Pick<FiltersProps, "choose">) {
  const shown = (day: string | undefined) => (day === undefined ? null : dayjs(day));
  return (
    <DatePicker.RangePicker
      aria-label="收到的日期"
      allowEmpty={[true, true]}
      placeholder={["从", "到"]}
      value={[shown(from), shown(to)]}
      onChange={(days) => choose({ from: days?.[0]?.format("YYYY-MM-DD"), to: days?.[1]?.format("YYYY-MM-DD") })}
      style={{ inlineSize: 250 }}
    />
  );
}

const COLUMNS: TableColumnsType<CaseRow> = [
  { title: "编号", width: 170, render: (_, row) => <Link to={`/cases/${encodeURIComponent(row.id)}`}>{row.number}</Link> },
  { title: "收到", width: 130, render: (_, row) => dayText(row.receivedOn ?? row.arrivedOn) },
  { title: "申请人", width: 150, render: (_, row) => row.requesterName },
  {
    title: "申请内容",
    render: (_, row) => (
      <span title={row.description}>{row.description.length > 50 ? `${row.description.slice(0, 50)}……` : row.description}</span>
    ),
  },
  { title: "承办", width: 110, render: (_, row) => row.handler ?? row.unit ?? <span className="quiet">未分办</span> },
  { title: "状态", width: 130, render: (_, row) => row.state.label },
  {
    title: "期限或结果",
    width: 220,
    render: (_, row) =>
      row.isOpen ? (
        <>
          {row.due === null ? "" : dayText(row.due)} <UrgencyTag row={row} />
        </>
      ) : (
        row.outcome?.label
      ),
  },
];
