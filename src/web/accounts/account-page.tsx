import { Alert, App, Button, Card, Form, Input, Tag } from "antd";
import { useState } from "react";
import { useParams } from "react-router";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { AccountFields, type AccountValues } from "./account-fields.js";
import { CredentialCard } from "./credential-card.js";
import { LinksCard } from "./links-card.js";

export type AccountState = ReplyOf<typeof accountRoutes.readAccount>;

/** One account: who it is, what it may do, and how it gets in. */
export function AccountPage() {
  const accountId = useParams().accountId ?? "";
  const state = useCall(accountRoutes.readAccount, { params: { accountId } });
  return <Answer of={state}>{(reply) => <WholeAccount key={reply.account.version} state={reply} />}</Answer>;
}

function WholeAccount({ state }: { readonly state: AccountState }) {
  const { account } = state;
  const { accountId } = useSession();
  return (
    <>
      <PageHead
        title={account.name}
        windowTitle="账号"
        lead={
          <>
            {account.loginName}　{account.isDisabled ? <Tag>已停用</Tag> : <Tag color="success">可用</Tag>}
          </>
        }
      />
      <div className="beside">
        <div className="stack">
          <ChangeForm state={state} isOwn={account.id === accountId} />
        </div>
        <div className="stack">
          <CredentialCard state={state} />
          <LinksCard state={state} />
        </div>
      </div>
    </>
  );
}

function ChangeForm({ state: { account }, isOwn }: { readonly state: AccountState; readonly isOwn: boolean }) {
  const { failure, isSending, send } = useSending();
  const { message } = App.useApp();
  const [form] = Form.useForm<AccountValues & { reason: string }>();
  const [isDisabling, setDisabling] = useState(false);
  const save = (isDisabled: boolean) =>
    send(async () => {
      const { reason, email, ...values } = await form.validateFields();
      await call(accountRoutes.changeAccount, {
        params: { accountId: account.id },
        body: {
          ...values,
          roles: [...values.roles],
          version: account.version,
          email: email || null,
          isDisabled,
          reason: reason || null,
        },
      });
      await forget(accountRoutes.readAccount, accountRoutes.listAccounts);
      void message.success("已保存。");
    });
  return (
    <Card>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...account, email: account.email ?? "", reason: "" }}
        onFinish={() => save(account.isDisabled)}
      >
        <AccountFields mayChangeRoles={!isOwn} />
        <Form.Item label="原因" name="reason" extra="记入审计日志；可以不填。">
          <Input maxLength={500} placeholder="例如：岗位调整" />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
        {isDisabling && (
          <Alert
            type="warning"
            showIcon
            title={`停用后，${account.name}立即退出登录，不能再进来；以前办的事仍记在名下，随时可以恢复。`}
            action={
              <Button danger loading={isSending} onClick={() => save(true)}>
                停用
              </Button>
            }
          />
        )}
        <div className="page-actions" style={{ marginBlockStart: 12 }}>
          <Button type="primary" htmlType="submit" loading={isSending}>
            保存
          </Button>
          {account.isDisabled ? (
            <Button loading={isSending} onClick={() => save(false)}>
              恢复账号
            </Button>
          ) : (
            !isOwn && <Button onClick={() => setDisabling(!isDisabling)}>{isDisabling ? "不停用" : "停用账号"}</Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
