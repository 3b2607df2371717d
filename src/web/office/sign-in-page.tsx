import { Button, Card, Divider, Form, Input } from "antd";
import type { ReactNode } from "react";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { addressOf, call } from "./call.js";
import { ChangePasswordForm } from "./change-password-form.js";
import { FailureNote } from "./failure-note.js";
import { SecondFactorEnrolment } from "./second-factor-enrolment.js";
import { SunMark } from "./sun-mark.js";
import { useSending } from "./use-sending.js";

export type SignIn = ReplyOf<typeof accountRoutes.readSignIn>;

interface SignInPageProps {
  readonly state: SignIn;
  readonly proceed: (state: SignIn) => void;
}

/** The way in, one step at a time: password, second factor, a password of one's own. */
export function SignInPage({ state, proceed }: SignInPageProps) {
  return (
    <main className="sign-in">
      <div className="sign-in-brand">
        <SunMark />
        <div>
          <b>阳光</b>
          <span>政府信息公开办公室</span>
        </div>
      </div>
      <Card>
        <Step state={state} proceed={proceed} />
      </Card>
      <p className="quiet">账号由本机关的安全管理员建立；忘记密码请找安全管理员重置。</p>
    </main>
  );
}

function Step({ state, proceed }: SignInPageProps): ReactNode {
  switch (state.stage) {
    case null:
    case "full":
      return <PasswordForm state={state} proceed={proceed} />;
    case "second-factor":
      return <CodeForm proceed={proceed} />;
    case "change-password":
      return (
        <ChangePasswordForm
          rules={state.passwordRules}
          lead="这是一次性密码或者密码已到期，请换成只有您知道的密码。"
          done={proceed}
        />
      );
    case "enrol-second-factor":
      return <SecondFactorEnrolment done={async () => proceed(await call(accountRoutes.readSignIn))} />;
    default:
      return state.stage satisfies never;
  }
}

function PasswordForm({ state, proceed }: SignInPageProps) {
  const { failure, isSending, send } = useSending();
  const signIn = (values: { loginName: string; password: string }) =>
    send(async () => proceed(await call(accountRoutes.signIn, { body: values })));
  return (
    <Form layout="vertical" requiredMark={false} onFinish={signIn}>
      <h1 className="sign-in-title">登录</h1>
      <Form.Item label="用户名" name="loginName" rules={[{ required: true, message: "请填写用户名" }]}>
        <Input autoFocus autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item label="密码" name="password" rules={[{ required: true, message: "请填写密码" }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {failure !== null && <FailureNote failure={failure} />}
      <Button type="primary" htmlType="submit" size="large" block loading={isSending} style={{ marginBlockStart: 12 }}>
        登录
      </Button>
      {state.externalSignIn !== null && (
        <>
          <Divider plain>或者</Divider>
          <Button block size="large" href={addressOf(accountRoutes.beginExternalSignIn, { query: { to: location.pathname } })}>
            {state.externalSignIn.label}
          </Button>
        </>
      )}
    </Form>
  );
}

function CodeForm({ proceed }: Pick<SignInPageProps, "proceed">) {
  const { failure, isSending, send } = useSending();
  const verify = ({ code }: { code: string }) =>
    send(async () => proceed(await call(accountRoutes.verifySecondFactor, { body: { code } })));
  return (
    <Form layout="vertical" requiredMark={false} onFinish={verify}>
      <h1 className="sign-in-title">动态口令</h1>
      <Form.Item
        label="手机应用里的 6 位数字，或者一个恢复码"
        name="code"
        rules={[{ required: true, message: "请填写动态口令" }]}
      >
        <Input autoFocus autoComplete="one-time-code" size="large" />
      </Form.Item>
      {failure !== null && <FailureNote failure={failure} />}
      <Button type="primary" htmlType="submit" size="large" block loading={isSending}>
        继续
      </Button>
    </Form>
  );
}
