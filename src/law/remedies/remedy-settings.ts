/** What is argued about in remedies; every place may decide for itself. The defaults are the reading that withholds no remedy. */
export interface RemedySettings {
  /**
   * 信访类、重复申请、公开出版物、行政查询事项: whether the letter tells of a remedy at all. Courts turn many such suits away,
   * but 法释〔2025〕8号 第一条第一项 names 不予处理 as an act that may be sued over.
   */
  readonly statutoryOrNone: "optional" | "none";
  /** 确认撤回等结案文书: no decision on the request, so no clause by default. */
  readonly otherMisc: "optional" | "none";
  /** Whether e-mail is an 互联网渠道 in the sense of 行政复议法 第二十二条第二款. */
  readonly emailIsInternetChannel: boolean;
}

export const DEFAULT_REMEDY_SETTINGS: RemedySettings = {
  statutoryOrNone: "optional",
  otherMisc: "none",
  emailIsInternetChannel: true,
};
