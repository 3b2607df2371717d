import type { LimitEnd } from "../../law/clock/time-limits.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { Proceeding } from "../../register/proceeding.js";
import { possibleProceedingTransitions } from "../../register/proceeding-procedure.js";
import { proceedingState } from "../../register/proceeding-state.js";
import { PROCEEDING_TRANSITIONS } from "../../register/proceedings/index.js";
import { loadCase } from "../../storage/stores/case-store.js";
import { namesOf } from "../cases/names-of.js";
import { seesPersons } from "../cases/procedure-right.js";
import { type ReportCell, reportPlace } from "../cases/report-cells.js";
import { type StepView, stepView } from "../cases/step-view.js";
import { type TimelineEvent, timelineOf } from "../cases/timeline.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { ownProceeding } from "./own-proceeding.js";
import { type ProceedingRow, proceedingReading, proceedingRow } from "./proceeding-row.js";

/** A day that somebody has to keep in a proceeding. */
export interface ProceedingDeadline {
  readonly code: "review" | "answer" | "decision";
  readonly label: string;
  readonly due: PlainDate;
  readonly isProvisional: boolean;
  readonly basis: string;
  readonly isLate: boolean;
}

/** Everything the page of a reconsideration or lawsuit shows. */
export interface ProceedingView {
  readonly row: ProceedingRow;
  readonly deadlines: ProceedingDeadline[];
  readonly timeline: TimelineEvent[];
  readonly steps: StepView[];
  readonly reportCells: ReportCell[];
  readonly reportDoubts: string[];
  readonly mayHandle: boolean;
}

/** A reconsideration or lawsuit as it stands: its days, what may be done, where it counts in table four. */
export async function viewProceeding(
  office: Office,
  actor: Actor,
  { agencyId, proceedingId }: { readonly agencyId: string; readonly proceedingId: string },
): Promise<ProceedingView> {
  return proceedingViewOf(office, actor, await ownProceeding(office, agencyId, proceedingId));
}

/** The same of one that was just read or written. */
export async function proceedingViewOf(office: Office, actor: Actor, proceeding: Proceeding): Promise<ProceedingView> {
  const { id, agencyId, requestId, events } = proceeding;
  const today = todayIn(office);
  const state = proceedingState(proceeding);
  const file = requestId === null ? null : await loadCase(office.database, requestId);
  const nameOf = await namesOf(
    office,
    events.map(({ recordedBy }) => recordedBy),
  );
  const place =
    state.filedOn === null
      ? { cells: [], doubts: [] }
      : reportPlace(office, {
          ...{ id, agencyId, requests: [], proceedings: [proceeding], from: state.filedOn },
          to: state.conclusion?.on ?? null,
        });
  return {
    row: proceedingRow(proceeding, { calendar: office.calendar, caseNumber: file?.request.number ?? null }),
    deadlines: deadlinesOf(office, proceeding, today),
    timeline: timelineOf(events, { steps: PROCEEDING_TRANSITIONS, nameOf, flagsOf: () => [] }),
    steps: possibleProceedingTransitions(proceeding, today)
      .filter(({ transition }) => transition.id !== "file-proceeding" || state.filedOn === null)
      .map((possible) => stepView(possible, { actor, agencyId, today, calendar: office.calendar, state: null })),
    reportCells: place.cells,
    reportDoubts: place.doubts,
    mayHandle: seesPersons(actor, agencyId),
  };
}

/** The days of a proceeding in their order: the body's review, our answer, the decision, and the appeal against a judgment. */
function deadlinesOf({ calendar }: Office, proceeding: Proceeding, today: PlainDate): ProceedingDeadline[] {
  const { reviewDue, answerDue, isAnswerLate, decisionDue } = proceedingReading(proceeding, calendar);
  const { answeredOn, conclusion } = proceedingState(proceeding);
  const isSuit = proceeding.kind === "litigation";
  const deadline = (
    code: ProceedingDeadline["code"],
    label: string,
    end: LimitEnd | null,
    isLate: boolean,
  ): ProceedingDeadline[] => {
    if (end === null) return [];
    const { due, isProvisional, basis } = end;
    return [{ code, label, due, isProvisional, basis, isLate }];
  };
  const isPast = (end: LimitEnd | null) => end !== null && today > end.due;
  return [
    ...(conclusion === null ? deadline("review", "复议机关审查期限", reviewDue, false) : []),
    ...deadline(
      "answer",
      isSuit ? "本机关提交答辩状和证据的期限" : "本机关提出书面答复和证据的期限",
      answerDue,
      isAnswerLate || (answeredOn === null && conclusion === null && isPast(answerDue)),
    ),
    ...(conclusion === null
      ? deadline("decision", isSuit ? "法院审理期限" : "复议审理期限", decisionDue, isPast(decisionDue))
      : []),
  ];
}
