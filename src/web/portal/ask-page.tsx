import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedGuide } from "../../register/portal/public-guide.js";
import { MOST_ATTACHMENT_MEGABYTES, MOST_ATTACHMENTS, MOST_DESCRIPTION } from "../../register/portal/public-request.js";
import type { SimilarPublished } from "../../register/portal/public-search.js";
import type { AskForm } from "./ask-form.js";
import { Choices, described, FaultSummary, Field, TextField } from "./form-parts.js";
import { agencyPath, type Frame, PageFrame } from "./frame.js";

export interface AskFault {
  readonly field: string;
  readonly message: string;
}

interface AskPageProps {
  readonly frame: Frame;
  readonly agency: PublicAgency;
  readonly guide: PublishedGuide | null;
  readonly form: AskForm;
  readonly faults: readonly AskFault[];
  /** What is published and may already serve; null before anybody asked. */
  readonly similar: readonly SimilarPublished[] | null;
}

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

const MEDIA = [
  ["electronic", "电子文本"],
  ["paper", "纸质"],
  ["inspection", "当面查阅、抄录"],
  ["other", "其他"],
] as const;

const DELIVERIES = [
  ["email", "电子邮件"],
  ["post", "邮寄"],
  ["collect", "自行领取"],
  ["online", "在本网站获取"],
  ["fax", "传真"],
] as const;

/** The form of 条例第二十九条 and nothing more: who, what, in which form. What for is not asked: nobody has to say. */
export function AskPage({ frame, agency, form, faults, similar }: AskPageProps) {
  const fault = (field: string) => faults.find((one) => one.field === field)?.message;
  return (
    <PageFrame frame={frame}>
      <h1>申请公开政府信息</h1>
      <p class="lead">
        向{agency.name}申请。只需填写政府信息公开条例第二十九条规定的内容，不需要说明用途。身份信息加密后才保存，只有{agency.name}
        能够读取。
      </p>
      <FaultSummary faults={faults} />
      <form
        class="form"
        method="post"
        action={`/ask/${encodeURIComponent(agency.id)}`}
        encType="multipart/form-data"
        data-draft={`ask-${agency.id}`}
        noValidate
      >
        <input type="hidden" name="formToken" value={form.formToken} />
        <div class="hidden" aria-hidden="true">
          <label for="website">不要填写这一项</label>
          <input id="website" name="website" tabIndex={-1} autocomplete="off" />
        </div>
        <fieldset>
          <legend>一、您需要什么信息</legend>
          <Field
            id="description"
            label="信息的名称、文号或者其他特征"
            hint={`写得越具体，找得越快：哪个机关、哪一年、关于什么事、哪份文件。至多 ${MOST_DESCRIPTION} 字。几项不相干的信息请分开申请。`}
            fault={fault("description")}
          >
            <textarea
              class="field"
              id="description"
              name="description"
              maxLength={MOST_DESCRIPTION}
              data-similar="/similar"
              data-agency={agency.id}
              {...described({ id: "description", hint: true, fault: fault("description") })}
            >
              {form.description}
            </textarea>
          </Field>
          <div id="similar" aria-live="polite">
            {similar !== null && <Similar similar={similar} />}
          </div>
          <p>
            <button
              class="button quiet"
              type="submit"
              name="action"
              value="similar"
              formAction={`/ask/${encodeURIComponent(agency.id)}#similar`}
            >
              先看看有没有已经公开的
            </button>
          </p>
          <Choices name="medium" label="希望得到的形式" value={form.medium} options={MEDIA} fault={fault("medium")} />
          <Choices name="delivery" label="希望怎样得到" value={form.delivery} options={DELIVERIES} fault={fault("delivery")} />
        </fieldset>
        <WhoFields form={form} fault={fault} />
        <fieldset>
          <legend>三、附件（可以没有）</legend>
          <Field
            id="attachments"
            label="身份证明或者说明材料"
            hint={`至多 ${MOST_ATTACHMENTS} 个，每个不超过 ${MOST_ATTACHMENT_MEGABYTES} MB：pdf、图片、docx、xlsx。委托他人申请的，请附委托书。`}
            fault={fault("attachments")}
          >
            <input
              class="field"
              id="attachments"
              name="attachments"
              type="file"
              multiple
              {...described({ id: "attachments", hint: true, fault: fault("attachments") })}
            />
          </Field>
        </fieldset>
        <p>
          <button class="button" type="submit" name="action" value="send">
            提交申请
          </button>
        </p>
        <p class="small muted">
          提交后会得到回执编号和查询码。不方便网上填写的，可以
          <a href={`/ask/${encodeURIComponent(agency.id)}/paper`}>打印申请表</a>，邮寄或者当面提交；阅读、书写有困难的，可以到
          <a href={`${agencyPath(agency.id)}/guide`}>工作机构</a>口头提出，由工作人员代为填写（第二十九条、第四十三条）。
        </p>
      </form>
    </PageFrame>
  );
}

function WhoFields({ form, fault }: { readonly form: AskForm; readonly fault: (field: string) => string | undefined }) {
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
      <div id="contact" class={fault("contact") === undefined ? undefined : "has-fault"}>
        <span class="label">联系方式</span>
        <span class="hint">至少一种；选了邮寄的填地址，选了电子邮件的填邮箱</span>
        {fault("contact") !== undefined && <span class="fault">{fault("contact")}</span>}
      </div>
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
    </fieldset>
  );
}

/** Published already: a person who finds it here need not wait twenty working days. */
export function Similar({ similar }: { readonly similar: readonly SimilarPublished[] }) {
  if (similar.length === 0) return <p class="note">没有找到相近的已公开信息，可以继续填写。</p>;
  return (
    <div class="note good">
      <b>已经公开的信息里有相近的，也许就是您要的：</b>
      <ul>
        {similar.map(({ title, snippet, item, answer }) => (
          <li key={title}>
            {item === null ? (
              title
            ) : (
              <a href={item.path} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            <span class="hint">{answer === null ? snippet : answer.answer.slice(0, 120)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
