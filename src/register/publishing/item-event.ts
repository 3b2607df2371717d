import type { PlainDate } from "../../law/plain-date.js";
import type { PublicationChannel } from "../../law/publication/channels.js";
import type { Recorded } from "../case-event.js";
import type { ItemContent } from "./item-content.js";
import type { ReviewChain } from "./review-chain.js";
import type { RecordedHit } from "./screening-hit.js";
import type { SecrecyForm } from "./secrecy-form.js";
import type { Signature } from "./signature.js";

export const REVIEW_VERDICTS = ["approve", "return", "refuse", "hold", "refer"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export const VERDICT_LABELS: Readonly<Record<ReviewVerdict, string>> = {
  approve: "同意",
  return: "退回修改",
  refuse: "不予发布",
  hold: "暂缓",
  refer: "报请确定",
};

/** How one item speaks of another. Seen from the other side the relation turns round. */
export const LINK_RELATIONS = ["interprets", "repeals", "amends", "related"] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

interface Signed {
  readonly on: PlainDate;
  readonly by: Signature;
}

/** What happens to an item, from its draft on. `on` is the day it is done: nothing here can be dated back. */
export type ItemEventBody =
  /** 拟稿 */
  | (Signed & { readonly type: "drafted"; readonly content: ItemContent })
  /** 由原网站导入: already public elsewhere, with the day and the address it had there. */
  | (Signed & {
      readonly type: "imported";
      readonly content: ItemContent;
      readonly indexNumber: string;
      readonly formerlyPublishedOn: PlainDate;
      readonly publishedAt: string;
      readonly formerAddress: string | null;
    })
  /** 修改 */
  | (Signed & { readonly type: "revised"; readonly content: ItemContent; readonly why: string | null })
  /** 公开前筛查 of one revision: what was found, without the data found. */
  | (Signed & {
      readonly type: "screened";
      readonly revision: number;
      readonly hits: readonly RecordedHit[];
    })
  /** 核对: what was found may be published as it is, and why. */
  | (Signed & { readonly type: "hit-cleared"; readonly hitId: string; readonly why: string })
  /** 送审, with the chain as it is on the day: later changes of the chain do not touch it. */
  | (Signed & { readonly type: "submitted"; readonly chain: ReviewChain })
  | (Signed & {
      readonly type: "reviewed";
      readonly stepId: string;
      readonly verdict: ReviewVerdict;
      readonly opinion: string | null;
      readonly checked: readonly string[];
      readonly referredTo: string | null;
    })
  | (Signed & { readonly type: "secrecy-reviewed"; readonly stepId: string; readonly form: SecrecyForm })
  /** 撤回送审: the round is over without a verdict. */
  | (Signed & { readonly type: "recalled"; readonly why: string })
  /** 定时发布: an instant in UTC. */
  | (Signed & { readonly type: "scheduled"; readonly publishAt: string })
  | (Signed & { readonly type: "unscheduled"; readonly why: string })
  /** 公开. `publishedAt` is the server's clock in UTC. */
  | (Signed & { readonly type: "published"; readonly indexNumber: string; readonly publishedAt: string })
  /** 撤回已公开的信息: its address shows date, authority and reason. */
  | (Signed & { readonly type: "withdrawn"; readonly authority: string; readonly why: string; readonly withdrawnAt: string })
  /** 定期评估审查 (条例 第十八条) of what is not published. */
  | (Signed & { readonly type: "reassessed"; readonly outcome: "stays" | "open"; readonly why: string })
  | (Signed & { readonly type: "linked"; readonly relation: LinkRelation; readonly targetId: string })
  | (Signed & { readonly type: "unlinked"; readonly relation: LinkRelation; readonly targetId: string; readonly why: string })
  /** 其他公开渠道 */
  | (Signed & {
      readonly type: "channel-recorded";
      readonly channel: PublicationChannel;
      readonly publishedOn: PlainDate;
      readonly where: string | null;
    })
  /** 有效性改变: repealed, expired, amended. `from` is the first day it no longer is as before. */
  | (Signed & {
      readonly type: "validity-changed";
      readonly validity: string;
      readonly from: PlainDate;
      readonly authority: string;
      readonly ends: boolean;
    });

export type ItemEventType = ItemEventBody["type"];
export type ItemEvent = Recorded & { readonly body: ItemEventBody };

/** An item that is published, or was considered for it, and everything that happened to it in the order of recording. */
export interface InformationItem {
  readonly id: string;
  readonly agencyId: string;
  /** Made up, to try things out. */
  readonly isSample: boolean;
  readonly events: readonly ItemEvent[];
  /** Counts the events written; of two writers at the same version only one wins. */
  readonly version: number;
}
