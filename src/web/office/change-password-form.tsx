import { Button, Form, Input } from "antd";
import { accountRoutes } from "../../api/accounts.js";
import { call } from "./call.js";
import { FailureNote } from "./failure-note.js";
import type { SignIn } from "./sign-in-page.js";
import { useSending } from "./use-sending.js";

interface ChangePasswordFormProps {
  readonly rules: SignIn["passwordRules"];
  readonly lead: string;
  readonly done: (state: SignIn) => void;
}

/** A password of one's own in place of the present one. */
export function ChangePasswordForm({ rules, lead, done }: ChangePasswordFormProps) {
  const { failure, isSending, send } = useSending();
  const change = ({ old, fresh }: { old: string; fresh: string }) =>
    send(async () => done(await call(accountRoutes.changePassword, { body: { old, fresh } })));
  return (
    <Form layout="vertical" requiredMark={false} onFinish={change}>
      <p style={{ marginBlockStart: 0 }}>{lead}</p>
      <Form.Item label="现在的密码" name="old" rules={[{ required: true, message: "请填写现在的密码" }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        label="新密码"
        name="fresh"
        extra={`不少于 ${rules.minLength} 位，大写字母、小写字母、数字、符号中至少 ${rules.minKinds} 种。`}
        rules={[{ required: true, message: "请填写新密码" }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        label="再填一次新密码"
        name="again"
        dependencies={["fresh"]}
        rules={[
          { required: true, message: "请再填一次" },
          ({ getFieldValue }) => ({
            validator: async (_, value: string) => {
              if (value !== getFieldValue("fresh")) throw new Error("两次填写的不一样");
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {failure !== null && <FailureNote failure={failure} />}
      <Button type="primary" htmlType="submit" block loading={isSending} style={{ marginBlockStart: 12 }}>
        修改密码
      </Button>
    </Form>
  );
}
