import { App, Button, Card, Form, InputNumber, Select } from "antd";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { EVERY_AGENCY, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";

type Policy = ReplyOf<typeof accountRoutes.readSignInPolicy>;

interface PolicyNumber {
  readonly name: Exclude<keyof Policy, "secondFactor">;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly extra?: string;
}

const NUMBERS: readonly PolicyNumber[] = [
  { name: "minLength", label: "密码最短位数", min: 8, max: 64 },
  { name: "minKinds", label: "字符种类数", min: 2, max: 4, extra: "大写、小写、数字、其他符号中至少几种" },
  { name: "passwordDays", label: "密码有效天数", min: 0, max: 730, extra: "0 表示不定期更换" },
  { name: "oneTimeHours", label: "一次性密码有效小时数", min: 1, max: 720 },
  { name: "failures", label: "锁定前允许输错次数", min: 3, max: 20 },
  { name: "lockMinutes", label: "首次锁定分钟数", min: 1, max: 1_440, extra: "逐次加倍，至多一天" },
  { name: "idleMinutes", label: "无操作退出分钟数", min: 5, max: 480 },
  { name: "sessionHours", label: "登录有效小时数", min: 1, max: 24 },
];

/** How people sign in. The numbers are the usual ones of 等保 remediation, not law. */
export function PolicyTab() {
  const policy = useCall(accountRoutes.readSignInPolicy);
  return <Answer of={policy}>{(reply) => <PolicyForm policy={reply} />}</Answer>;
}

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const { posts } = useSession();
  const { message } = App.useApp();
  const { failure, isSending, send } = useSending();
  const isOfAll = posts.some(({ agencyId, role }) => agencyId === EVERY_AGENCY && role === "security-administrator");
  const save = (body: Policy) =>
    send(async () => {
      await call(accountRoutes.changeSignInPolicy, { body });
      await forget(accountRoutes.readSignInPolicy, accountRoutes.readSignIn);
      void message.success("已保存。已经登录的人按登录时的规则。");
    });
  return (
    <Card style={{ maxInlineSize: 760 }}>
      <p style={{ marginBlockStart: 0 }}>
        初始值是网络安全等级保护（GB/T 22239—2019）整改中常用的要求，不是法律规定，可按本地要求修改。
      </p>
      <Form layout="vertical" requiredMark={false} initialValues={policy} onFinish={save} disabled={!isOfAll}>
        <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(220px, 1fr))", gap: "0 24px" }}>
          {NUMBERS.map(({ name, label, min, max, extra }) => (
            <Form.Item key={name} name={name} label={label} extra={extra} rules={[{ required: true, message: "请填写" }]}>
              <InputNumber min={min} max={max} precision={0} />
            </Form.Item>
          ))}
          <Form.Item name="secondFactor" label="第二步验证" extra="动态口令或者安全密钥">
            <Select
              options={[
                { value: "optional", label: "自愿启用" },
                { value: "administrators", label: "三个管理员必须启用" },
                { value: "everybody", label: "人人必须启用" },
              ]}
            />
          </Form.Item>
        </div>
        {failure !== null && <FailureNote failure={failure} />}
        {isOfAll ? (
          <Button type="primary" htmlType="submit" loading={isSending}>
            保存
          </Button>
        ) : (
          <span className="quiet">由全系统的安全管理员修改。</span>
        )}
      </Form>
    </Card>
  );
}
