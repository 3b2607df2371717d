import type { CheckedReport } from "../../findings/checked-file.js";
import type { Stage } from "./check-message.js";

/** What the page shows of a check. */
export type CheckState =
  | { readonly kind: "waiting" }
  | { readonly kind: "busy"; readonly stage: Stage }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "beyond"; readonly why: string }
  | { readonly kind: "checked"; readonly checked: CheckedReport };

export const STAGE_TEXT: Readonly<Record<Stage, string>> = {
  opening: "正在打开文件……",
  "loading-pdf": "正在载入 PDF 读取程序，然后读取文件……",
  reading: "正在读取文件……",
  recognising: "正在识别章节和表格……",
  previous: "正在读取上一年度的报告……",
  checking: "正在检查……",
};
