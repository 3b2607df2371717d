import { Card, Form, Input, Radio, Select, Space } from "antd";
import type { RequesterKind } from "../../register/info-request.js";
import { faultAt } from "../components/form-faults.js";
import { dayText } from "./day-text.js";
import type { RegistrationPart } from "./registration.js";
import { type Checked, identityDoubt } from "./registration-findings.js";
import { DOCUMENT_OPTIONS, KIND_OPTIONS } from "./registration-options.js";

/** Who asks: what 第二十九条 wants known, and nothing more. */
export function RequesterFields({ draft, set, faults, checked }: RegistrationPart & { readonly checked: Checked | null }) {
  const isPerson = draft.kind === "natural";
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
        <Form.Item label={isPerson ? "姓名" : "名称"} htmlFor="name" {...faultAt(faults, "name").item}>
          <Input
            id="name"
            {...faultAt(faults, "name").input}
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
        <IdentityField draft={draft} set={set} checked={checked} />
      </Space>
      <Contact draft={draft} set={set} />
    </Card>
  );
}

type Part = Pick<RegistrationPart, "draft" | "set">;

/** The proof of identity. It may be empty; its line below is always there, so that nothing moves while one types. */
function IdentityField({ draft, set, checked }: Part & { readonly checked: Checked | null }) {
  const doubt = identityDoubt(checked)?.message;
  const born = checked?.bornOn ? `出生日期 ${dayText(checked.bornOn)}` : null;
  return (
    <Form.Item
      className="identity-field"
      label="证件"
      htmlFor="identity"
      validateStatus={doubt === undefined ? "" : "warning"}
      extra={<span id="identity-word">{doubt ?? born ?? "来信没有附身份证明的，留空。"}</span>}
    >
      <Space.Compact>
        <Select
          aria-label="证件种类"
          value={draft.document}
          onChange={(document) => set({ document })}
          options={DOCUMENT_OPTIONS}
          style={{ inlineSize: 160 }}
        />
        <Input
          id="identity"
          value={draft.identity}
          autoComplete="off"
          aria-describedby="identity-word"
          onChange={({ target }) => set({ identity: target.value })}
          style={{ inlineSize: 260 }}
        />
      </Space.Compact>
    </Form.Item>
  );
}

function Contact({ draft, set }: Part) {
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
