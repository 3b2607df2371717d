import type { OutcomeId } from "../law/outcomes/outcomes.js";
import type { PlainDate } from "../law/plain-date.js";
import { type CaseFile, type StandingEvent, standingEvents } from "./case-file.js";
import type { InfoRequest } from "./info-request.js";
import { standingRequest } from "./request-entry.js";

const NO_CORRECTION: OutcomeId = "other.no_correction";
const NO_PAYMENT: OutcomeId = "other.no_payment";
/** A request that its maker takes back is counted under （六）3.其他, as published reports say of themselves. */
const WITHDRAWN: OutcomeId = "other.misc";

/** The states of a case, in the order of the procedure, as people read them. */
export const CASE_STATES = {
  unregistered: "未登记",
  unconfirmed: "待确认",
  received: "已收到",
  handling: "办理中",
  "awaiting-clarification": "待补正",
  "awaiting-reasons": "待说明理由",
  "awaiting-opinion": "征求意见中",
  "awaiting-payment": "待缴费",
  decided: "已作出决定",
  lapsed: "视为放弃",
  withdrawn: "已撤回",
  served: "已送达",
  archived: "已归档",
} as const;
export type CaseStateName = keyof typeof CASE_STATES;

/** The states in which a request is still to be answered. */
export const OPEN_STATES = [
  "unconfirmed",
  "received",
  "handling",
  "awaiting-clarification",
  "awaiting-reasons",
  "awaiting-opinion",
  "awaiting-payment",
] as const satisfies readonly CaseStateName[];

/** Every state of a case that was received. */
export const REGISTERED_STATES = [
  ...OPEN_STATES,
  "decided",
  "lapsed",
  "withdrawn",
  "served",
  "archived",
] as const satisfies readonly CaseStateName[];

/** An opinion that was asked for under 第三十二条 or 第三十四条. When they had the letter and by when they may answer the clock says. */
export interface Consultation {
  readonly kind: "third-party" | "joint-maker";
  readonly of: string;
  /** The event by which they were asked. */
  readonly eventId: string;
  readonly askedOn: PlainDate;
  readonly answeredOn: PlainDate | null;
  readonly opinion: "agrees" | "agrees-in-part" | "refuses" | null;
}

/** Another unit or agency that was asked to help (第十一条). */
export interface Assistance {
  readonly unit: string;
  readonly askedOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly givenOn: PlainDate | null;
}

/** How a case ended: the row of table three it is counted in, and the event that put it there. */
export interface Closing {
  readonly on: PlainDate;
  readonly outcome: string;
  readonly eventId: string;
}

/** What the events of a case amount to. */
export interface CaseState {
  readonly name: CaseStateName;
  readonly request: InfoRequest;
  readonly receivedOn: PlainDate | null;
  readonly confirmedOn: PlainDate | null;
  readonly acceptedOn: PlainDate | null;
  readonly handler: string | null;
  readonly unit: string | null;
  readonly clarification: {
    readonly askedOn: PlainDate;
    readonly clarifyBy: PlainDate;
    readonly clarifiedOn: PlainDate | null;
    readonly isClear: boolean | null;
    readonly lapsedOn: PlainDate | null;
  } | null;
  readonly consultations: readonly Consultation[];
  readonly reasons: {
    readonly askedOn: PlainDate;
    readonly answerBy: PlainDate;
    readonly givenOn: PlainDate | null;
    readonly areReasonable: boolean | null;
  } | null;
  readonly laterDate: PlainDate | null;
  readonly extension: { readonly on: PlainDate; readonly workingDays: number; readonly toldOn: PlainDate } | null;
  readonly fee: {
    readonly noticedOn: PlainDate;
    readonly yuan: number;
    readonly payBy: PlainDate;
    readonly paidOn: PlainDate | null;
    readonly lapsedOn: PlainDate | null;
  } | null;
  readonly searches: number;
  readonly assistance: readonly Assistance[];
  readonly decision: Closing | null;
  /** 重新作出处理 after the first was set aside, the last one. It moves no figure: table three keeps `closing`. */
  readonly newDecision: Closing | null;
  /** Of the decision that stands. */
  readonly servedOn: PlainDate | null;
  readonly withdrawnOn: PlainDate | null;
  readonly archivedOn: PlainDate | null;
  /** 要求更正 (第四十一条), the last one. */
  readonly rectification: { readonly requestedOn: PlainDate; readonly answeredOn: PlainDate | null } | null;
  /** The first act that ended it; a decision after a lapse repeats the row of the lapse. */
  readonly closing: Closing | null;
}

