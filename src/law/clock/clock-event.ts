import type { PlainDate } from "../plain-date.js";

/** How a request came in (条例 第三十一条); the register's channels. */
export type RequestChannel = "in_person" | "registered_mail" | "ordinary_mail" | "online" | "email" | "fax" | "oral";

/** When the other side had a letter of inquiry. */
interface Receipt {
  /** As it was typed with the inquiry. */
  readonly receivedOn?: PlainDate;
  /** As the letter is on record as served; where the two differ this one holds. */
  readonly servedOn?: PlainDate;
}

/**
 * What the clock reads of the events of a case. The register's events fit as they are, once corrections are applied (`standingEvents`);
 * "corrected" is left out on purpose, so that events that do not hold any more cannot be passed.
 */
export type ClockEvent =
  | { readonly type: "received"; readonly on: PlainDate }
  | { readonly type: "confirmed"; readonly on: PlainDate }
  | { readonly type: "clarification-requested"; readonly on: PlainDate; readonly clarifyBy: PlainDate }
  | { readonly type: "clarified"; readonly on: PlainDate }
  | { readonly type: "clarification-lapsed"; readonly on: PlainDate }
  | ({ readonly type: "third-party-asked"; readonly on: PlainDate; readonly party: string } & Receipt)
  | { readonly type: "third-party-answered"; readonly on: PlainDate; readonly party: string }
  | ({ readonly type: "joint-maker-asked"; readonly on: PlainDate; readonly agency: string } & Receipt)
  | { readonly type: "joint-maker-answered"; readonly on: PlainDate; readonly agency: string }
  | { readonly type: "reasons-asked"; readonly on: PlainDate; readonly answerBy: PlainDate }
  | { readonly type: "reasons-given"; readonly on: PlainDate; readonly areReasonable: boolean }
  | { readonly type: "later-date-set"; readonly on: PlainDate; readonly due: PlainDate }
  | { readonly type: "extended"; readonly on: PlainDate; readonly workingDays: number; readonly toldOn: PlainDate }
  | { readonly type: "fee-noticed"; readonly on: PlainDate; readonly payBy: PlainDate }
  | { readonly type: "fee-paid"; readonly on: PlainDate }
  | { readonly type: "fee-lapsed"; readonly on: PlainDate }
  | { readonly type: "decided"; readonly on: PlainDate }
  | { readonly type: "served"; readonly on: PlainDate }
  | { readonly type: "withdrawn"; readonly on: PlainDate }
  /** These move no day. */
  | {
      readonly type:
        | "accepted"
        | "transferred"
        | "searched"
        | "assistance-asked"
        | "assistance-given"
        | "letter-served"
        | "decided-anew"
        | "rectification-requested"
        | "rectification-answered"
        | "archived";
      readonly on: PlainDate;
    };

/** On one day things are taken in this order: what asks before what answers, what ends the case last. */
const ORDER_ON_A_DAY: readonly ClockEvent["type"][] = [
  "received",
  "confirmed",
  "accepted",
  "transferred",
  "assistance-asked",
  "assistance-given",
  "searched",
  "clarification-requested",
  "clarified",
  "third-party-asked",
  "third-party-answered",
  "joint-maker-asked",
  "joint-maker-answered",
  "reasons-asked",
  "reasons-given",
  "extended",
  "later-date-set",
  "fee-noticed",
  "fee-paid",
  "clarification-lapsed",
  "fee-lapsed",
  "decided",
  "served",
  "withdrawn",
  "decided-anew",
  "letter-served",
  "rectification-requested",
  "rectification-answered",
  "archived",
];

/** The events by the day they happened. What was written down first makes no difference, so a late entry gives what a timely one would have. */
export function inOrderOfDays(events: readonly ClockEvent[]): ClockEvent[] {
  return [...events].sort(
    (a, b) =>
      compare(a.on, b.on) ||
      ORDER_ON_A_DAY.indexOf(a.type) - ORDER_ON_A_DAY.indexOf(b.type) ||
      compare(JSON.stringify(a, Object.keys(a).sort()), JSON.stringify(b, Object.keys(b).sort())),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
