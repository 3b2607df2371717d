import { Button, Card, Checkbox, Form } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { accountRoutes } from "../../api/accounts.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { AccountFields, type AccountValues } from "./account-fields.js";
import { OneTimeSecret } from "./one-time-secret.js";

interface Made {
  readonly id: string;
  readonly name: string;
  readonly password: string;
}

/** Opens an account; its first password is made here, shown once, and changed at the first sign-in. */
export function NewAccountPage() {
  const navigate = useNavigate();
  const { failure, isSending, send } = useSending();
  const [made, setMade] = useState<Made | null>(null);
  const add = ({ withPassword, email, roles, ...rest }: AccountValues & { withPassword: boolean }) =>
    send(async () => {
      const { account, oneTimePassword } = await call(accountRoutes.addAccount, {
        body: { ...rest, email: email || null, roles: [...(roles ?? [])], withPassword },
      });
      await forget(accountRoutes.listAccounts);
      if (oneTimePassword === null) navigate(`/accounts/${encodeURIComponent(account.id)}`);
      else setMade({ id: account.id, name: account.name, password: oneTimePassword });
    });
  return (
    <>
      <PageHead title="建立账号" />
      <Card style={{ maxInlineSize: 760 }}>
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={add}
          initialValues={{ roles: [{}], withPassword: true, email: "" }}
        >
          <AccountFields />
          <Form.Item name="withPassword" valuePropName="checked" extra="只用统一身份认证登录的人不用设。">
            <Checkbox>设一次性密码</Checkbox>
          </Form.Item>
          {failure !== null && <FailureNote failure={failure} />}
          <Button type="primary" htmlType="submit" loading={isSending} style={{ marginBlockStart: 12 }}>
            建立
          </Button>
        </Form>
      </Card>
      {made !== null && (
        <OneTimeSecret
          title={`${made.name}的一次性密码`}
          lead="请当面或者用别的途径告诉本人；第一次登录时必须换成自己的密码。"
          secret={made.password}
          close={() => navigate(`/accounts/${encodeURIComponent(made.id)}`)}
        />
      )}
    </>
  );
}
