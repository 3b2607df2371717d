import type { PlainDate } from "../../law/plain-date.js";
import { caseClock } from "../../register/case-clock.js";
import { contradictionsIn, flagsOf, possibleTransitions } from "../../register/case-procedure.js";
import { caseState } from "../../register/case-state.js";
import { caseSummary } from "../../register/case-summary.js";
import { lackingProof } from "../../register/lacking-proof.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import type { Attachment } from "../../storage/stores/attachment-store.js";
import type { CasePage } from "../../storage/stores/case-page-store.js";
import type { LetterBody } from "../letters/letter-source.js";
import { type Actor, type Office, SYSTEM_ACTOR, todayIn } from "../office.js";
import { type ProceedingRow, proceedingRow } from "../proceedings/proceeding-row.js";
import { type CaseRow, rowOf } from "./case-row.js";
import { type DeadlineView, deadlineView } from "./deadline-view.js";
import { DELIVERY_LABELS, type Labelled, MEDIUM_LABELS } from "./labelled.js";
import { maskedName } from "./masked-name.js";
import { lawOf, ownCasePage } from "./own-case.js";
import { seesPersons } from "./procedure-right.js";
import { type RelatedCase, relatedOf } from "./related-cases.js";
import { type ReportCell, reportPlace } from "./report-cells.js";
import { coveredRequester, type ShownRequester } from "./shown-requester.js";
import { type StepView, stepView } from "./step-view.js";
import { type TimelineEvent, timelineOf } from "./timeline.js";

/** Everything the page of a case shows. */
export interface CaseView {
  /** The day it is in the office. */
  readonly today: PlainDate;
  readonly row: CaseRow;
  readonly agencyId: string;
  readonly requester: ShownRequester;
  readonly wantedForm: { readonly medium: Labelled; readonly delivery: Labelled };
  readonly isImported: boolean;
  readonly deadline: DeadlineView;
  readonly timeline: TimelineEvent[];
  readonly flags: string[];
  readonly steps: StepView[];
  readonly attachments: Attachment[];
  readonly related: RelatedCase[];
  readonly proceedings: ProceedingRow[];
  readonly reportCells: ReportCell[];
  readonly reportDoubts: string[];
  readonly mayHandle: boolean;
}

export interface CaseName {
  readonly agencyId: string;
  readonly caseId: string;
}

/** A case as it stands: what happened, what is due and why, what may be done now and what not. */
export async function viewCase(office: Office, actor: Actor, { agencyId, caseId }: CaseName): Promise<CaseView> {
  const page = await ownCasePage(office, agencyId, caseId);
  return viewOf(office, actor, page);
}

/** The same of a page that was just read, or of one whose file has just become longer. */
export async function viewOf(office: Office, actor: Actor, page: CasePage<LetterBody>): Promise<CaseView> {
  const { calendar } = office;
  const { file, attachments, proceedings } = page;
  const { request, events, version } = file;
  const { agencyId, requester, wantedForm } = request;
  const today = todayIn(office);
  const mayHandle = seesPersons(actor, agencyId);
  const [law, related] = await Promise.all([lawOf(office, agencyId), relatedOf(office, page)]);
  const known = new Map([...page.names, [actor.id, actor.name], [SYSTEM_ACTOR.id, SYSTEM_ACTOR.name]]);
  const nameOf = (id: string): string => known.get(id) ?? id;
  const summary = caseSummary(file, law);
  const state = caseState(file);
  const flags = flagsOf(file, law);
  const place = reportPlace(office, {
    ...{ id: request.id, agencyId, requests: [file], proceedings },
    from: state.receivedOn ?? request.arrivedOn,
    to: summary.closedOn,
  });
  const { id: caseId, ...shown } = request;
  const names = { caseId, requesterKind: requester.kind, version, updatedAt: events.at(-1)?.recordedAt ?? "" };
  return {
    today,
    row: rowOf({ ...shown, ...summary, ...names }, mayHandle ? requester.name : maskedName(requester), { today, calendar }),
    agencyId,
    requester: coveredRequester(requester, mayHandle),
    wantedForm: {
      medium: { code: wantedForm.medium, label: MEDIUM_LABELS[wantedForm.medium] },
      delivery: { code: wantedForm.delivery, label: DELIVERY_LABELS[wantedForm.delivery] },
    },
    isImported: request.isImported === true,
    deadline: deadlineView(office, caseClock(file, law), summary),
    timeline: withLetterNames(
      timelineOf(events, {
        steps: TRANSITIONS,
        nameOf,
        flagsOf: (id) => flags.filter(({ eventId }) => eventId === id).map(({ flag }) => flag.message),
      }),
      letterNamesOf(page),
    ),
    flags: [
      ...flags.filter(({ eventId }) => eventId === null).map(({ flag }) => flag.message),
      ...contradictionsIn(file).map(({ refusal }) => refusal.message),
    ],
    steps: possibleTransitions(file, today)
      // What brought the case here is behind it, whatever happens.
      .filter(({ transition }) => transition.id !== "receive" || state.receivedOn === null)
      .map((possible) =>
        stepView(possible, { actor, agencyId, today, calendar, state, lacking: lackingProof(request.requester) }),
      ),
    attachments: attachments.map((one) => ({ ...one, recordedBy: nameOf(one.recordedBy) })),
    related,
    proceedings: proceedings.map((one) => proceedingRow(one, { calendar, caseNumber: request.number })),
    reportCells: place.cells,
    reportDoubts: place.doubts,
    mayHandle,
  };
}

/** The letters of a case as people call them: 补正告知书 青商公开〔2026〕3号. */
function letterNamesOf({ letters }: CasePage<LetterBody>): ReadonlyMap<string, string> {
  return new Map(
    letters.map(({ id, number, body }) => [id, number === null ? body.draft.title : `${body.draft.title} ${number}`]),
  );
}

/** The register knows a letter by its id; the reader knows it by its name. */
function withLetterNames(timeline: readonly TimelineEvent[], names: ReadonlyMap<string, string>): TimelineEvent[] {
  return timeline.map((event) => ({
    ...event,
    facts: event.facts.map((fact) => ({ ...fact, text: names.get(fact.text) ?? fact.text })),
  }));
}
