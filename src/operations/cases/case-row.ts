import type { WorkCalendar } from "../../law/calendar/work-calendar.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { LawOfDays } from "../../register/case-clock.js";
import type { CaseFile } from "../../register/case-file.js";
import { type CaseSummary, caseSummary, WAITING_LABELS, type WaitingFor, waitingOn } from "../../register/case-summary.js";
import type { Requester } from "../../register/info-request.js";
import type { ListedCase } from "../../storage/stores/case-list-store.js";
import type { SummarizedCase } from "../../storage/stores/case-summary-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { channelLabelled, kindLabelled, type Labelled, outcomeLabelled, stateLabelled } from "./labelled.js";
import { maskedName } from "./masked-name.js";
import { seesPersons } from "./procedure-right.js";
import { requesterNames } from "./requester-names.js";

/** What the desk makes of a last day: over, near, running, standing still, or none to keep. */
export type Urgency = "late" | "soon" | "running" | "stopped" | "none";

/** A case in a list. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly letterId: string;
  readonly channel: Labelled;
  readonly requesterKind: Labelled;
  readonly requesterName: string;
  readonly description: string;
  readonly arrivedOn: PlainDate;
  readonly receivedOn: PlainDate | null;
  readonly state: Labelled;
  readonly isOpen: boolean;
  readonly handler: string | null;
  readonly unit: string | null;
  readonly due: PlainDate | null;
  readonly isDueProvisional: boolean;
  readonly urgency: Urgency;
  readonly workingDaysLeft: number | null;
  readonly waitingFor: Labelled<WaitingFor> | null;
  readonly waitingUntil: PlainDate | null;
  readonly outcome: Labelled | null;
  readonly closedOn: PlainDate | null;
  readonly version: number;
  readonly updatedAt: string;
}

/** A last day is near when so many working days are left. Not law: a week of work minus what a signature takes. */
const SOON_WORKING_DAYS = 3;

/** What a summary means on a day. */
export function urgencyOn(
  summary: Pick<CaseSummary, "isOpen" | "due" | "waitingFor" | "waitingUntil">,
  today: PlainDate,
  calendar: WorkCalendar,
): Urgency {
  const { isOpen, due } = summary;
  if (!isOpen) return "none";
  const waiting = waitingOn(summary, today);
  if (due === null) return waiting === "confirmation" ? "none" : "stopped";
  if (today > due) return "late";
  if (waiting === "third-party" || waiting === "joint-maker") return "stopped";
  return calendar.workingDaysAfter(today, due) <= SOON_WORKING_DAYS ? "soon" : "running";
}

/** Working days from a day to the last day; negative when that is past. */
export function workingDaysLeft(due: PlainDate | null, today: PlainDate, calendar: WorkCalendar): number | null {
  if (due === null) return null;
  return today <= due ? calendar.workingDaysAfter(today, due) : -calendar.workingDaysAfter(due, today);
}

/** Summaries as rows, with the names of the requesters as far as the reader may know them. */
export async function caseRows(office: Office, actor: Actor, summaries: readonly SummarizedCase[]): Promise<CaseRow[]> {
  const names = await requesterNames(office, actor, summaries);
  const today = todayIn(office);
  return summaries.map((summary) => rowOf(summary, names(summary.caseId), { today, calendar: office.calendar }));
}

/** The same where who asked was read with them. */
export function namedRows(office: Pick<Office, "calendar" | "now">, actor: Actor, listed: readonly ListedCase[]): CaseRow[] {
  const day = { today: todayIn(office), calendar: office.calendar };
  return listed.map(({ summary, requester }) =>
    rowOf(summary, seesPersons(actor, summary.agencyId) ? requester.name : maskedName(requester), day),
  );
}

/** The row of a file that was just read or written. */
export function rowOfFile(office: Pick<Office, "calendar" | "now">, actor: Actor, file: CaseFile, law: LawOfDays): CaseRow {
  const { id: caseId, requester, ...shown } = file.request;
  const names = { caseId, requesterKind: requester.kind, version: file.version, updatedAt: file.events.at(-1)?.recordedAt ?? "" };
  return rowOf(
    { ...shown, ...caseSummary(file, law), ...names },
    seesPersons(actor, shown.agencyId) ? requester.name : maskedName(requester),
    { today: todayIn(office), calendar: office.calendar },
  );
}

/** The row of one case whose requester is known already. */
export function rowOf(
  summary: SummarizedCase,
  requesterName: Requester["name"],
  { today, calendar }: { readonly today: PlainDate; readonly calendar: WorkCalendar },
): CaseRow {
  const { caseId, number, letterId, channel, requesterKind, description, arrivedOn, receivedOn, state, isOpen } = summary;
  const waiting = waitingOn(summary, today);
  return {
    ...{
      id: caseId,
      number,
      letterId,
      channel: channelLabelled(channel),
      requesterKind: kindLabelled(requesterKind),
      requesterName,
    },
    ...{ description, arrivedOn, receivedOn, state: stateLabelled(state), isOpen },
    ...{ handler: summary.handler, unit: summary.unit, due: summary.due, isDueProvisional: summary.isDueProvisional },
    urgency: urgencyOn(summary, today, calendar),
    workingDaysLeft: isOpen ? workingDaysLeft(summary.due, today, calendar) : null,
    waitingFor: waiting === null ? null : { code: waiting, label: WAITING_LABELS[waiting] },
    waitingUntil: summary.waitingUntil,
    outcome: outcomeLabelled(summary.outcome),
    ...{ closedOn: summary.closedOn, version: summary.version, updatedAt: summary.updatedAt },
  };
}
