/** What a person may do against a letter; what it means on a day is in remedy-clause.ts. */
export const REMEDY_CLASSES = {
  none: "程序性文书，不载救济告知",
  reconsider_first: "复议前置：先申请行政复议，对复议决定不服再起诉",
  optional: "可以申请行政复议，也可以直接起诉",
  mixed: "部分公开：不予公开部分复议前置，其他部分可以复议或者起诉",
  statutory_or_none: "是否可以复议、起诉有争议，由设置决定",
} as const;
export type RemedyClass = keyof typeof REMEDY_CLASSES;
