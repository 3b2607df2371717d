import { FaultSummary, Field } from "./form-parts.js";
import { type Frame, PageFrame } from "./frame.js";

interface CheckPageProps {
  readonly frame: Frame;
  readonly mostMegabytes: number;
  /** Why the last file was not taken; null at first. */
  readonly fault: string | null;
  /** Whether the program that checks inside the browser was built. */
  readonly isCheckedHere: boolean;
}

const READABLE = ".docx,.doc,.wps,.odt,.pdf,.html,.htm,.txt,.md,.xlsx";

/**
 * Where anybody has an annual report checked. With scripts the browser does it (src/web/portal-check) and then says so; as the page
 * comes, the server would, and says that.
 */
export function CheckPage({ frame, mostMegabytes, fault, isCheckedHere }: CheckPageProps) {
  return (
    <PageFrame frame={frame}>
      <div id="check-sheet">
        <h1>年报自查</h1>
        <p class="lead">
          选择一份政府信息公开工作年度报告，看看合计对不对、上下年接不接得上、文字和表格是否一致、要素是否齐全。每个问题写明位置、应有的数字和依据。
        </p>
        <p class="note" id="check-place">
          文件只在本网站服务器的内存中检查，不保存，也不交给任何人；检查结果只显示给您。
        </p>
        <FaultSummary faults={fault === null ? [] : [{ field: "report", message: fault }]} lead="没有检查：" />
        <form
          id="check-form"
          class="form"
          data-most-megabytes={mostMegabytes}
          method="post"
          action="/check"
          encType="multipart/form-data"
        >
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
      </div>
      <div id="check-here" />
      {isCheckedHere && <script type="module" src="/check/page.js" />}
    </PageFrame>
  );
}
