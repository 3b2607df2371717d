import type { PlainDate } from "../law/plain-date.js";
import { caseClock, type LawOfDays } from "./case-clock.js";
import type { CaseFile } from "./case-file.js";
import { type CaseState, type CaseStateName, caseState, OPEN_STATES } from "./case-state.js";
import { receiptDay } from "./receipt-day.js";

/** For whom a request waits, as people say it. */
export const WAITING_LABELS = {
  us: "待我机关办理",
  confirmation: "待与申请人确认收到",
  clarification: "待申请人补正",
  reasons: "待申请人说明理由",
  "third-party": "待第三方意见",
  "joint-maker": "待共同制作机关意见",
  payment: "待申请人缴费",
} as const;
export type WaitingFor = keyof typeof WAITING_LABELS;

/**
 * What lists and the desk need of a case, as its events and a calendar give it: nothing in it goes stale when a day passes. Whether
 * a case is late is asked of `due` and the day.
 */
export interface CaseSummary {
  readonly state: CaseStateName;
  /** The reply has not reached the requester and nothing else has ended the case. */
  readonly isOpen: boolean;
  readonly receivedOn: PlainDate | null;
  readonly due: PlainDate | null;
  readonly isDueProvisional: boolean;
  /** Null when nobody has anything to do before the answer. */
  readonly waitingFor: WaitingFor | null;
  /** The last day whoever is waited for has. After it silence has its consequences (第三十条, 第三十二条, 第三十四条). */
  readonly waitingUntil: PlainDate | null;
  readonly outcome: string | null;
  readonly closedOn: PlainDate | null;
  readonly servedOn: PlainDate | null;
  readonly handler: string | null;
  readonly unit: string | null;
}

const UNANSWERED: ReadonlySet<string> = new Set(OPEN_STATES);

/** The summary of a case under a calendar. */
export function caseSummary(file: Pick<CaseFile, "request" | "events">, law: LawOfDays): CaseSummary {
  const state = caseState(file);
  const { due, isProvisional, consultations } = caseClock(file, law);
  const isOpen = UNANSWERED.has(state.name) || state.name === "decided";
  const limits = new Map(consultations.map(({ kind, who, limit }) => [`${kind} ${who}`, limit]));
  const waiting = isOpen ? waitingOf(state, (kind, of) => limits.get(`${kind} ${of}`) ?? null) : null;
  return {
    state: state.name,
    isOpen,
    receivedOn: receiptDay(state),
    due,
    isDueProvisional: isProvisional,
    waitingFor: waiting?.for ?? null,
    waitingUntil: waiting?.until ?? null,
    outcome: state.closing?.outcome ?? null,
    closedOn: state.closing?.on ?? null,
    servedOn: state.servedOn,
    handler: state.handler,
    unit: state.unit,
  };
}

interface Waiting {
  readonly for: WaitingFor;
  readonly until: PlainDate | null;
}

type LimitOf = (kind: "third-party" | "joint-maker", of: string) => PlainDate | null;

function waitingOf(state: CaseState, limitOf: LimitOf): Waiting {
  const { clarification, reasons, fee, consultations } = state;
  switch (state.name) {
    case "unconfirmed":
      return { for: "confirmation", until: null };
    case "awaiting-clarification":
      return { for: "clarification", until: clarification?.clarifyBy ?? null };
    case "awaiting-reasons":
      return { for: "reasons", until: reasons?.answerBy ?? null };
    case "awaiting-payment":
      return { for: "payment", until: fee?.payBy ?? null };
    case "awaiting-opinion": {
      const open = consultations.filter(({ answeredOn }) => answeredOn === null);
      const limits = open.flatMap(({ kind, of }) => limitOf(kind, of) ?? []).sort();
      return { for: open[0]?.kind ?? "third-party", until: limits.at(-1) ?? null };
    }
    default:
      return { for: "us", until: null };
  }
}

/** For whom a case waits on a day: once their time is over, it is for us to go on. */
export function waitingOn(
  { waitingFor, waitingUntil }: Pick<CaseSummary, "waitingFor" | "waitingUntil">,
  today: PlainDate,
): WaitingFor | null {
  if (waitingFor === null || waitingUntil === null || today <= waitingUntil) return waitingFor;
  return "us";
}

/** How a text is looked for: width and letter case make no difference, nor do blanks. */
export function searchText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/** The pairs of neighbouring characters of a text: Chinese has no blanks between words, so pairs are what an index holds. */
export function bigramsOf(text: string): string[] {
  const characters = [...searchText(text)];
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < characters.length; at += 1) pairs.add(`${characters[at]}${characters[at + 1]}`);
  return [...pairs].sort();
}
