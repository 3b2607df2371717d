import type { ServiceMethod } from "../../law/remedies/service-method.js";

const SERVICE_WORDS: Readonly<Record<ServiceMethod, string>> = {
  hand: "当面送达",
  "registered-mail": "挂号信、特快专递等邮寄送达",
  "ordinary-mail": "平常信函寄送",
  email: "电子邮件送达",
  online: "互联网渠道送达",
  fax: "传真送达",
  notice: "公告送达",
};

/** The way a letter is served, as printed. */
export function serviceWords(method: ServiceMethod): string {
  return SERVICE_WORDS[method];
}
