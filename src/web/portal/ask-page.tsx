import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedGuide } from "../../register/portal/public-guide.js";
import { MOST_ATTACHMENT_MEGABYTES, MOST_ATTACHMENTS, MOST_DESCRIPTION } from "../../register/portal/public-request.js";
import type { SimilarPublished } from "../../register/portal/public-search.js";
import { type AskForm, FIELDS_IN_ORDER } from "./ask-form.js";
import { Choices, described, FaultSummary, Field } from "./form-parts.js";
import { agencyPath, type Frame, PageFrame } from "./frame.js";
import { Similar } from "./similar-published.js";
import { WhoFields } from "./who-fields.js";

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
  // Sent once already: files do not come back with a page, unlike what was typed.
  const isAgain = faults.length > 0 || similar !== null;
  return (
    <PageFrame frame={frame}>
      <h1>申请公开政府信息</h1>
      <p class="lead">
        向{agency.name}申请。只需填写政府信息公开条例第二十九条规定的内容，不需要说明用途。身份信息加密后才保存，只有{agency.name}
        能够读取。
      </p>
      <FaultSummary faults={inOrder(faults)} />
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
            {isAgain && (
              <span class="again" role="note">
                刚才选过文件的，请在这里重新选择：浏览器不会替您保留。
              </span>
            )}
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

/** As they stand in the form, so that the list is worked through from above. */
function inOrder(faults: readonly AskFault[]): AskFault[] {
  const place = (field: string) => {
    const at = FIELDS_IN_ORDER.indexOf(field);
    return at < 0 ? FIELDS_IN_ORDER.length : at;
  };
  return [...faults].sort((one, other) => place(one.field) - place(other.field));
}
