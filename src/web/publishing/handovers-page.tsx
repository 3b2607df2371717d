import { Button, Card, Empty, Form, Input, Modal, Select, Space, Table, type TableColumnsType, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { publishingRoutes } from "../../api/publishing.js";
import { dayText, minuteText } from "../cases/day-text.js";
import { DayField } from "../components/day-field.js";
import { Answer } from "../office/answer.js";
import { addressOf, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { todayInChina } from "./due-text.js";
import { focusFirstField } from "./focus-first-field.js";
import { type Period, periodsBefore } from "./handover-periods.js";

type Handover = ReplyOf<(typeof publishingRoutes)["list-handovers"]>["items"][number];
type Preparing = BodyOf<(typeof publishingRoutes)["prepare-handover"]>;
type Receipt = BodyOf<(typeof publishingRoutes)["receipt-handover"]>;
type Settings = ReplyOf<(typeof publishingRoutes)["read-publishing-settings"]>["settings"];

/** 向国家档案馆、公共图书馆提供政府信息 (条例 第二十五条): packages with list and hashes, nil returns, receipts. */
export function HandoversPage() {
  const { agencyId } = useSession();
  const may = useMay();
  const [received, setReceived] = useState<Handover | null>(null);
  const list = useCall(publishingRoutes["list-handovers"], { params: { agencyId } });
  const settings = useCall(publishingRoutes["read-publishing-settings"], { params: { agencyId } });
  return (
    <>
      <PageHead
        title="移送档案馆、图书馆"
        lead="条例第二十五条第三款：及时向国家档案馆、公共图书馆提供主动公开的政府信息。期内没有公开信息的零报送。"
        actions={
          <>
            <Button href={addressOf(listExportRoutes.exportHandovers, { params: { agencyId } })}>导出</Button>
            <Link to="/items">返回信息列表</Link>
          </>
        }
      />
      <div className="stack">
        {may("items:review") && <Answer of={settings}>{({ settings: { handover } }) => <Prepare handover={handover} />}</Answer>}
        <Answer of={list}>
          {({ items }) => (
            <Table<Handover>
              rowKey="id"
              size="middle"
              columns={columnsFor(agencyId, may("items:review") ? setReceived : null)}
              dataSource={[...items]}
              pagination={false}
              scroll={{ x: 900 }}
              locale={{
                emptyText: (
                  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有移送过。选择接收单位和时段，生成第一期。" />
                ),
              }}
            />
          )}
        </Answer>
      </div>
      {received !== null && <ReceiptDialog handover={received} close={() => setReceived(null)} />}
    </>
  );
}

function Prepare({ handover: { receivers, everyMonths } }: { readonly handover: Settings["handover"] }) {
  const { agencyId } = useSession();
  const periods = periodsBefore(todayInChina(), everyMonths);
  const [receiverId, setReceiver] = useState(receivers[0]?.id ?? null);
  const [period, setPeriod] = useState<Period | null>(periods[0] ?? null);
  const { failure, isSending, send } = useSending();
  if (receivers.length === 0) {
    return (
      <Card size="small">
        <span className="quiet">
          还没有设置接收单位（国家档案馆、公共图书馆）。由负责人在 <Link to="/publishing-settings">主动公开设置</Link> 里填写。
        </span>
      </Card>
    );
  }
  const prepare = () =>
    send(async () => {
      if (receiverId === null || period === null) return;
      const body = { receiverId, from: period.from, to: period.to } as Preparing; // the server reads both days
      await call(publishingRoutes["prepare-handover"], { params: { agencyId }, body });
      await forget(publishingRoutes["list-handovers"], publishingRoutes["read-publication-calendar"]);
    });
  return (
    <Card size="small" title="生成一期">
      <Space wrap>
        <Select
          aria-label="接收单位"
          value={receiverId}
          onChange={setReceiver}
          style={{ minInlineSize: 200 }}
          options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          aria-label="时段"
          value={period?.from ?? null}
          onChange={(from) => setPeriod(periods.find((one) => one.from === from) ?? null)}
          style={{ minInlineSize: 300 }}
          options={periods.map(({ from, to }) => ({ value: from, label: `${dayText(from)}至${dayText(to)}` }))}
        />
        <Button type="primary" loading={isSending} onClick={prepare}>
          生成移送包
        </Button>
      </Space>
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}

function columnsFor(agencyId: string, receive: ((handover: Handover) => void) | null): TableColumnsType<Handover> {
  return [
    {
      title: "时段",
      render: (_, { from, to }) => (
        <>
          {dayText(from)}至{dayText(to)}
        </>
      ),
    },
    { title: "接收单位", render: (_, { receiver }) => receiver.name },
    {
      title: "内容",
      render: (_, { isNil, items, withdrawn, files }) =>
        isNil ? (
          <Tag>零报送</Tag>
        ) : (
          <>
            {items} 件，{files} 个文件
            {withdrawn > 0 && <div className="quiet">其中 {withdrawn} 件已经撤回，只移送撤回记录</div>}
          </>
        ),
    },
    {
      title: "生成",
      render: (_, { preparedAt, preparedBy, manifestSha256 }) => (
        <>
          {minuteText(preparedAt)}，{preparedBy}
          <div className="quiet" title={manifestSha256}>
            散列清单 {manifestSha256.slice(0, 12)}……
          </div>
        </>
      ),
    },
    {
      title: "签收",
      render: (_, handover) =>
        handover.receipt === null ? (
          receive === null ? (
            <span className="quiet">尚未签收</span>
          ) : (
            <Button size="small" onClick={() => receive(handover)}>
              登记签收
            </Button>
          )
        ) : (
          <>
            {dayText(handover.receipt.on)}，{handover.receipt.by}
            {handover.receipt.note !== null && <div className="quiet">{handover.receipt.note}</div>}
          </>
        ),
    },
    {
      title: "移送包",
      width: 150,
      render: (_, { id, parts }) => (
        <Space wrap size={[8, 0]}>
          {parts.map(({ size, sha256 }, index) => (
            <a
              key={sha256 ?? id}
              href={addressOf(publishingRoutes["download-handover"], {
                params: { agencyId, handoverId: id },
                query: { part: index + 1 },
              })}
              download
            >
              {parts.length === 1 ? "下载" : `下载第 ${index + 1} 卷`}
              {size !== null && <span className="quiet"> {sizeText(size)}</span>}
            </a>
          ))}
        </Space>
      ),
    },
  ];
}

const MEGABYTE = 2 ** 20;

const sizeText = (size: number): string =>
  size < MEGABYTE ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / MEGABYTE).toFixed(1)} MB`;

function ReceiptDialog({ handover, close }: { readonly handover: Handover; readonly close: () => void }) {
  const { agencyId } = useSession();
  const [on, setOn] = useState(todayInChina());
  const [by, setBy] = useState("");
  const [note, setNote] = useState("");
  const { failure, isSending, send } = useSending();
  const save = () =>
    send(async () => {
      const body = { on, by, note: note.trim() === "" ? null : note } as Receipt; // the server reads the day
      await call(publishingRoutes["receipt-handover"], { params: { agencyId, handoverId: handover.id }, body });
      await forget(publishingRoutes["list-handovers"]);
      close();
    });
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title="登记签收"
      okText="登记"
      okButtonProps={{ loading: isSending, disabled: on === "" || by.trim() === "" }}
      onOk={save}
      onCancel={close}
    >
      <Form layout="vertical" component="div">
        <Form.Item label="签收日期" htmlFor="receipt-on">
          <DayField id="receipt-on" value={on} change={setOn} />
        </Form.Item>
        <Form.Item label="签收人" htmlFor="receipt-by">
          <Input id="receipt-by" maxLength={100} value={by} onChange={({ target }) => setBy(target.value)} />
        </Form.Item>
        <Form.Item label="备注（可不填）" htmlFor="receipt-note">
          <Input id="receipt-note" maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
        </Form.Item>
      </Form>
      {failure !== null && <FailureNote failure={failure} />}
    </Modal>
  );
}
