import { Alert, Button, Form, Input, QRCode } from "antd";
import { useState } from "react";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { call } from "./call.js";
import { FailureNote } from "./failure-note.js";
import { useSending } from "./use-sending.js";

type Begun = ReplyOf<typeof accountRoutes.beginSecondFactor>;

/** Ties a phone to the account: scan, type one code, keep the recovery codes. */
export function SecondFactorEnrolment({ done }: { readonly done: () => void }) {
  const { failure, isSending, send } = useSending();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = () => send(async () => setBegun(await call(accountRoutes.beginSecondFactor)));
  const confirm = ({ code }: { code: string }) =>
    send(async () => setCodes((await call(accountRoutes.confirmSecondFactor, { body: { code } })).recoveryCodes));
  if (codes !== null) {
    return (
      <>
        <h1 className="sign-in-title">恢复码</h1>
        <Alert type="warning" title="手机不在身边时，用其中一个代替动态口令，每个只能用一次。只显示这一次，请抄下保管好。" />
        <pre style={{ fontSize: 17, lineHeight: 1.8 }}>{codes.join("\n")}</pre>
        <Button type="primary" block onClick={done}>
          已经抄好
        </Button>
      </>
    );
  }
  if (begun === null) {
    return (
      <>
        <h1 className="sign-in-title">启用动态口令</h1>
        <p>登录时除密码外再输入手机上的 6 位数字（GB/T 22239—2019 三级要求两种鉴别方式）。任何支持 TOTP 的手机应用都可以用。</p>
        {failure !== null && <FailureNote failure={failure} />}
        <Button type="primary" block loading={isSending} onClick={begin}>
          开始
        </Button>
      </>
    );
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={confirm}>
      <h1 className="sign-in-title">启用动态口令</h1>
      <QRCode value={begun.uri} type="svg" size={200} style={{ marginInline: "auto" }} />
      <p className="quiet">
        不能扫码时，手工输入：<code>{begun.secret}</code>
      </p>
      <Form.Item label="手机应用显示的 6 位数字" name="code" rules={[{ required: true, message: "请填写 6 位数字" }]}>
        <Input autoFocus autoComplete="one-time-code" />
      </Form.Item>
      {failure !== null && <FailureNote failure={failure} />}
      <Button type="primary" htmlType="submit" block loading={isSending}>
        启用
      </Button>
    </Form>
  );
}
