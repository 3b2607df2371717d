import { Tag } from "antd";
import type { z } from "zod";
import type { CASE_ROW } from "../../api/case-parts.js";

type CaseRow = z.output<typeof CASE_ROW>;

const COLOURS: Readonly<Record<CaseRow["urgency"], string>> = {
  late: "error",
  soon: "warning",
  running: "processing",
  stopped: "default",
  none: "default",
};

/** How much time there is, in words; the colour only says it again. */
export function UrgencyTag({
  row,
}: {
  readonly row: Pick<CaseRow, "urgency" | "workingDaysLeft" | "due" | "isDueProvisional" | "isOpen">;
}) {
  const words = urgencyWords(row);
  return words === null ? null : <Tag color={COLOURS[row.urgency]}>{words}</Tag>;
}

function urgencyWords({
  urgency,
  workingDaysLeft,
  isOpen,
}: Pick<CaseRow, "urgency" | "workingDaysLeft" | "isOpen">): string | null {
  if (!isOpen) return null;
  if (urgency === "stopped") return "期限停止计算";
  if (workingDaysLeft === null) return null;
  if (workingDaysLeft < 0) return `逾期 ${-workingDaysLeft} 个工作日`;
  return workingDaysLeft === 0 ? "今天到期" : `还有 ${workingDaysLeft} 个工作日`;
}
