import type { ServiceMethod } from "../../register/case-event.js";

const LABELS: Readonly<Record<ServiceMethod, string>> = {
  hand: "当面送达",
  "registered-mail": "挂号信、特快专递",
  "ordinary-mail": "平常信函",
  email: "电子邮件",
  online: "互联网渠道",
  fax: "传真",
  notice: "公告送达",
};

/** The ways a letter may reach its addressee, for a list to choose from. */
export const SERVICE_OPTIONS = Object.entries(LABELS).map(([value, label]) => ({ value: value as ServiceMethod, label })); // the keys of the table above
