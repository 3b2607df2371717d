import type { PlainDate } from "../law/plain-date.js";
import type { RequestEntry } from "./info-request.js";

/** When and by whom an event was written down. `recordedAt` is the server's clock in UTC (ISO 8601 with milliseconds). */
export interface Recorded {
  readonly id: string;
  /** 1, 2, 3 … in the order of recording, per case. */
  readonly sequence: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Why, when it was recorded late or corrects something. */
  readonly reason?: string;
}

/** The way a letter reached its addressee (送达方式). */
export const SERVICE_METHODS = ["hand", "registered-mail", "ordinary-mail", "email", "online", "fax", "notice"] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number];

/** 更正、不予更正、转送有权更正的行政机关、告知向有权更正的行政机关提出 (第四十一条). */
export const RECTIFICATION_ANSWERS = ["rectified", "refused", "transferred", "referred"] as const;
export type RectificationAnswer = (typeof RECTIFICATION_ANSWERS)[number];

/**
 * What happens to an information request, in the words of the Regulations. `on` is the day it happened, not the day it was written down.
 * The events are the case: state, deadline and the cell of the annual report follow from them.
 */
export type CaseEventBody =
  /** 收到: the letter arrived (第三十一条). */
  | { readonly type: "received"; readonly on: PlainDate }
  /** 确认: agency and requester confirmed receipt, for channels without a signature (第三十一条第二、三项). */
  | { readonly type: "confirmed"; readonly on: PlainDate }
  /** 受理、分办 */
  | { readonly type: "accepted"; readonly on: PlainDate; readonly handler: string }
  /** 转内设机构 */
  | { readonly type: "transferred"; readonly on: PlainDate; readonly unit: string; readonly handler?: string }
  /** 通知补正 (第三十条), once, within seven working days. */
  | { readonly type: "clarification-requested"; readonly on: PlainDate; readonly unclear: string; readonly clarifyBy: PlainDate }
  /** 收到补正: the clock starts anew. `isClear` tells whether the request can now be answered. */
  | { readonly type: "clarified"; readonly on: PlainDate; readonly text: string; readonly isClear: boolean }
  /** 逾期不补正 (第三十条). */
  | { readonly type: "clarification-lapsed"; readonly on: PlainDate }
  /** 征求第三方意见 (第三十二条). `on` is the day the letter was sent, `receivedOn` the day the third party had it as typed then. */
  | { readonly type: "third-party-asked"; readonly on: PlainDate; readonly party: string; readonly receivedOn?: PlainDate }
  | {
      readonly type: "third-party-answered";
      readonly on: PlainDate;
      readonly party: string;
      readonly opinion: "agrees" | "agrees-in-part" | "refuses";
      readonly reasons?: string;
    }
  /** 征求共同制作机关意见 (第三十四条); silence is agreement. */
  | { readonly type: "joint-maker-asked"; readonly on: PlainDate; readonly agency: string; readonly receivedOn?: PlainDate }
  | {
      readonly type: "joint-maker-answered";
      readonly on: PlainDate;
      readonly agency: string;
      readonly opinion: "agrees" | "refuses";
      readonly reasons?: string;
    }
  /** 要求说明理由、说明、确定延迟的合理期限 (第三十五条). */
  | { readonly type: "reasons-asked"; readonly on: PlainDate; readonly answerBy: PlainDate }
  | { readonly type: "reasons-given"; readonly on: PlainDate; readonly text: string; readonly areReasonable: boolean }
  | { readonly type: "later-date-set"; readonly on: PlainDate; readonly due: PlainDate; readonly grounds: string }
  /** 延长答复期限 (第三十三条第二款): at most twenty working days, approved and told before the first term ends. */
  | {
      readonly type: "extended";
      readonly on: PlainDate;
      readonly workingDays: number;
      readonly approvedBy: string;
      readonly toldOn: PlainDate;
      readonly grounds: string;
    }
  /** 信息处理费 (第四十二条；国办函〔2020〕109号). */
  | {
      readonly type: "fee-noticed";
      readonly on: PlainDate;
      readonly basis: "item" | "page";
      readonly quantity: number;
      readonly yuan: number;
      readonly payBy: PlainDate;
    }
  | { readonly type: "fee-paid"; readonly on: PlainDate; readonly yuan: number }
  | { readonly type: "fee-lapsed"; readonly on: PlainDate }
  /** 检索记录: what was searched where, for 信息不存在. */
  | { readonly type: "searched"; readonly on: PlainDate; readonly where: string; readonly terms: string; readonly found: boolean }
  /** 请求协办 (第十一条): another unit or agency is asked to search or to check. Moves no day: the term of the answer runs on. */
  | {
      readonly type: "assistance-asked";
      readonly on: PlainDate;
      readonly unit: string;
      readonly matters: string;
      readonly answerBy: PlainDate;
    }
  | { readonly type: "assistance-given"; readonly on: PlainDate; readonly unit: string; readonly text: string }
  /** 作出处理决定. `outcome` is the open id of a result row of table three: "granted", "denied.third_party", "other.misc" … */
  | {
      readonly type: "decided";
      readonly on: PlainDate;
      readonly outcome: string;
      /** The answers to the legal questions that led to the row. */
      readonly grounds: Readonly<Record<string, string>>;
      readonly letterNumber?: string;
    }
  /** 重新作出处理 (行政复议法 第六十四条、行政诉讼法 第七十条): the first answer was set aside. Table three keeps the row of the first. */
  | {
      readonly type: "decided-anew";
      readonly on: PlainDate;
      readonly outcome: string;
      readonly grounds: Readonly<Record<string, string>>;
      /** The decision or judgment that orders it, with its number, as the letter names it. */
      readonly ordered: string;
      readonly letterNumber?: string;
    }
  /** 送达, with what proves it. */
  | { readonly type: "served"; readonly on: PlainDate; readonly method: ServiceMethod; readonly proof?: string }
  /**
   * 送达办理过程中的文书: a notice on the way to the answer, or one to somebody else. `letter` is the id it was issued under; `inquiry` the
   * event by which the addressee was asked (第三十二条、第三十四条), whose fifteen working days begin with this service.
   */
  | {
      readonly type: "letter-served";
      readonly on: PlainDate;
      readonly letter: string;
      readonly inquiry?: string;
      readonly method: ServiceMethod;
      readonly proof?: string;
    }
  /** 要求更正 (第四十一条): records about the requester in what was given are said to be wrong. No request of its own: table three does not count it. */
  | { readonly type: "rectification-requested"; readonly on: PlainDate; readonly records: string; readonly evidence: string }
  | {
      readonly type: "rectification-answered";
      readonly on: PlainDate;
      readonly answer: RectificationAnswer;
      readonly reasons: string;
      /** The agency that may correct the records, for "transferred" and "referred". */
      readonly competent?: string;
    }
  /** 申请人撤回 */
  | { readonly type: "withdrawn"; readonly on: PlainDate }
  /** 归档 (第四十五条) */
  | { readonly type: "archived"; readonly on: PlainDate }
  /** 更正: the event with id `eventId` was wrong; `replacement` stands in its place, or nothing does when it never happened. */
  | { readonly type: "corrected"; readonly on: PlainDate; readonly eventId: string; readonly replacement: CaseEventBody | null }
  /** 更正申请登记: what is named was typed wrong when the request was registered; the rest is right. */
  | ({ readonly type: "request-corrected"; readonly on: PlainDate } & Partial<RequestEntry>);

/** What happens to a request. The others say of what was written down that it was wrong. */
export type CaseAct = Exclude<CaseEventBody, { readonly type: "corrected" | "request-corrected" }>;

export type CaseEvent = Recorded & { readonly body: CaseEventBody };
export type CaseEventType = CaseEventBody["type"];