/** A case of which nothing is recorded yet. */
export function beginning(request: InfoRequest): CaseState {
  return {
    name: "unregistered",
    request,
    receivedOn: null,
    confirmedOn: null,
    acceptedOn: null,
    handler: null,
    unit: null,
    clarification: null,
    consultations: [],
    reasons: null,
    laterDate: null,
    extension: null,
    fee: null,
    searches: 0,
    assistance: [],
    decision: null,
    newDecision: null,
    servedOn: null,
    withdrawnOn: null,
    archivedOn: null,
    rectification: null,
    closing: null,
  };
}

/** The state of a case as its events give it; with `asOf`, as it was known at that instant. */
export function caseState(file: Pick<CaseFile, "request" | "events">, asOf?: string): CaseState {
  const draft: Draft = beginning(standingRequest(file, asOf));
  for (const event of standingEvents(file.events, asOf)) take(draft, event);
  draft.name = nameOf(draft);
  return draft;
}

/** The state after one more event. */
export function afterEvent(state: CaseState, event: StandingEvent): CaseState {
  const draft: Draft = { ...state };
  take(draft, event);
  draft.name = nameOf(draft);
  return draft;
}

/** A state while it is put together: a million cases are folded for one report, so no event makes a new object of it. */
type Draft = { -readonly [Part in keyof CaseState]: CaseState[Part] };

function take(draft: Draft, event: StandingEvent): void {
  const { id, body } = event;
  const { on } = body;
  const close = (outcome: string) => {
    draft.closing ??= { on, outcome, eventId: id };
  };
  switch (body.type) {
    case "received":
      draft.receivedOn = on;
      break;
    case "confirmed":
      draft.confirmedOn = on;
      break;
    case "accepted":
      draft.acceptedOn = on;
      draft.handler = body.handler;
      break;
    case "transferred":
      draft.unit = body.unit;
      draft.handler = body.handler ?? draft.handler;
      break;
    case "later-date-set":
      draft.laterDate = body.due;
      break;
    case "extended":
      draft.extension = { on, workingDays: body.workingDays, toldOn: body.toldOn };
      break;
    case "searched":
      draft.searches += 1;
      break;
    case "decided":
      draft.decision = { on, outcome: body.outcome, eventId: id };
      close(body.outcome);
      break;
    case "decided-anew":
      draft.newDecision = { on, outcome: body.outcome, eventId: id };
      // It is to be served and filed again.
      draft.servedOn = null;
      draft.archivedOn = null;
      break;
    case "served":
      draft.servedOn ??= on;
      break;
    case "withdrawn":
      draft.withdrawnOn = on;
      close(WITHDRAWN);
      break;
    case "archived":
      draft.archivedOn = on;
      break;
    case "letter-served":
      break; // says of a letter, not of the case
    default:
      takeCorrespondence(draft, { id, body }, close);
  }
}

interface Correspondence {
  readonly id: string;
  readonly body: Extract<
    StandingEvent["body"],
    { readonly type: `${"clarif" | "reasons" | "fee" | "third-party" | "joint-maker" | "assistance" | "rectification"}${string}` }
  >;
}

