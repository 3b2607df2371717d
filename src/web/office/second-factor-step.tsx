import { Button, Divider, Form, Input } from "antd";
import { accountRoutes } from "../../api/accounts.js";
import { call } from "./call.js";
import { FailureNote } from "./failure-note.js";
import { showKey } from "./security-key-calls.js";
import type { SignInPageProps } from "./sign-in-page.js";
import { useSending } from "./use-sending.js";

/** The second step of a sign-in: a security key, a code of the app, or one of the recovery codes. */
export function SecondFactorStep({ state: { person, offersSecurityKeys }, proceed }: SignInPageProps) {
  const { failure, isSending, send } = useSending();
  const hasKeys = offersSecurityKeys && (person?.securityKeys ?? 0) > 0;
  const verify = ({ code }: { code: string }) =>
    send(async () => proceed(await call(accountRoutes.verifySecondFactor, { body: { code } })));
  return (
    <>
      {hasKeys && (
        <>
          <p>插入安全密钥，按下面的按钮，再触碰密钥。</p>
          <Button
            type="primary"
            size="large"
            block
            autoFocus
            loading={isSending}
            onClick={() => send(async () => proceed(await showKey()))}
          >
            用安全密钥验证
          </Button>
          <Divider plain>或者</Divider>
        </>
      )}
      <Form layout="vertical" requiredMark={false} onFinish={verify}>
        <Form.Item
          label={person?.hasCodes ? "手机应用里的 6 位数字，或者一个恢复码" : "一个恢复码"}
          name="code"
          rules={[{ required: true, message: person?.hasCodes ? "请填写动态口令或者恢复码" : "请填写恢复码" }]}
        >
          <Input autoComplete="one-time-code" size="large" />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
        <Button
          type={hasKeys ? "default" : "primary"}
          htmlType="submit"
          size="large"
          block
          loading={isSending}
          style={{ marginBlockStart: 12 }}
        >
          继续
        </Button>
      </Form>
    </>
  );
}
