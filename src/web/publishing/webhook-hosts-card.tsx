import { Button, Card, Checkbox, Input } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { webhookRoutes } from "../../api/webhooks.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";

type Hosts = ReplyOf<(typeof webhookRoutes)["read-webhook-hosts"]>;

/** The hosts that may be told anything at all: the guard against a hook that leads into the agency's own network. */
export function WebhookHostsCard() {
  const hosts = useCall(webhookRoutes["read-webhook-hosts"]);
  return (
    <Card size="small" title="允许推送的主机">
      <Answer of={hosts}>{(one) => <HostList key={one.version} given={one} />}</Answer>
    </Card>
  );
}

interface Line {
  readonly key: number;
  readonly host: string;
  readonly mayBePrivate: boolean;
}

function HostList({ given: { version, hosts } }: { readonly given: Hosts }) {
  const stored = (): readonly Line[] => hosts.map((host, key) => ({ key, ...host }));
  const [lines, setLines] = useState(stored);
  const [isChanged, setChanged] = useState(false);
  const { failure, isSending, send } = useSending();
  const set = (next: readonly Line[]) => {
    setLines(next);
    setChanged(true);
  };
  const change = (key: number, part: Partial<Line>) => set(lines.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () => set([...lines, { key: Math.max(-1, ...lines.map(({ key }) => key)) + 1, host: "", mayBePrivate: false }]);
  const save = () =>
    send(async () => {
      const plain = lines.map(({ host, mayBePrivate }) => ({ host: host.trim(), mayBePrivate }));
      await call(webhookRoutes["write-webhook-hosts"], { body: { version, hosts: plain.filter(({ host }) => host !== "") } });
      await forget(webhookRoutes["read-webhook-hosts"]);
    });
  return (
    <div className="stack" style={{ gap: 8 }}>
      <p className="quiet" style={{ margin: 0 }}>
        各机关登记的推送地址，只有主机写在这里的才会推送。指向内部网络的，须另外注明；不注明的，域名解析到内部地址也不推送。
      </p>
      {lines.map(({ key, host, mayBePrivate }) => (
        <div key={key} style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" }}>
          <Input
            aria-label="主机"
            placeholder="如：hooks.example.gov.cn"
            maxLength={253}
            value={host}
            onChange={({ target }) => change(key, { host: target.value })}
            style={{ flex: "1 1 220px", maxInlineSize: 360 }}
          />
          <Checkbox checked={mayBePrivate} onChange={({ target }) => change(key, { mayBePrivate: target.checked })}>
            在内部网络里
          </Checkbox>
          <Button size="small" onClick={() => set(lines.filter((one) => one.key !== key))}>
            移除
          </Button>
        </div>
      ))}
      {failure !== null && <FailureNote failure={failure} />}
      <div className="page-actions">
        <Button size="small" onClick={add}>
          加一台主机
        </Button>
        <Button size="small" type="primary" disabled={!isChanged} loading={isSending} onClick={save}>
          保存
        </Button>
      </div>
    </div>
  );
}
