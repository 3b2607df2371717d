import { Button, Form, Input, QRCode } from "antd";
import { useState } from "react";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { call } from "./call.js";
import { FailureNote } from "./failure-note.js";
import { KeyEnrolment } from "./second-factor-key.js";
import { RecoveryCodes } from "./second-factor-recovery.js";
import { useSending } from "./use-sending.js";

type Begun = ReplyOf<typeof accountRoutes.beginSecondFactor>;

interface SecondFactorEnrolmentProps {
  readonly offersKeys: boolean;
  readonly done: () => void;
}

/** Begins a second factor: an app on the phone or a security key, and the recovery codes that come with the first. */
export function SecondFactorEnrolment({ offersKeys, done }: SecondFactorEnrolmentProps) {
  const [way, setWay] = useState<"app" | "key" | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const enrolled = (fresh: readonly string[]) => (fresh.length === 0 ? done() : setCodes(fresh));
  if (codes !== null) return <RecoveryCodes codes={codes} done={done} />;
  if (way === "app") return <AppEnrolment enrolled={enrolled} />;
  if (way === "key") return <KeyEnrolment enrolled={enrolled} />;
  return (
    <div className="stack">
      <div>
        <Button type="primary" block onClick={() => setWay("app")}>
          用手机应用（动态口令）
        </Button>
        <p className="quiet factor-lead">任何支持 TOTP 的手机应用都可以，登录时输入它显示的 6 位数字。</p>
      </div>
      <div>
        <Button block disabled={!offersKeys} onClick={() => setWay("key")}>
          用安全密钥
        </Button>
        <p className="quiet factor-lead">
          {offersKeys
            ? "USB、NFC 密钥，或者这台电脑的指纹、面容，登录时触碰一下。"
            : "这个地址不能用安全密钥：须从 https 开头、用域名的正式地址进入。"}
        </p>
      </div>
    </div>
  );
}

/** Ties an app to the account: scan, then type one code. */
export function AppEnrolment({ enrolled }: { readonly enrolled: (recoveryCodes: readonly string[]) => void }) {
  const { failure, isSending, send } = useSending();
  const [begun, setBegun] = useState<Begun | null>(null);
  const begin = () => send(async () => setBegun(await call(accountRoutes.beginSecondFactor)));
  const confirm = ({ code }: { code: string }) =>
    send(async () => enrolled((await call(accountRoutes.confirmSecondFactor, { body: { code } })).recoveryCodes));
  if (begun === null) {
    return (
      <div className="stack">
        <p style={{ margin: 0 }}>在手机上打开生成动态口令的应用，准备扫码。</p>
        {failure !== null && <FailureNote failure={failure} />}
        <Button type="primary" block loading={isSending} onClick={begin}>
          显示二维码
        </Button>
      </div>
    );
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={confirm}>
      <QRCode value={begun.uri} type="svg" size={200} color="#000" bgColor="#fff" style={{ marginInline: "auto" }} />
      <p className="quiet">
        不能扫码时，手工输入：<code style={{ overflowWrap: "anywhere" }}>{begun.secret}</code>
      </p>
      <Form.Item label="手机应用显示的 6 位数字" name="code" rules={[{ required: true, message: "请填写 6 位数字" }]}>
        <Input autoFocus autoComplete="one-time-code" inputMode="numeric" />
      </Form.Item>
      {failure !== null && <FailureNote failure={failure} />}
      <Button type="primary" htmlType="submit" block loading={isSending}>
        启用
      </Button>
    </Form>
  );
}
