/** What the system tells people of, as the office and the mail name it. */
export const NOTICE_LABELS = {
  "due-soon": "即将到期",
  overdue: "已经逾期",
  "from-portal": "公开平台新收申请",
  assigned: "分给我办理",
  "item-returned": "信息被退回修改",
  "review-waiting": "信息待我审核",
  "backup-failed": "备份没有成功",
} as const;

export type NoticeKind = keyof typeof NOTICE_LABELS;
export const NOTICE_KINDS = Object.keys(NOTICE_LABELS) as [NoticeKind, ...NoticeKind[]]; // the keys of a table that is not empty

/** Where a notice leads to: a page of the office. */
export function noticePath(kind: NoticeKind, subject: string): string {
  switch (kind) {
    case "due-soon":
    case "overdue":
    case "from-portal":
    case "assigned":
      return `/cases/${encodeURIComponent(subject)}`;
    case "item-returned":
    case "review-waiting":
      return `/items/${encodeURIComponent(subject)}`;
    case "backup-failed":
      return "/system";
    default:
      return kind satisfies never;
  }
}
