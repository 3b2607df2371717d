import { App, Button, Card, Form, Input, Tag } from "antd";
import { useState } from "react";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { securityKeyRoutes } from "../../api/security-keys.js";
import { minuteText } from "../cases/day-text.js";
import { Dialog } from "../components/dialog.js";
import { Answer } from "./answer.js";
import { call } from "./call.js";
import { FailureNote } from "./failure-note.js";
import { AppEnrolment } from "./second-factor-enrolment.js";
import { KeyEnrolment } from "./second-factor-key.js";
import { RecoveryCodes } from "./second-factor-recovery.js";
import type { SignIn } from "./sign-in-page.js";
import { forget, useCall } from "./use-call.js";
import { useSending } from "./use-sending.js";

type Key = ReplyOf<typeof securityKeyRoutes.listSecurityKeys>["items"][number];
type Doing = { readonly kind: "app" | "key" } | { readonly kind: "leave"; readonly key: Key | null };

/** 第二步验证: the app and the keys of one's own account. */
export function SecondFactorCard({ state: { person, offersSecurityKeys } }: { readonly state: SignIn }) {
  const keys = useCall(securityKeyRoutes.listSecurityKeys);
  const { message } = App.useApp();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const done = async (sentence: string) => {
    setDoing(null);
    void message.success(sentence);
    await forget(accountRoutes.readSignIn);
    await forget(securityKeyRoutes.listSecurityKeys);
  };
  const enrolled = (sentence: string) => (fresh: readonly string[]) => {
    setCodes(fresh);
    void done(sentence);
  };
  return (
    <Card size="small" title="第二步验证">
      <div className="stack">
        <div className="factor-row">
          <div>
            <b>手机应用</b>　{person?.hasCodes ? <Tag color="success">已启用</Tag> : <Tag>未启用</Tag>}
            <div className="quiet">登录时输入应用里的 6 位数字</div>
          </div>
          {person?.hasCodes ? (
            <Button size="small" onClick={() => setDoing({ kind: "leave", key: null })}>
              停用手机应用
            </Button>
          ) : (
            <Button size="small" onClick={() => setDoing({ kind: "app" })}>
              启用手机应用
            </Button>
          )}
        </div>
        <div className="factor-row">
          <div>
            <b>安全密钥</b>
            <div className="quiet">
              {offersSecurityKeys ? "登录时触碰一下，假网站骗不走" : "须从 https 开头、用域名的正式地址进入才能使用"}
            </div>
          </div>
          <Button size="small" disabled={!offersSecurityKeys} onClick={() => setDoing({ kind: "key" })}>
            登记密钥
          </Button>
        </div>
        <Answer of={keys}>
          {({ items }) =>
            items.map((key) => (
              <div key={key.id} className="factor-row factor-key">
                <div>
                  {key.name}
                  <div className="quiet">
                    {minuteText(key.addedAt)} 登记，{key.usedAt === null ? "还没有用过" : `${minuteText(key.usedAt)} 用过`}
                  </div>
                </div>
                <Button size="small" aria-label={`停用“${key.name}”`} onClick={() => setDoing({ kind: "leave", key })}>
                  停用
                </Button>
              </div>
            ))
          }
        </Answer>
        {person?.hasSecondFactor && <span className="quiet">还有 {person.recoveryCodesLeft} 个恢复码。</span>}
      </div>
      {doing?.kind === "app" && (
        <Dialog title="启用手机应用" footer={null} onCancel={() => setDoing(null)}>
          <AppEnrolment enrolled={enrolled("动态口令已启用。")} />
        </Dialog>
      )}
      {doing?.kind === "key" && (
        <Dialog title="登记安全密钥" footer={null} onCancel={() => setDoing(null)}>
          <KeyEnrolment enrolled={enrolled("安全密钥已登记。")} />
        </Dialog>
      )}
      {doing?.kind === "leave" && (
        <Dialog
          title={doing.key === null ? "停用手机应用" : `停用“${doing.key.name}”`}
          footer={null}
          onCancel={() => setDoing(null)}
        >
          <Leaving factor={doing.key} done={() => void done("已停用。")} />
        </Dialog>
      )}
      {codes.length > 0 && (
        <Dialog title="第二步验证已启用" closable={false} keyboard={false} footer={null}>
          <RecoveryCodes codes={codes} done={() => setCodes([])} />
        </Dialog>
      )}
    </Card>
  );
}

/** Gives up the app, or a key, with the password. */
function Leaving({ factor, done }: { readonly factor: Key | null; readonly done: () => void }) {
  const { failure, isSending, send } = useSending();
  const leave = ({ password }: { password: string }) =>
    send(async () => {
      const body = { password };
      if (factor === null) await call(accountRoutes.removeSecondFactor, { body });
      else await call(securityKeyRoutes.removeSecurityKey, { params: { keyId: factor.id }, body });
      done();
    });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={leave}>
      <Form.Item label="现在的密码" name="password" rules={[{ required: true, message: "请填写现在的密码" }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {failure !== null && <FailureNote failure={failure} />}
      <Button danger htmlType="submit" block loading={isSending} style={{ marginBlockStart: 12 }}>
        停用
      </Button>
    </Form>
  );
}
