export type FileForm = "docx" | "pdf" | "html" | "xlsx" | "txt" | "json" | "csv";

const NAMES: Readonly<Record<string, string>> = {
  docx: "Word 文档（docx）",
  pdf: "版式文件（pdf）",
  html: "网页（html）",
  xlsx: "Excel 表格（xlsx）",
  txt: "纯文本（txt）",
  json: "数据（json）",
  csv: "数据（csv）",
};

/** What people call a form of a file. */
export function formName(form: string): string {
  return NAMES[form] ?? form;
}
