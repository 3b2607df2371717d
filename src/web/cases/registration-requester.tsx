import { Card, Form, Input, Radio, Select, Space } from "antd";
import type { RequesterKind } from "../../register/info-request.js";
import { dayText } from "./day-text.js";
import type { RegistrationPart } from "./registration.js";
import type { Checked } from "./registration-findings.js";
import { DOCUMENT_OPTIONS, KIND_OPTIONS } from "./registration-options.js";

/** Who asks: what 第二十九条 wants known, and nothing more. */
export function RequesterFields({ draft, set, checked }: RegistrationPart & { readonly checked: Checked | null }) {
  const isPerson = draft.kind === "natural";
  const doubt = checked?.warnings.find(({ field }) => field === "requester.identity.number")?.message;
  return (
    <Card size="small" title="申请人">
      <Form.Item label="申请人类别">
        <Radio.Group
          value={draft.kind}
          onChange={({ target }) =>
            set({ kind: target.value as RequesterKind, document: target.value === "natural" ? "id-card" : "credit-code" })
          } // one of the options below
          options={KIND_OPTIONS}
        />
      </Form.Item>
      <Space wrap size={16} align="start">
        <Form.Item label={isPerson ? "姓名" : "名称"} htmlFor="name">
          <Input
            id="name"
            value={draft.name}
            onChange={({ target }) => set({ name: target.value })}
            style={{ inlineSize: isPerson ? 160 : 320 }}
          />
        </Form.Item>
        {!isPerson && (
          <Form.Item label="法定代表人或联系人" htmlFor="representative">
            <Input
              id="representative"
              value={draft.representative}
              onChange={({ target }) => set({ representative: target.value })}
              style={{ inlineSize: 160 }}
            />
          </Form.Item>
        )}
        <Form.Item
          label="证件"
          htmlFor="identity"
          validateStatus={doubt === undefined ? "" : "warning"}
          extra={doubt ?? (checked?.bornOn ? `出生日期 ${dayText(checked.bornOn)}` : undefined)}
        >
          <Space.Compact>
            <Select
              aria-label="证件种类"
              value={draft.document}
              onChange={(document) => set({ document })}
              options={DOCUMENT_OPTIONS}
              style={{ inlineSize: 150 }}
            />
            <Input
              id="identity"
              value={draft.identity}
              autoComplete="off"
              onChange={({ target }) => set({ identity: target.value })}
              style={{ inlineSize: 230 }}
            />
          </Space.Compact>
        </Form.Item>
      </Space>
      <Contact draft={draft} set={set} />
    </Card>
  );
}

function Contact({ draft, set }: RegistrationPart) {
  return (
    <Space wrap size={16} align="start">
      <Form.Item label="电话" htmlFor="phone">
        <Input
          id="phone"
          value={draft.phone}
          onChange={({ target }) => set({ phone: target.value })}
          style={{ inlineSize: 160 }}
        />
      </Form.Item>
      <Form.Item label="电子邮箱" htmlFor="email">
        <Input
          id="email"
          value={draft.email}
          onChange={({ target }) => set({ email: target.value })}
          style={{ inlineSize: 220 }}
        />
      </Form.Item>
      <Form.Item label="地址" htmlFor="address">
        <Input
          id="address"
          value={draft.address}
          onChange={({ target }) => set({ address: target.value })}
          style={{ inlineSize: 360 }}
        />
      </Form.Item>
      <Form.Item label="邮编" htmlFor="postcode">
        <Input
          id="postcode"
          value={draft.postcode}
          onChange={({ target }) => set({ postcode: target.value })}
          style={{ inlineSize: 100 }}
        />
      </Form.Item>
    </Space>
  );
}
