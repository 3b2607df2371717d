import type { PlainDate } from "../law/plain-date.js";
import type { CaseEvent } from "./case-event.js";
import type { CaseFile } from "./case-file.js";
import { caseState } from "./case-state.js";
import type { RequestEntry } from "./info-request.js";
import { receiptDay } from "./receipt-day.js";
import { entryOf, isSameEntry, standingRequest } from "./request-entry.js";

/** What a case amounts to for whoever counts, whatever the form of the report: when it came in and how and when it ended. */
export interface CaseCourse {
  /** Whether its arrival is on record. What arrived need not have been received in law. */
  readonly isRegistered: boolean;
  /** 收到申请之日 (第三十一条); null when it is not known yet. */
  readonly receivedOn: PlainDate | null;
  /** The first act that ended it. */
  readonly closedOn: PlainDate | null;
  readonly outcome: string | null;
  /** 延长答复期限 (第三十三条第二款). */
  readonly isExtended: boolean;
}

/** A course, and what was held to be typed right, with the instants between which the register knew it so. `until` is the first instant it no longer did; null is now. */
export interface KnownCourse extends CaseCourse {
  readonly entry: RequestEntry;
  readonly from: string;
  readonly until: string | null;
}

type File = Pick<CaseFile, "request" | "events">;

/** The course of a case as it stands, or as it was known at an instant. */
export function caseCourse(file: File, asOf?: string): CaseCourse {
  const state = caseState(file, asOf);
  return {
    isRegistered: state.receivedOn !== null,
    receivedOn: receiptDay(state),
    closedOn: state.closing?.on ?? null,
    outcome: state.closing?.outcome ?? null,
    isExtended: state.extension !== null,
  };
}

/** Every course a case was ever known to have, in the order of the instants. Before the first nothing was on record. */
export function knownCourses({ request, events }: File): KnownCourse[] {
  const known: KnownCourse[] = [];
  for (const from of instantsOf(events)) {
    const course = caseCourse({ request, events }, from);
    const entry = entryOf(standingRequest({ request, events }, from));
    const last = known.at(-1);
    if (last !== undefined) {
      if (isSameCourse(last, course) && isSameEntry(last.entry, entry)) continue;
      known[known.length - 1] = { ...last, until: from };
    }
    known.push({ ...course, entry, from, until: null });
  }
  return known;
}

function instantsOf(events: readonly CaseEvent[]): string[] {
  return [...new Set(events.map(({ recordedAt }) => recordedAt))].sort();
}

/** Whether two courses count alike. */
export function isSameCourse(one: CaseCourse, other: CaseCourse): boolean {
  return (
    one.isRegistered === other.isRegistered &&
    one.receivedOn === other.receivedOn &&
    one.closedOn === other.closedOn &&
    one.outcome === other.outcome &&
    one.isExtended === other.isExtended
  );
}
