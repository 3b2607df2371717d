import { Button, Card, Checkbox, Empty, Form, Input, InputNumber, Popconfirm, Select, Space, Table, Tag } from "antd";
import { useState } from "react";
import { TOKEN_RIGHTS } from "../../api/account-shapes.js";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { RIGHTS, type Right } from "../../api/rights.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { OneTimeSecret } from "./one-time-secret.js";

type Token = ReplyOf<typeof accountRoutes.listTokens>["items"][number];

/** Keys for other systems: one agency, some rights, an end. */
export function TokensTab() {
  const { agencies, agencyId: own } = useSession();
  const [agencyId, setAgencyId] = useState(own);
  const [isMaking, setMaking] = useState(false);
  const list = useCall(accountRoutes.listTokens, { params: { agencyId } }, agencyId !== "");
  if (agencies.length === 0) return <Empty description="还没有机关。机关登记后才能签发令牌。" />;
  return (
    <div className="stack">
      <Space wrap>
        <Select
          aria-label="机关"
          value={agencyId}
          onChange={setAgencyId}
          showSearch={{ optionFilterProp: "label" }}
          style={{ minInlineSize: 280 }}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button type="primary" onClick={() => setMaking(!isMaking)}>
          签发令牌
        </Button>
        <Button href={addressOf(listExportRoutes.exportTokens, { params: { agencyId } })}>导出</Button>
        <span className="quiet">
          其他系统凭令牌调用接口，说明见 <a href="/api/openapi.json">/api/openapi.json</a>。
        </span>
      </Space>
      {isMaking && <MakeToken key={agencyId} agencyId={agencyId} done={() => setMaking(false)} />}
      <Answer of={list}>{({ items }) => <TokenTable tokens={items} />}</Answer>
    </div>
  );
}

function MakeToken({ agencyId, done }: { readonly agencyId: string; readonly done: () => void }) {
  const { failure, isSending, send } = useSending();
  const [secret, setSecret] = useState<string | null>(null);
  const make = (body: { name: string; rights: Right[]; days: number }) =>
    send(async () => {
      const made = await call(accountRoutes.makeToken, { params: { agencyId }, body });
      setSecret(made.secret);
      await forget(accountRoutes.listTokens);
    });
  return (
    <Card size="small" title="签发令牌" style={{ maxInlineSize: 760 }}>
      <Form layout="vertical" requiredMark={false} initialValues={{ days: 365, rights: [] }} onFinish={make}>
        <Form.Item label="名称" name="name" rules={[{ required: true, message: "请写明哪个系统、作何用" }]}>
          <Input maxLength={100} placeholder="哪个系统、作何用，例如：市政务服务平台，推送网上申请" />
        </Form.Item>
        <Form.Item label="可以做什么" name="rights" rules={[{ required: true, message: "至少选一项" }]} extra="只给需要的。">
          <Checkbox.Group
            className="token-rights"
            options={TOKEN_RIGHTS.map((value) => ({ value, label: RIGHTS[value].label }))}
          />
        </Form.Item>
        <Form.Item label="有效天数" name="days" rules={[{ required: true, message: "请填写有效天数" }]}>
          <InputNumber min={1} max={730} precision={0} />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
        <Button type="primary" htmlType="submit" loading={isSending}>
          签发
        </Button>
      </Form>
      {secret !== null && (
        <OneTimeSecret title="访问令牌" lead="请填到对方系统的配置里，不要用聊天工具传送。" secret={secret} close={done} />
      )}
    </Card>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <Table<Token>
      rowKey="id"
      size="middle"
      pagination={false}
      dataSource={[...tokens]}
      scroll={{ x: 900 }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这个机关没有令牌。" /> }}
      columns={[
        { title: "名称", render: (_, { name }) => name },
        {
          title: "可以做什么",
          render: (_, { rights }) => (
            <Space wrap size={[4, 4]}>
              {rights.map((right) => (
                <Tag key={right}>{right in RIGHTS ? RIGHTS[right as Right].label : right}</Tag> // looked up just before
              ))}
            </Space>
          ),
        },
        { title: "到期", width: 160, render: (_, { endsAt }) => minuteText(endsAt) },
        { title: "最近使用", width: 160, render: (_, { usedAt }) => (usedAt === null ? "没有用过" : minuteText(usedAt)) },
        { title: "", width: 110, render: (_, token) => <Revoke token={token} /> },
      ]}
    />
  );
}

function Revoke({ token: { id, agencyId, revokedAt } }: { readonly token: Token }) {
  const { failure, isSending, send } = useSending();
  if (revokedAt !== null) return <Tag>已撤销</Tag>;
  const revoke = () =>
    send(async () => {
      await call(accountRoutes.revokeToken, { params: { agencyId, tokenId: id } });
      await forget(accountRoutes.listTokens);
    });
  return (
    <>
      <Popconfirm title="撤销令牌？" description="立即生效，不能恢复；需要时另签一个。" okText="撤销" onConfirm={revoke}>
        <Button size="small" danger loading={isSending}>
          撤销
        </Button>
      </Popconfirm>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}