/** What is asked of the requester or of others, and what they answer. An answer to nothing leaves no trace. */
function takeCorrespondence(draft: Draft, { id, body }: Correspondence, close: (outcome: string) => void): void {
  const { on } = body;
  const { clarification, reasons, fee, rectification } = draft;
  switch (body.type) {
    case "clarification-requested":
      draft.clarification = { askedOn: on, clarifyBy: body.clarifyBy, clarifiedOn: null, isClear: null, lapsedOn: null };
      break;
    case "clarified":
      draft.clarification = clarification && { ...clarification, clarifiedOn: on, isClear: body.isClear };
      break;
    case "clarification-lapsed":
      draft.clarification = clarification && { ...clarification, lapsedOn: on };
      close(NO_CORRECTION);
      break;
    case "reasons-asked":
      draft.reasons = { askedOn: on, answerBy: body.answerBy, givenOn: null, areReasonable: null };
      break;
    case "reasons-given":
      draft.reasons = reasons && { ...reasons, givenOn: on, areReasonable: body.areReasonable };
      break;
    case "third-party-asked":
      draft.consultations = asked(draft, { kind: "third-party", of: body.party, eventId: id, ...body });
      break;
    case "joint-maker-asked":
      draft.consultations = asked(draft, { kind: "joint-maker", of: body.agency, eventId: id, ...body });
      break;
    case "third-party-answered":
      draft.consultations = answered(draft, { kind: "third-party", of: body.party, ...body });
      break;
    case "joint-maker-answered":
      draft.consultations = answered(draft, { kind: "joint-maker", of: body.agency, ...body });
      break;
    case "fee-noticed":
      draft.fee = { noticedOn: on, yuan: body.yuan, payBy: body.payBy, paidOn: null, lapsedOn: null };
      break;
    case "fee-paid":
      draft.fee = fee && { ...fee, paidOn: on };
      break;
    case "fee-lapsed":
      draft.fee = fee && { ...fee, lapsedOn: on };
      close(NO_PAYMENT);
      break;
    case "assistance-asked":
      draft.assistance = [...draft.assistance, { unit: body.unit, askedOn: on, answerBy: body.answerBy, givenOn: null }];
      break;
    case "assistance-given":
      draft.assistance = draft.assistance.map((one) =>
        one.unit === body.unit && one.givenOn === null ? { ...one, givenOn: on } : one,
      );
      break;
    case "rectification-requested":
      draft.rectification = { requestedOn: on, answeredOn: null };
      break;
    case "rectification-answered":
      draft.rectification = rectification && { ...rectification, answeredOn: on };
      break;
    default:
      body satisfies never;
  }
}

type Party = Pick<Consultation, "kind" | "of">;

function asked(
  { consultations }: CaseState,
  { kind, of, eventId, on }: Party & { readonly eventId: string; readonly on: PlainDate },
): Consultation[] {
  return [...consultations, { kind, of, eventId, askedOn: on, answeredOn: null, opinion: null }];
}

function answered(
  { consultations }: CaseState,
  { kind, of, on, opinion }: Party & { readonly on: PlainDate; readonly opinion: NonNullable<Consultation["opinion"]> },
): Consultation[] {
  return consultations.map((one) => (one.kind === kind && one.of === of ? { ...one, answeredOn: on, opinion } : one));
}

function nameOf(state: CaseState): CaseStateName {
  const { clarification, reasons, fee } = state;
  if (!state.receivedOn) return "unregistered";
  if (state.archivedOn) return "archived";
  if (state.servedOn) return "served";
  if (state.newDecision) return "decided";
  if (state.withdrawnOn) return "withdrawn";
  if (state.decision) return "decided";
  if (clarification?.lapsedOn || fee?.lapsedOn) return "lapsed";
  if (clarification && !clarification.clarifiedOn) return "awaiting-clarification";
  if (reasons && !reasons.givenOn) return "awaiting-reasons";
  if (fee && !fee.paidOn) return "awaiting-payment";
  if (state.consultations.some(({ answeredOn }) => answeredOn === null)) return "awaiting-opinion";
  if (state.acceptedOn) return "handling";
  return needsConfirmation(state.request) && !state.confirmedOn ? "unconfirmed" : "received";
}

/** Whether the day of receipt is the day both sides confirm (条例 第三十一条第二、三项): nobody signed for it. */
export function needsConfirmation({ channel }: Pick<InfoRequest, "channel">): boolean {
  return channel === "ordinary_mail" || channel === "online" || channel === "email" || channel === "fax";
}
