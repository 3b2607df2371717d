import { Button, Form, Input, Space } from "antd";
import { useState } from "react";
import type { ItemHit } from "./item.js";

interface ClearFormProps {
  readonly hits: readonly ItemHit[];
  readonly clear: (why: string) => Promise<void>;
  readonly isSending: boolean;
  readonly close: () => void;
  readonly fault: React.ReactNode;
}

/** Why what was found may be published as it is: one reason for all that is chosen. */
export function ClearForm({ hits, clear, isSending, close, fault }: ClearFormProps) {
  const [why, setWhy] = useState("");
  return (
    <Form
      layout="vertical"
      aria-label="可以照原样公开"
      className="hit-row"
      data-chosen="yes"
      onFinish={() => clear(why)}
      onKeyDown={({ key }) => key === "Escape" && close()}
    >
      <Form.Item label={`这 ${hits.length} 处为什么可以照原样公开`} htmlFor="clear-why" style={{ marginBlockEnd: 8 }}>
        <Input.TextArea
          id="clear-why"
          autoFocus
          placeholder="例如：本机关对外公布的办公电话"
          autoSize={{ minRows: 2 }}
          maxLength={5000}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </Form.Item>
      {fault}
      <Space>
        <Button type="primary" size="small" htmlType="submit" loading={isSending} disabled={why.trim() === ""}>
          记录
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
      </Space>
    </Form>
  );
}
