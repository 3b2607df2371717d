import { CheckCircleOutlined, CloseCircleFilled, QuestionCircleFilled, WarningFilled } from "@ant-design/icons";
import type { Finding } from "./finding-places.js";

interface Severity {
  readonly label: string;
  /** Of a tag. */
  readonly colour: "error" | "warning" | "default";
  /** Of a note beside the text. */
  readonly note: "error" | "warning" | "info";
}

export const SEVERITIES: Readonly<Record<Finding["severity"], Severity>> = {
  error: { label: "错误", colour: "error", note: "error" },
  warning: { label: "警告", colour: "warning", note: "warning" },
  question: { label: "疑问", colour: "default", note: "info" },
};

/** A sign for each severity, told apart by its shape as well as by its colour. */
export function SeveritySign({ finding: { severity, reason } }: { readonly finding: Pick<Finding, "severity" | "reason"> }) {
  if (reason !== null) return <CheckCircleOutlined />;
  switch (severity) {
    case "error":
      return <CloseCircleFilled />;
    case "warning":
      return <WarningFilled />;
    case "question":
      return <QuestionCircleFilled />;
    default:
      return severity satisfies never;
  }
}

/** A finding in one sentence: how grave it is, what it says, whether it was answered. */
export function findingSentence({ severity, message, reason }: Pick<Finding, "severity" | "message" | "reason">): string {
  return `${SEVERITIES[severity].label}：${message}${reason === null ? "" : `（已写明理由：${reason.text}）`}`;
}
