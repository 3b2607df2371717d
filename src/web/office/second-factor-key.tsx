import { Button, Form, Input } from "antd";
import { FailureNote } from "./failure-note.js";
import { enrolKey } from "./security-key-calls.js";
import { useSending } from "./use-sending.js";

/** Ties a security key to the account, under a name by which its owner tells it from others. */
export function KeyEnrolment({ enrolled }: { readonly enrolled: (recoveryCodes: readonly string[]) => void }) {
  const { failure, isSending, send } = useSending();
  const enrol = ({ name }: { name: string }) => send(async () => enrolled((await enrolKey(name)).recoveryCodes));
  return (
    <Form layout="vertical" requiredMark={false} onFinish={enrol}>
      <Form.Item
        label="给这把密钥起个名字"
        name="name"
        extra="如“办公室抽屉里的”“这台电脑的指纹”，停用时认得出是哪一把。"
        rules={[{ required: true, whitespace: true, message: "请填写名字" }]}
      >
        <Input autoFocus autoComplete="off" maxLength={50} />
      </Form.Item>
      {failure !== null && <FailureNote failure={failure} />}
      <Button type="primary" htmlType="submit" block loading={isSending} style={{ marginBlockStart: 12 }}>
        {isSending ? "请触碰密钥" : "登记密钥"}
      </Button>
    </Form>
  );
}
