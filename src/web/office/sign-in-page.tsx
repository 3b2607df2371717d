import { Button, Card, Divider, Form, Input, Modal } from "antd";
import { type ReactNode, useRef } from "react";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { useFirstField } from "../components/first-field.js";
import { addressOf, call } from "./call.js";
import { ChangePasswordForm } from "./change-password-form.js";
import { FailureNote } from "./failure-note.js";
import { SecondFactorEnrolment } from "./second-factor-enrolment.js";
import { SecondFactorStep } from "./second-factor-step.js";
import { SunMark } from "./sun-mark.js";
import { useSending } from "./use-sending.js";

export type SignIn = ReplyOf<typeof accountRoutes.readSignIn>;

export interface SignInPageProps {
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

/** Over the pages of somebody whose session has ended: what they see is covered, what they typed stays, and they go on where they were. */
export function SignInAgain({ state, proceed }: SignInPageProps) {
  return (
    <Modal
      open
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={400}
      zIndex={2000}
      rootClassName="sign-in-again"
      title="登录已经过期"
    >
      <p className="quiet">请重新登录，然后从刚才的地方继续；填写的内容还在。</p>
      <Step state={state} proceed={proceed} />
    </Modal>
  );
}

function Step({ state, proceed }: SignInPageProps): ReactNode {
  const again = async () => proceed(await call(accountRoutes.readSignIn));
  switch (state.stage) {
    case null:
    case "full":
      return (
        <OneStep key="password" title="登录">
          <PasswordForm state={state} proceed={proceed} />
        </OneStep>
      );
    case "second-factor":
      return (
        <OneStep key="second-factor" title="第二步验证">
          <SecondFactorStep state={state} proceed={proceed} />
        </OneStep>
      );
    case "change-password":
      return (
        <OneStep key="change-password" title="修改密码">
          <ChangePasswordForm
            rules={state.passwordRules}
            lead="这是一次性密码或者密码已到期，请换成只有您知道的密码。"
            done={proceed}
          />
        </OneStep>
      );
    case "enrol-second-factor":
      return (
        <OneStep key="enrol-second-factor" title="启用第二步验证">
          <p>本单位的登录规则要求：除密码外再用一种方式证明是本人（GB/T 22239—2019 三级要求两种鉴别方式）。</p>
          <SecondFactorEnrolment offersKeys={state.offersSecurityKeys} done={again} />
        </OneStep>
      );
    default:
      return state.stage satisfies never;
  }
}

/** One step, with its name and the focus in its first field. */
function OneStep({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useFirstField(place);
  return (
    <div ref={place}>
      <h1 className="sign-in-title">{title}</h1>
      {children}
    </div>
  );
}

function PasswordForm({ state, proceed }: SignInPageProps) {
  const { failure, isSending, send } = useSending();
  const signIn = (values: { loginName: string; password: string }) =>
    send(async () => proceed(await call(accountRoutes.signIn, { body: values })));
  return (
    <Form layout="vertical" requiredMark={false} onFinish={signIn}>
      <Form.Item label="用户名" name="loginName" rules={[{ required: true, message: "请填写用户名" }]}>
        <Input autoComplete="username" size="large" />
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
