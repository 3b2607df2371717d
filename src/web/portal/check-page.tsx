import { FaultSummary, Field } from "./form-parts.js";
import { type Frame, PageFrame } from "./frame.js";

interface CheckPageProps {
  readonly frame: Frame;
  readonly mostMegabytes: number;
  /** Why the last file was not taken; null at first. */
  readonly fault: string | null;
}

const READABLE = ".docx,.doc,.wps,.odt,.pdf,.html,.htm,.txt,.md,.xlsx";

/** Where anybody has an annual report checked. */
export function CheckPage({ frame, mostMegabytes, fault }: CheckPageProps) {
  return (
    <PageFrame frame={frame}>
      <h1>年报自查</h1>
      <p class="lead">
        选择一份政府信息公开工作年度报告，看看合计对不对、上下年接不接得上、文字和表格是否一致、要素是否齐全。每个问题写明位置、应有的数字和依据。
      </p>
      <FaultSummary faults={fault === null ? [] : [{ field: "report", message: fault }]} lead="没有检查：" />
      <form class="form" method="post" action="/check" encType="multipart/form-data">
        <Field
          id="report"
          label="年度报告"
          hint={`docx、doc、wps、odt、pdf（含扫描件）、html、txt、md、xlsx，不超过 ${mostMegabytes} MB`}
          fault={fault ?? undefined}
        >
          <input
            class="field"
            id="report"
            name="report"
            type="file"
            accept={READABLE}
            required
            aria-describedby={fault === null ? "report-hint" : "report-hint report-fault"}
          />
        </Field>
        <Field id="previous" label="上一年度的报告（可以没有）" hint="有的话，还会核对结转、遗留问题的整改等上下年的衔接">
          <input class="field" id="previous" name="previous" type="file" accept={READABLE} aria-describedby="previous-hint" />
        </Field>
        <p>
          <button class="button" type="submit">
            检查
          </button>
        </p>
      </form>
      <p class="note">文件只在本网站服务器的内存中检查，不保存，也不交给任何人；检查结果只显示给您。</p>
    </PageFrame>
  );
}
