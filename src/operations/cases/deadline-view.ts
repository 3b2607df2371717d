import { clockStateOn, isOverdue } from "../../law/clock/clock-on-day.js";
import type { ClockReading, DerivationSpan } from "../../law/clock/clock-reading.js";
import { explainDue } from "../../law/clock/explain-due.js";
import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import type { CaseSummary } from "../../register/case-summary.js";
import { type Office, todayIn } from "../office.js";
import { type Urgency, urgencyOn, workingDaysLeft } from "./case-row.js";

/** The last day of a case with how it comes about. */
export interface DeadlineView {
  readonly receivedOn: PlainDate | null;
  readonly due: PlainDate | null;
  readonly isProvisional: boolean;
  readonly isOverdue: boolean;
  readonly urgency: Urgency;
  readonly workingDaysLeft: number | null;
  readonly state: string;
  readonly sentences: string[];
  readonly spans: DerivationSpan[];
}

/** What the clock of a case says on the day it is. */
export function deadlineView(office: Office, reading: ClockReading, summary: CaseSummary): DeadlineView {
  const today = todayIn(office);
  const { receivedOn, due, isProvisional, derivation } = reading;
  return {
    ...{ receivedOn, due, isProvisional, isOverdue: isOverdue(reading, today) },
    urgency: urgencyOn(summary, today, office.calendar),
    workingDaysLeft: summary.isOpen ? workingDaysLeft(due, today, office.calendar) : null,
    state: stateWords(reading, today),
    sentences: explainDue(reading),
    spans: [...derivation],
  };
}

function stateWords(reading: ClockReading, today: PlainDate): string {
  const state = clockStateOn(reading, today);
  switch (state.kind) {
    case "not-started":
      return "等待双方确认收到，期限尚未起算";
    case "running":
      return "期限正在计算";
    case "stopped":
      return `${STOPPED[state.by]}，期限停止计算`;
    case "ended":
      return `${chineseDay(state.on)}${ENDED[state.by]}`;
    default:
      return state satisfies never;
  }
}

const STOPPED = { clarification: "等待申请人补正", fee: "等待申请人缴费", consultation: "征求意见中" } as const;
const ENDED = {
  served: "已送达答复",
  decided: "已作出答复",
  withdrawn: "申请人已撤回",
  "clarification-lapsed": "认定逾期未补正",
  "fee-lapsed": "认定逾期未缴费",
} as const;
