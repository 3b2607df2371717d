import type { PlainDate } from "../plain-date.js";

/** What a stretch of days is to the term. */
export type DerivationKind =
  /** 起算日: the day the term begins with, itself not counted. */
  | "day-zero"
  /** Working days that count. */
  | "counted"
  /** Weekends and holidays. */
  | "day-off"
  /** Working days that do not count: consultations, and what the settings add. */
  | "excluded"
  /** Days of a term that was set aside because another began anew. */
  | "set-aside"
  /** The clock waits for somebody else; open when `to` is null. */
  | "waiting"
  /** From the end of the counted days to the later date of 第三十五条. */
  | "later-date";

/** Consecutive days of one kind, first and last included, with the article that makes them so. Letters, pages and tests print it. */
export interface DerivationSpan {
  readonly kind: DerivationKind;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** How many working days are in it; of an open span none. */
  readonly workingDays: number;
  /** Of counted days: which days of the term they are, 1 to 20 and on to 40 when it is extended. */
  readonly nth: { readonly first: number; readonly last: number } | null;
  readonly part: "term" | "extension" | null;
  /** In Chinese: 春节, 周末, 征求第三方（甲公司）意见 … */
  readonly why: string;
  /** The article, in Chinese. */
  readonly basis: string;
}

/** Where the clock stands by the events. An unanswered consultation stops it until its limit at the latest; `clockStateOn` settles that for a day. */
export type ClockState =
  | { readonly kind: "not-started"; readonly waitsFor: "confirmation" }
  | { readonly kind: "running" }
  | {
      readonly kind: "stopped";
      readonly by: "clarification" | "fee" | "consultation";
      readonly since: PlainDate;
      readonly until: PlainDate;
    }
  | { readonly kind: "ended"; readonly by: ClockEnd; readonly on: PlainDate };

export type ClockEnd = "served" | "decided" | "withdrawn" | "clarification-lapsed" | "fee-lapsed";

/** An act that came late or is not provided for. It is kept and told, never forbidden. */
export interface ClockFlag {
  readonly code: ClockFlagCode;
  readonly on: PlainDate;
  /** One Chinese sentence: what happened, what the law asks, what follows for the term. */
  readonly sentence: string;
}

export type ClockFlagCode =
  | "confirmed-late"
  | "clarification-late"
  | "clarification-repeated"
  | "clarification-unasked"
  | "clarified-late"
  | "lapsed-early"
  | "lapsed-unasked"
  | "consulted-late"
  | "consultation-repeated"
  | "opinion-late"
  | "receipt-differs"
  | "extension-late"
  | "extension-repeated"
  | "extension-too-long"
  | "extension-while-stopped"
  | "later-date-late"
  | "later-date-not-later"
  | "later-date-without-reasons"
  | "fee-late"
  | "fee-unasked"
  | "payment-late"
  | "after-end";

/** One consultation as the clock sees it. */
export interface Consultation {
  readonly kind: "third-party" | "joint-maker";
  readonly who: string;
  readonly sentOn: PlainDate;
  /** The day the other side had the letter; null when it is not recorded. The limit is then counted from the day of sending. */
  readonly receivedOn: PlainDate | null;
  /** The day that was typed with the inquiry where its letter is on record as served on another; null otherwise. */
  readonly enteredOn: PlainDate | null;
  /** Last day for the opinion: fifteen working days from receipt (第三十二条, 第三十四条). */
  readonly limit: PlainDate;
  readonly answeredOn: PlainDate | null;
}

/** What the clock of a request says. Nothing of it is stored: it follows from the events. */
export interface ClockReading {
  /** 收到申请之日 (第三十一条), or null while receipt is not confirmed. */
  readonly receivedOn: PlainDate | null;
  /** The last day for the reply, or null while the clock waits for the requester. With an open consultation: as if it stays silent. */
  readonly due: PlainDate | null;
  /** Counted over days whose holidays are not announced: for the office only, never for a letter. */
  readonly isProvisional: boolean;
  readonly state: ClockState;
  readonly decidedOn: PlainDate | null;
  readonly consultations: readonly Consultation[];
  readonly derivation: readonly DerivationSpan[];
  readonly flags: readonly ClockFlag[];
}
