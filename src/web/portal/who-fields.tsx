import type { AskForm } from "./ask-form.js";
import { Choices, Group, TextField } from "./form-parts.js";

const KINDS = [
  ["natural", "公民（自然人）"],
  ["business", "商业企业"],
  ["research", "科研机构"],
  ["welfare", "社会公益组织"],
  ["legal_service", "法律服务机构"],
  ["other_org", "其他组织"],
] as const;

const DOCUMENTS = [
  ["id-card", "居民身份证"],
  ["passport", "护照、港澳台居民证件、外国人永久居留身份证"],
  ["credit-code", "统一社会信用代码（单位）"],
  ["other", "其他证明文件"],
] as const;

interface WhoFieldsProps {
  readonly form: AskForm;
  readonly fault: (field: string) => string | undefined;
}

/** Who asks and how to reach them: 条例第二十九条第一项 and nothing more. */
export function WhoFields({ form, fault }: WhoFieldsProps) {
  return (
    <fieldset>
      <legend>二、您是谁，怎样联系您</legend>
      <Choices name="kind" label="申请人" value={form.kind} options={KINDS} fault={fault("kind")} />
      <TextField
        name="name"
        label="姓名或者单位名称"
        value={form.name}
        fault={fault("name")}
        autocomplete="name"
        maxLength={100}
      />
      <Choices name="document" label="身份证明" value={form.document} options={DOCUMENTS} fault={fault("document")} />
      <TextField name="identity" label="证件号码" value={form.identity} fault={fault("identity")} maxLength={40} />
      <TextField
        name="representative"
        label="联系人"
        hint="单位申请的填写"
        value={form.representative}
        fault={fault("representative")}
        maxLength={100}
      />
      <Group
        id="contact"
        label="联系方式"
        hint="至少一种；选了邮寄的填地址，选了电子邮件的填邮箱，选了传真的填传真"
        fault={fault("contact")}
      >
        <ContactFields form={form} fault={fault} />
      </Group>
    </fieldset>
  );
}

function ContactFields({ form, fault }: WhoFieldsProps) {
  return (
    <div class="fields">
      <div class="pair">
        <TextField
          {...{ name: "phone", label: "电话", type: "tel", value: form.phone, fault: fault("phone") }}
          autocomplete="tel"
          maxLength={40}
        />
        <TextField
          {...{ name: "email", label: "电子邮箱", type: "email", value: form.email, fault: fault("email") }}
          autocomplete="email"
          maxLength={200}
        />
      </div>
      <TextField name="address" label="通信地址" value={form.address} fault={fault("address")} autocomplete="street-address" />
      <div class="pair">
        <TextField
          {...{ name: "postcode", label: "邮政编码", value: form.postcode, fault: fault("postcode") }}
          autocomplete="postal-code"
          maxLength={6}
          isNumeric
        />
        <TextField name="fax" label="传真" type="tel" value={form.fax} fault={fault("fax")} maxLength={40} />
      </div>
    </div>
  );
}
