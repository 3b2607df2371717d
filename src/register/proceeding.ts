import type { PlainDate } from "../law/plain-date.js";
import type { Recorded } from "./case-event.js";

/** The result classes of table four. */
export type ProceedingResult = "upheld" | "corrected" | "other";

/**
 * A reconsideration (行政复议) or lawsuit (行政诉讼) about a disclosure act. It is attached to a request or stands alone,
 * and has its own events; it is no state of the request.
 */
export interface Proceeding {
  readonly id: string;
  readonly agencyId: string;
  readonly kind: "reconsideration" | "litigation";
  /** Set for a lawsuit: brought without reconsideration, or after it. */
  readonly route: "direct" | "after_review" | null;
  readonly requestId: string | null;
  /** The reconsideration a suit follows. */
  readonly reconsiderationId: string | null;
  /** Case number of the body or court. */
  readonly number: string;
  readonly forum: string;
  /** True when this agency is only co-defendant as 复议机关: such a case is not counted (国办公开办函〔2016〕201号). */
  readonly isCoDefendant: boolean;
  readonly events: readonly ProceedingEvent[];
  readonly version: number;
}

export type ProceedingEventBody =
  | { readonly type: "filed"; readonly on: PlainDate }
  | { readonly type: "notified"; readonly on: PlainDate }
  | { readonly type: "answered"; readonly on: PlainDate }
  | { readonly type: "suspended"; readonly on: PlainDate; readonly grounds: string }
  | { readonly type: "resumed"; readonly on: PlainDate }
  /** `result` is the class of table four; `holding` the words of the decision: 驳回诉讼请求, 撤销, 撤回起诉 … */
  | { readonly type: "concluded"; readonly on: PlainDate; readonly result: ProceedingResult; readonly holding: string }
  | { readonly type: "appealed"; readonly on: PlainDate }
  | {
      readonly type: "corrected";
      readonly on: PlainDate;
      readonly eventId: string;
      readonly replacement: ProceedingEventBody | null;
    };

export type ProceedingEvent = Recorded & { readonly body: ProceedingEventBody };
