import { Card, Form, Input, Radio } from "antd";
import type { RegistrationPart } from "./registration.js";
import { DELIVERY_OPTIONS, MEDIUM_OPTIONS } from "./registration-options.js";

/** In what form and by what way the requester wants it, and who sees to it. */
export function WantedCard({ draft, set }: Pick<RegistrationPart, "draft" | "set">) {
  return (
    <Card size="small" title="希望怎样取得">
      <Form.Item label="形式">
        <Radio.Group value={draft.medium} onChange={({ target }) => set({ medium: target.value })} options={MEDIUM_OPTIONS} />
      </Form.Item>
      <Form.Item label="途径">
        <Radio.Group
          value={draft.delivery}
          onChange={({ target }) => set({ delivery: target.value })}
          options={DELIVERY_OPTIONS}
        />
      </Form.Item>
      <Form.Item label="承办人（可不填，以后再分办）" htmlFor="handler" style={{ marginBlockEnd: 0 }}>
        <Input
          id="handler"
          value={draft.handler}
          onChange={({ target }) => set({ handler: target.value })}
          style={{ inlineSize: 200 }}
        />
      </Form.Item>
    </Card>
  );
}
