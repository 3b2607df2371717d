import type { PlainDate } from "../../law/plain-date.js";
import type { IdentityProof, Requester, WantedForm } from "../info-request.js";

/** A request as it is filled in on the portal: what 条例 第二十九条 allows to ask for, and nothing more. */
export interface RequestSubmission {
  readonly agencyId: string;
  /**
   * A fresh random text of the form (`newFormToken`), kept in a hidden field: the same form sent twice — a second click, a page
   * loaded again — gives the same receipt and is stored once.
   */
  readonly formToken: string;
  /** On the form of the portal the proof of identity is asked for before it is sent (第二十九条). */
  readonly requester: Requester & { readonly identity: IdentityProof };
  /** 名称、文号或者便于查询的其他特征性描述 */
  readonly description: string;
  readonly wantedForm: WantedForm;
  readonly attachments: readonly SubmittedFile[];
}

export interface SubmittedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const MOST_DESCRIPTION = 5_000;
export const MOST_ATTACHMENTS = 5;
export const MOST_ATTACHMENT_MEGABYTES = 10;
export const MOST_SUBMISSION_MEGABYTES = 20;

/** What the requester keeps. The code is shown this once. */
export interface Receipt {
  /** For people: 3701-20261121-K7QX4M. Cannot be guessed from another. */
  readonly number: string;
  readonly code: string;
  readonly agencyId: string;
  readonly agencyName: string;
  /** The server's clock, UTC. */
  readonly submittedAt: string;
}

export type StatusAnswer =
  | { readonly kind: "found"; readonly status: PublicRequestStatus }
  /** No such number, or another code: which of the two is not told. */
  | { readonly kind: "wrong" }
  /** Too many wrong codes; nothing is answered until then. */
  | { readonly kind: "locked"; readonly until: string };

/** Where a request stands, for whoever holds number and code. Without any personal data: it is kept in the portal in the clear. */
export interface PublicRequestStatus {
  readonly number: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly submittedAt: string;
  /** When this was written, UTC. */
  readonly updatedAt: string;
  readonly state: PublicRequestState;
  /** What happens now, one sentence. */
  readonly now: string;
  /** Who has it now: the requester, the agency, somebody who was asked. */
  readonly holder: string;
  /** By when; null where no term runs. */
  readonly due: PublicDue | null;
  /** What has happened, the oldest first. */
  readonly steps: readonly PublicStep[];
  /** What the requester can do now. */
  readonly youCan: readonly PublicChoice[];
}

export const PUBLIC_REQUEST_STATES = {
  submitted: "已提交",
  unconfirmed: "待确认收到",
  received: "已收到",
  handling: "办理中",
  "waiting-for-you": "等待您处理",
  consulting: "征求意见中",
  decided: "已作出决定",
  closed: "已办结",
  withdrawn: "已撤回",
  "set-aside": "未予登记",
} as const;
export type PublicRequestState = keyof typeof PUBLIC_REQUEST_STATES;

export interface PublicDue {
  readonly on: PlainDate;
  /** The working days of that year are not announced yet. */
  readonly isProvisional: boolean;
  /** Why that date: one sentence each, with the article. */
  readonly why: readonly string[];
}

export interface PublicStep {
  readonly on: PlainDate;
  readonly text: string;
}

export interface PublicChoice {
  readonly title: string;
  readonly text: string;
  readonly until: PlainDate | null;
  /** The article, in Chinese; null when it is only advice. */
  readonly basis: string | null;
}
