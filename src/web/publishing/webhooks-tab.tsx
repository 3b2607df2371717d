import { Alert, App, Button, Card, Empty, Form, Input, Modal, Space, Switch, Tag } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { webhookRoutes } from "../../api/webhooks.js";
import { OneTimeSecret } from "../accounts/one-time-secret.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { DeliveryLog } from "./delivery-log.js";

type Listed = ReplyOf<(typeof webhookRoutes)["list-webhooks"]>;
type Hook = Listed["hooks"][number];

/** Other systems that are told what is published: where, whether it arrives, and the secrets that prove that it is us. */
export function WebhooksTab() {
  const { agencyId } = useSession();
  const list = useCall(webhookRoutes["list-webhooks"], { params: { agencyId } });
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Answer of={list}>
      {({ hooks, hosts }) => (
        <div className="stack" style={{ maxInlineSize: 980 }}>
          <AddHook hosts={hosts} give={setSecret} />
          {hooks.length === 0 ? (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="还没有推送地址。登记一个，以后每次公开、撤回、改变有效性都会自动告诉那个系统；接收方法见使用文档“推送”。"
            />
          ) : (
            hooks.map((hook) => <HookCard key={hook.id} hook={hook} give={setSecret} />)
          )}
          {secret !== null && (
            <OneTimeSecret
              title="签名密钥"
              lead="请当时交给接收系统的管理人员。接收系统用它核对消息确实来自本机关、没有改动。"
              secret={secret}
              close={() => setSecret(null)}
            />
          )}
        </div>
      )}
    </Answer>
  );
}

interface AddHookProps {
  readonly hosts: Listed["hosts"];
  readonly give: (secret: string) => void;
}

function AddHook({ hosts, give }: AddHookProps) {
  const { agencyId } = useSession();
  const [url, setUrl] = useState("");
  const { failure, isSending, send } = useSending();
  const add = () =>
    send(async () => {
      const { secret } = await call(webhookRoutes["add-webhook"], { params: { agencyId }, body: { url: url.trim() } });
      setUrl("");
      give(secret);
      await forget(webhookRoutes["list-webhooks"]);
    });
  return (
    <Card size="small" title="登记推送地址">
      <Form layout="vertical" onFinish={add}>
        <Form.Item
          label="接收系统的网址"
          htmlFor="hook-url"
          extra={
            hosts.length === 0
              ? "系统管理员还没有允许任何主机（“系统”页），登记以后也暂不推送。"
              : `系统允许的主机：${hosts.map(({ host }) => host).join("、")}`
          }
        >
          <Input
            id="hook-url"
            placeholder="https://portal.example.gov.cn/hooks/yangguang"
            maxLength={2000}
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
        <Button type="primary" htmlType="submit" loading={isSending} disabled={url.trim() === ""}>
          登记，并生成密钥
        </Button>
      </Form>
    </Card>
  );
}

function HookCard({ hook, give }: { readonly hook: Hook; readonly give: (secret: string) => void }) {
  const { agencyId } = useSession();
  const { message, modal } = App.useApp();
  const [isLogShown, setLogShown] = useState(false);
  const { failure, isSending, send } = useSending();
  const params = { agencyId, hookId: hook.id };
  const again = () => forget(webhookRoutes["list-webhooks"], webhookRoutes["list-deliveries"]);
  const change = (isActive: boolean) =>
    send(async () => {
      await call(webhookRoutes["change-webhook"], { params, body: { url: hook.url, isActive } });
      await again();
    });
  const renew = () =>
    send(async () => {
      give((await call(webhookRoutes["renew-webhook-secret"], { params, body: {} })).secret);
      await again();
    });
  const attempt = () =>
    send(async () => {
      const { isDone, detail } = await call(webhookRoutes["try-webhook"], { params, body: {} });
      void (isDone ? message.success(`送到了：${detail}。`) : message.error(`没有送到：${detail}。`, 8));
    });
  const remove = () =>
    modal.confirm({
      title: "取消这个推送地址？",
      content: "以后的消息不再推送到这里，推送过的记录保留。再用时须重新登记，密钥也会不同。",
      okText: "取消推送",
      okButtonProps: { danger: true },
      cancelText: "保留",
      onOk: () =>
        send(async () => {
          await call(webhookRoutes["remove-webhook"], { params });
          await again();
        }),
    });
  return (
    <Card
      size="small"
      title={<span style={{ overflowWrap: "anywhere", whiteSpace: "normal" }}>{hook.url}</span>}
      extra={
        <Space>
          <HookTag hook={hook} />
          <Switch
            aria-label={`${hook.url} 是否推送`}
            checkedChildren="推送"
            unCheckedChildren="停用"
            checked={hook.isActive}
            loading={isSending}
            onChange={change}
          />
        </Space>
      }
    >
      <div className="stack" style={{ gap: 10 }}>
        {!hook.isHostAllowed && (
          <Alert type="warning" showIcon title="主机不在系统允许推送的主机之列，没有推送。请系统管理员在“系统”页加上。" />
        )}
        <div className="quiet">
          {hook.secretSince === null ? "还没有签名密钥，没有推送。" : `密钥自 ${minuteText(hook.secretSince)} 起使用`}
          {hook.changeoverUntil !== null && `；原密钥同时签名到 ${minuteText(hook.changeoverUntil)}，请接收系统在此以前换上新的`}
          {hook.open > 0 && `；${hook.open} 条消息还没有送达`}
        </div>
        {failure !== null && <FailureNote failure={failure} />}
        <Space wrap>
          <Button size="small" onClick={() => setLogShown(true)}>
            推送记录
          </Button>
          <Button size="small" loading={isSending} disabled={hook.secretSince === null} onClick={attempt}>
            试推送
          </Button>
          <Button size="small" loading={isSending} onClick={renew}>
            {hook.secretSince === null ? "生成密钥" : "更换密钥"}
          </Button>
          <Button size="small" danger onClick={remove}>
            取消推送
          </Button>
        </Space>
      </div>
      <Modal open={isLogShown} title="推送记录" footer={null} width={860} onCancel={() => setLogShown(false)} destroyOnHidden>
        <DeliveryLog hookId={hook.id} />
      </Modal>
    </Card>
  );
}

function HookTag({ hook: { isActive, isHostAllowed, secretSince, open } }: { readonly hook: Hook }) {
  if (!isActive) return <Tag>停用</Tag>;
  if (!isHostAllowed || secretSince === null) return <Tag color="warning">不能推送</Tag>;
  return open === 0 ? <Tag color="success">已全部送达</Tag> : <Tag color="processing">{open} 条待送</Tag>;
}
