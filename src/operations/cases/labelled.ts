import { CASE_STATES, type CaseStateName } from "../../register/case-state.js";
import {
  CHANNEL_LABELS,
  type Channel,
  REQUESTER_KIND_LABELS,
  type RequesterKind,
  type WantedForm,
} from "../../register/info-request.js";
import { outcomeLabel } from "../../register/outcome-label.js";

/** A code for programs and the words for people. */
export interface Labelled<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
}

export const DOCUMENT_LABELS = {
  "id-card": "公民身份号码",
  passport: "护照号码",
  "credit-code": "统一社会信用代码",
  other: "其他证件号码",
} as const;

export const MEDIUM_LABELS: Readonly<Record<WantedForm["medium"], string>> = {
  paper: "纸质",
  electronic: "电子",
  inspection: "查阅、抄录",
  other: "其他",
};

export const DELIVERY_LABELS: Readonly<Record<WantedForm["delivery"], string>> = {
  post: "邮寄",
  email: "电子邮件",
  collect: "当面领取",
  online: "互联网渠道",
  fax: "传真",
};

export const CONTACT_LABELS = {
  phone: "电话",
  email: "电子邮箱",
  fax: "传真",
  address: "通信地址",
  postcode: "邮政编码",
} as const;

export const stateLabelled = (name: CaseStateName): Labelled => ({ code: name, label: CASE_STATES[name] });
export const channelLabelled = (channel: Channel): Labelled => ({ code: channel, label: CHANNEL_LABELS[channel] });
export const kindLabelled = (kind: RequesterKind): Labelled => ({ code: kind, label: REQUESTER_KIND_LABELS[kind] });
export const outcomeLabelled = (outcome: string | null): Labelled | null =>
  outcome === null ? null : { code: outcome, label: outcomeLabel(outcome) };
