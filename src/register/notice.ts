/** What the system tells people of, as the office and the mail name it. */
export const NOTICE_LABELS = {
  "due-soon": "即将到期",
  overdue: "已经逾期",
  "due-soon-unassigned": "没有分办的申请即将到期",
  "overdue-unassigned": "没有分办的申请已经逾期",
  "from-portal": "公开平台新收申请",
  "submission-left": "网上来件没有登记",
  assigned: "分给我办理",
  "item-returned": "信息被退回修改",
  "review-waiting": "信息待我审核",
  "backup-failed": "备份没有成功",
} as const;

export type NoticeKind = keyof typeof NOTICE_LABELS;
export const NOTICE_KINDS = Object.keys(NOTICE_LABELS) as [NoticeKind, ...NoticeKind[]]; // the keys of a table that is not empty

/** Those that tell of several at once; what they name in place of a number is how many there are, or the number of the only one. */
const TOGETHER = ["due-soon-unassigned", "overdue-unassigned", "submission-left"] as const satisfies readonly NoticeKind[];
export type TogetherKind = (typeof TOGETHER)[number];

/** What a notice of several says in place of a number. */
export function togetherText(count: number, only: string): string {
  return count === 1 ? only : `${count} 件`;
}

/** How many a notice stands for. */
export function casesIn({ kind, number }: { readonly kind: string; readonly number: string }): number {
  const count = TOGETHER.some((one) => one === kind) ? /^(\d{1,9}) 件$/.exec(number)?.[1] : undefined;
  return count === undefined ? 1 : Number(count);
}

/** Where a notice leads to: a page of the office. */
export function noticePath(kind: NoticeKind, subject: string): string {
  switch (kind) {
    case "due-soon":
    case "overdue":
    case "from-portal":
    case "assigned":
      return `/cases/${encodeURIComponent(subject)}`;
    case "due-soon-unassigned":
      return "/today?group=soon";
    case "overdue-unassigned":
      return "/today?group=late";
    case "submission-left":
      return "/submissions";
    case "item-returned":
    case "review-waiting":
      return `/items/${encodeURIComponent(subject)}`;
    case "backup-failed":
      return "/system";
    default:
      return kind satisfies never;
  }
}
