import type { PlainDate } from "../law/plain-date.js";

/** How a request comes in; the day it counts as received follows from it (条例 第三十一条). */
export const CHANNELS = ["in_person", "registered_mail", "ordinary_mail", "online", "email", "fax", "oral"] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  in_person: "当面提交",
  registered_mail: "挂号信、特快专递等需签收的邮寄",
  ordinary_mail: "平常信函等无需签收的邮寄",
  online: "互联网渠道",
  email: "电子邮件",
  fax: "传真",
  oral: "口头提出（代为填写）",
};

/** The six kinds of requesters of table three; the ids are those of its columns. */
export const REQUESTER_KINDS = ["natural", "business", "research", "welfare", "legal_service", "other_org"] as const;
export type RequesterKind = (typeof REQUESTER_KINDS)[number];

/** The columns of table three. */
export const REQUESTER_KIND_LABELS: Readonly<Record<RequesterKind, string>> = {
  natural: "自然人",
  business: "商业企业",
  research: "科研机构",
  welfare: "社会公益组织",
  legal_service: "法律服务机构",
  other_org: "其他法人或者其他组织",
};

/** 身份证明: kind and number of the document. */
export interface IdentityProof {
  readonly document: "id-card" | "passport" | "credit-code" | "other";
  readonly number: string;
}

/** The person or organization that asks. Only what 条例 第二十九条 allows to be asked for; all of it is encrypted at rest. */
export interface Requester {
  readonly kind: RequesterKind;
  readonly name: string;
  /** Absent when the letter came without it: the letter is received all the same, and 补正 is asked for (第三十条). */
  readonly identity?: IdentityProof;
  readonly contact: {
    readonly phone?: string;
    readonly email?: string;
    readonly fax?: string;
    readonly address?: string;
    readonly postcode?: string;
  };
  /** For an organization: who acts for it. */
  readonly representative?: string;
}

/** 形式要求: how the requester wants the information (条例 第二十九条第二款第三项). */
export interface WantedForm {
  readonly medium: "paper" | "electronic" | "inspection" | "other";
  readonly delivery: "post" | "email" | "collect" | "online" | "fax";
}

/**
 * One request as the requester filed it, after any split (一事一申请). A letter that asks for several things becomes several requests
 * that share `letterId`; letters and pieces are counted both.
 */
export interface InfoRequest {
  readonly id: string;
  readonly agencyId: string;
  /** The letter it came in; the same for all pieces of one letter. */
  readonly letterId: string;
  /** 登记编号, shown to the requester. */
  readonly number: string;
  readonly channel: Channel;
  /** The day the letter, message or person reached the agency. The day of receipt in law is derived (law/clock). */
  readonly arrivedOn: PlainDate;
  readonly requester: Requester;
  /** 名称、文号或者便于查询的其他特征性描述. */
  readonly description: string;
  readonly wantedForm: WantedForm;
  /** A paper year that was typed in later: counted, but its letters were not made here. */
  readonly isImported?: true;
  /** What was typed first, where it was wrong (transitions/correct-request). */
  readonly registeredAs?: RequestEntry;
}

/** What of a request decides where it counts and from when its days run. */
export interface RequestEntry {
  readonly requesterKind: RequesterKind;
  readonly channel: Channel;
  readonly arrivedOn: PlainDate;
}
