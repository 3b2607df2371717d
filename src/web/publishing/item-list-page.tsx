import { Button, Empty, Form, Input, Select, Table, type TableColumnsType, Tag } from "antd";
import { Link } from "react-router";
import type { QueryOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { DISCLOSURE_ITEMS, disclosureItem } from "../../law/publication/disclosure-items.js";
import { ITEM_STATES } from "../../register/publishing/item-state.js";
import { dayText, minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageTurner, useListPages } from "../office/list-pages.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { type AddressFilter, useAddressFilter } from "../office/use-address-filter.js";
import { useCall } from "../office/use-call.js";
import { DueText, todayInChina } from "./due-text.js";
import type { ItemRow } from "./item.js";
import { StateTag } from "./state-tag.js";

type Filter = Partial<QueryOf<(typeof publishingRoutes)["list-items"]>>;

const FILTERS = ["state", "disclosureItem", "theme", "genre", "year", "validity", "waiting", "due", "text"] as const;

const DUE = [
  { value: "publish", label: "将要、已经超过公开期限" },
  { value: "interpret", label: "公开后还没有解读" },
  { value: "reassess", label: "应当再次评估（不公开的）" },
];

const WAITING = [
  { value: "draft", label: "我拟写的，待我继续" },
  { value: "review", label: "轮到我审核" },
  { value: "late", label: "全部临近或者超过期限的" },
];

/** Everything that is published or considered for it. The filter is in the address, so that it can be kept and sent on. */
export function ItemListPage() {
  const { agencyId } = useSession();
  const pages = useListPages();
  const { filter, choose, isNarrowed } = useAddressFilter<Filter>(FILTERS, pages.restart);
  const list = useCall(publishingRoutes["list-items"], { params: { agencyId }, query: { ...filter, ...pages.asked } });
  return (
    <>
      <PageHead title="主动公开信息" lead="从拟稿、审核、筛查到公开，每一步都留下记录。" actions={<Actions filter={filter} />} />
      <Filters filter={filter} choose={choose} />
      <Answer of={list}>
        {({ items, next }) => (
          <div className="stack">
            <Table<ItemRow>
              rowKey="id"
              size="middle"
              columns={columnsOn(todayInChina())}
              dataSource={[...items]}
              pagination={false}
              scroll={{ x: 980 }}
              locale={{
                emptyText: (
                  <Empty
                    image={Empty.PRESENTED_IMAGE_SIMPLE}
                    description={isNarrowed ? "没有符合条件的信息。" : "还没有信息。从“拟稿”开始，或者导入原网站已经公开的信息。"}
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

function Actions({ filter }: { readonly filter: Filter }) {
  const { agencyId } = useSession();
  const may = useMay();
  return (
    <>
      <Button href={addressOf(publishingRoutes["export-items"], { params: { agencyId }, query: filter })}>导出 xlsx</Button>
      <Link to="/handovers">
        <Button>移送档案馆、图书馆</Button>
      </Link>
      {may("items:draft") && (
        <>
          <Link to="/items/import">
            <Button>导入</Button>
          </Link>
          <Link to="/items/new">
            <Button type="primary">拟稿</Button>
          </Link>
        </>
      )}
    </>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly choose: AddressFilter<Filter>["choose"];
}

function Filters({ filter, choose }: FiltersProps) {
  const { agencyId } = useSession();
  const settings = useCall(publishingRoutes["read-publishing-settings"], { params: { agencyId } });
  return (
    <Form layout="inline" style={{ rowGap: 8, marginBlockEnd: 16 }}>
      <Form.Item label="查找">
        <Input.Search
          allowClear
          placeholder="名称、文号、索引号"
          aria-label="查找"
          defaultValue={filter.text}
          onSearch={(value) => choose({ text: value })}
          style={{ inlineSize: 210 }}
        />
      </Form.Item>
      <Choice
        label="状态"
        width={130}
        value={filter.state}
        choose={(value) => choose({ state: value })}
        options={Object.entries(ITEM_STATES).flatMap(([value, label]) => (value === "none" ? [] : [{ value, label }]))}
      />
      <Choice
        label="法定事项"
        width={210}
        value={filter.disclosureItem}
        choose={(value) => choose({ disclosureItem: value })}
        options={DISCLOSURE_ITEMS.map(({ id, shortName }) => ({ value: id, label: shortName }))}
      />
      <Choice label="待办" width={190} value={filter.waiting} choose={(value) => choose({ waiting: value })} options={WAITING} />
      <Choice label="到期" width={210} value={filter.due} choose={(value) => choose({ due: value })} options={DUE} />
      <Choice
        label="有效性"
        width={120}
        value={filter.validity}
        choose={(value) => choose({ validity: value })}
        options={(settings.data?.settings.validityMarks ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly width: number;
  readonly value: string | undefined;
  readonly choose: (value: string | undefined) => void;
  readonly options: { value: string; label: string }[];
}

function Choice({ label, width, value, choose, options }: ChoiceProps) {
  return (
    <Form.Item label={label}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder="全部"
        aria-label={label}
        style={{ inlineSize: width }}
        value={value}
        onChange={choose}
        options={options}
      />
    </Form.Item>
  );
}

const columnsOn = (today: string): TableColumnsType<ItemRow> => [
  {
    title: "名称",
    render: (_, { id, title, documentNumber, isSample }) => (
      <>
        <Link to={`/items/${encodeURIComponent(id)}`}>{title}</Link>
        {isSample && <Tag style={{ marginInlineStart: 6 }}>样例</Tag>}
        {documentNumber !== null && <div className="quiet">{documentNumber}</div>}
      </>
    ),
  },
  {
    title: "法定事项",
    width: 170,
    render: (_, row) =>
      row.disclosureItem === null ? "" : (disclosureItem(row.disclosureItem)?.shortName ?? row.disclosureItem),
  },
  { title: "生成日期", width: 130, render: (_, row) => dayText(row.madeOn) },
  {
    title: "状态",
    width: 150,
    render: (_, { state, stateLabel, turn }) => (
      <>
        <StateTag state={state} label={stateLabel} />
        {turn !== null && <div className="quiet">轮到：{turn}</div>}
      </>
    ),
  },
  {
    title: "公开或者期限",
    width: 215,
    render: (_, { publishedAt, scheduledFor, due, state }) => {
      if (state === "published" && publishedAt !== null) return <>{minuteText(publishedAt)} 公开</>;
      if (state === "withdrawn" && publishedAt !== null)
        return <span className="quiet">曾于 {minuteText(publishedAt)} 公开</span>;
      if (scheduledFor !== null) return <>定于 {minuteText(scheduledFor)}</>;
      return <DueText due={due} today={today} />;
    },
  },
];
