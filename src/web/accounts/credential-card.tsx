import { Button, Card, Checkbox, Popconfirm, Space, Tag } from "antd";
import { useState } from "react";
import { accountRoutes } from "../../api/accounts.js";
import { minuteText } from "../cases/day-text.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { AccountState } from "./account-page.js";
import { OneTimeSecret } from "./one-time-secret.js";

/** How somebody gets in: password, lock, second factor, open sessions, and what is done when they cannot. */
export function CredentialCard({ state: { account, credential, sessions } }: { readonly state: AccountState }) {
  const params = { accountId: account.id };
  const factors = [
    ...(credential.hasCodes ? ["动态口令"] : []),
    ...credential.securityKeys.map(({ name }) => `安全密钥“${name}”`),
  ];
  const { failure, isSending, send } = useSending();
  const [withSecondFactor, setWithSecondFactor] = useState(false);
  const [password, setPassword] = useState<string | null>(null);
  const reset = () =>
    send(async () => {
      const { oneTimePassword } = await call(accountRoutes.resetPassword, { params, body: { withSecondFactor } });
      setPassword(oneTimePassword);
      await forget(accountRoutes.readAccount);
    });
  const signOut = () =>
    send(async () => {
      await call(accountRoutes.signOutAccount, { params });
      await forget(accountRoutes.readAccount);
    });
  return (
    <Card size="small" title="登录">
      <div className="stack">
        <dl className="facts">
          <dt>密码</dt>
          <dd>
            {credential.hasPassword
              ? credential.mustChange
                ? "一次性密码，待本人更换"
                : "本人已设"
              : "没有，只用统一身份认证登录"}
            {credential.passwordSetAt !== null && <span className="quiet">（{minuteText(credential.passwordSetAt)}）</span>}
          </dd>
          <dt>锁定</dt>
          <dd>
            {credential.lockedUntil === null ? (
              "没有锁定"
            ) : (
              <Tag color="error">锁定到 {minuteText(credential.lockedUntil)}，重置密码即解除</Tag>
            )}
          </dd>
          <dt>第二步验证</dt>
          <dd>{factors.length === 0 ? "未启用" : `${factors.join("、")}；还有 ${credential.recoveryCodesLeft} 个恢复码`}</dd>
          <dt>登录着</dt>
          <dd>{sessions === 0 ? "没有" : `${sessions} 处`}</dd>
        </dl>
        {failure !== null && <FailureNote failure={failure} />}
        {factors.length > 0 && (
          <Checkbox checked={withSecondFactor} onChange={({ target }) => setWithSecondFactor(target.checked)}>
            同时停用动态口令和安全密钥（手机、密钥丢失时）
          </Checkbox>
        )}
        <Space wrap>
          <Popconfirm
            title="重置密码？"
            description="现在的密码立即失效，锁定解除，全部登录退出。"
            okText="重置"
            onConfirm={reset}
            styles={{ container: { maxInlineSize: 320 } }}
          >
            <Button loading={isSending}>{credential.lockedUntil === null ? "重置密码" : "解除锁定并重置密码"}</Button>
          </Popconfirm>
          {sessions > 0 && (
            <Button loading={isSending} onClick={signOut}>
              全部退出登录
            </Button>
          )}
        </Space>
      </div>
      {password !== null && (
        <OneTimeSecret
          title={`${account.name}的一次性密码`}
          lead="请当面或者用别的途径告诉本人；登录时必须换成自己的密码。"
          secret={password}
          close={() => setPassword(null)}
        />
      )}
    </Card>
  );
}
