import { Button, Empty, Table, type TableColumnsType, Tag } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import { webhookRoutes } from "../../api/webhooks.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";

type Delivery = ReplyOf<(typeof webhookRoutes)["list-deliveries"]>["items"][number];

const EVENTS: ReadonlyMap<string, string> = new Map([
  ["published", "公开"],
  ["imported", "导入"],
  ["withdrawn", "撤回"],
  ["validity-changed", "改变有效性"],
  ["linked", "关联"],
  ["unlinked", "取消关联"],
]);

const STANDINGS = {
  delivered: { label: "已送达", color: "success" },
  waiting: { label: "等待", color: "default" },
  retrying: { label: "重试中", color: "warning" },
  "given-up": { label: "已停止重试", color: "error" },
} as const;

/** What one system was told, message by message, with every attempt and what the other side answered. */
export function DeliveryLog({ hookId }: { readonly hookId: string }) {
  const { agencyId } = useSession();
  const params = { agencyId, hookId };
  const log = useCall(webhookRoutes["list-deliveries"], { params, query: { limit: 50 } });
  const { failure, isSending, send } = useSending();
  const retry = (messageId: string) =>
    send(async () => {
      await call(webhookRoutes["retry-delivery"], { params: { ...params, messageId }, body: {} });
      await forget(webhookRoutes["list-deliveries"], webhookRoutes["list-webhooks"]);
    });
  return (
    <Answer of={log}>
      {({ items, next }) => (
        <div className="stack">
          {failure !== null && <FailureNote failure={failure} />}
          <Table<Delivery>
            rowKey="id"
            size="small"
            pagination={false}
            scroll={{ x: 700, y: 440 }}
            dataSource={[...items]}
            columns={columnsWith(retry, isSending)}
            expandable={{ expandedRowRender: Attempts, rowExpandable: ({ attempts }) => attempts.length > 0 }}
            locale={{
              emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="登记以后还没有公开、撤回或者改变有效性。" />,
            }}
          />
          {next !== null && <p className="quiet">只列出最近的 50 条，更早的可用接口读取。</p>}
        </div>
      )}
    </Answer>
  );
}

function columnsWith(retry: (messageId: string) => void, isSending: boolean): TableColumnsType<Delivery> {
  return [
    { title: "时间", width: 150, render: (_, { recordedAt }) => minuteText(recordedAt) },
    { title: "事项", width: 100, render: (_, { event }) => EVENTS.get(event) ?? event },
    { title: "信息", render: (_, { title }) => title },
    {
      title: "结果",
      width: 190,
      render: (_, { standing, attempts, nextAt }) => (
        <>
          <Tag color={STANDINGS[standing].color}>{STANDINGS[standing].label}</Tag>
          <div className="quiet">
            {attempts.at(-1)?.detail}
            {nextAt !== null && `；${minuteText(nextAt)} 再试`}
          </div>
        </>
      ),
    },
    {
      title: "",
      width: 120,
      render: (_, { id, standing }) =>
        standing === "delivered" ? null : (
          <Button size="small" loading={isSending} onClick={() => retry(id)}>
            现在推送
          </Button>
        ),
    },
  ];
}

function Attempts({ attempts }: Delivery) {
  return (
    <ol style={{ margin: 0, paddingInlineStart: 20 }}>
      {attempts.map(({ attempt, at, detail }) => (
        <li key={attempt}>
          {minuteText(at)}，{detail}
        </li>
      ))}
    </ol>
  );
}
