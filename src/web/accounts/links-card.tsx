import { Button, Card, Input, Space } from "antd";
import { useState } from "react";
import { accountRoutes } from "../../api/accounts.js";
import { minuteText } from "../cases/day-text.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { AccountState } from "./account-page.js";

/** Who the account is at the city's identity service. */
export function LinksCard({ state: { account, links } }: { readonly state: AccountState }) {
  const params = { accountId: account.id };
  const { failure, isSending, send } = useSending();
  const [subject, setSubject] = useState("");
  const service = useCall(accountRoutes.readSignIn).data?.externalSignIn ?? null;
  const change = (work: () => Promise<unknown>) =>
    send(async () => {
      await work();
      setSubject("");
      await forget(accountRoutes.readAccount);
    });
  return (
    <Card size="small" title="统一身份认证">
      <div className="stack">
        {links.map(({ issuer, subject: linked, linkedAt }) => (
          <div key={`${issuer} ${linked}`}>
            <div style={{ overflowWrap: "anywhere" }}>{linked}</div>
            <span className="quiet">
              {issuer}，{minuteText(linkedAt)} 关联
            </span>
            　
            <Button
              size="small"
              loading={isSending}
              onClick={() => change(() => call(accountRoutes.unlinkIdentity, { params, body: { issuer, subject: linked } }))}
            >
              取消关联
            </Button>
          </div>
        ))}
        {service === null ? (
          <span className="quiet">没有接入统一身份认证；接入方法见《操作手册》的“登录”一节。</span>
        ) : (
          <Space.Compact>
            <Input
              aria-label="身份标识"
              placeholder="身份标识（sub）"
              maxLength={255}
              value={subject}
              onChange={({ target }) => setSubject(target.value)}
            />
            <Button
              loading={isSending}
              disabled={subject.trim() === ""}
              onClick={() => change(() => call(accountRoutes.linkIdentity, { params, body: { subject } }))}
            >
              关联
            </Button>
          </Space.Compact>
        )}
        {failure !== null && <FailureNote failure={failure} />}
      </div>
    </Card>
  );
}
