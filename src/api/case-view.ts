import { z } from "zod";
import {
  ATTACHMENT,
  CASE_ROW,
  DEADLINE,
  FORM_FIELD,
  LABELLED,
  REPORT_CELL,
  SHOWN_REQUESTER,
  STEP,
  TIMELINE_EVENT,
} from "./case-parts.js";

const RELATIONS = ["repeat", "same-information", "related", "same-letter", "similar"] as const;

/** Another case that belongs to this one. */
export const RELATED_CASE = z.object({
  id: z.string(),
  number: z.string(),
  description: z.string(),
  state: LABELLED,
  outcome: LABELLED.nullable(),
  arrivedOn: z.string(),
  relation: z.object({ code: z.enum(RELATIONS), label: z.string() }),
  /** Of "similar": how much of the two descriptions is the same, 0 to 1. */
  likeness: z.number().nullable(),
  isSameRequester: z.boolean(),
});

/** The name of a reconsideration or lawsuit in a list. */
export const PROCEEDING_ROW = z.object({
  id: z.string(),
  kind: LABELLED,
  route: LABELLED.nullable(),
  number: z.string(),
  forum: z.string(),
  isCoDefendant: z.boolean(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  reconsiderationId: z.string().nullable(),
  state: LABELLED,
  filedOn: z.string().nullable(),
  /** When the agency must have answered or defended itself. */
  answerDue: z.string().nullable(),
  isAnswerLate: z.boolean(),
  decisionDue: z.string().nullable(),
  result: LABELLED.nullable(),
  concludedOn: z.string().nullable(),
  version: z.number(),
});

/** Everything the page of a case shows, in one value. */
export const CASE_VIEW = z.object({
  /** The day it is in the office: pages do not trust the clock of a browser. */
  today: z.string(),
  row: CASE_ROW,
  agencyId: z.string(),
  requester: SHOWN_REQUESTER,
  wantedForm: z.object({ medium: LABELLED, delivery: LABELLED }),
  isImported: z.boolean(),
  deadline: DEADLINE,
  timeline: z.array(TIMELINE_EVENT),
  /** What the law has to say about the days, and what on record does not go together. */
  flags: z.array(z.string()),
  /** In the order of the procedure; those that can be taken now have `why` null. */
  steps: z.array(STEP),
  attachments: z.array(ATTACHMENT),
  /** Split from the same letter, linked by a person. Similar ones are asked for by themselves. */
  related: z.array(RELATED_CASE),
  proceedings: z.array(PROCEEDING_ROW),
  reportCells: z.array(REPORT_CELL),
  /** Why it stands in no cell, or in one for a reason somebody should know. */
  reportDoubts: z.array(z.string()),
  /** Whether the reader may write here at all: a supervisor reads. */
  mayHandle: z.boolean(),
});

/** What a step does: the case as it is now, what is remarkable, and what moved in the clock. */
export const STEP_TAKEN = z.object({
  view: CASE_VIEW,
  eventId: z.string(),
  flags: z.array(z.string()),
  change: z.array(z.string()),
});

/** What a step would do, without doing it. */
export const STEP_TRIED = z.object({
  isPossible: z.boolean(),
  refusal: z.string().nullable(),
  /** Where what was entered does not fit the form. */
  issues: z.array(z.object({ field: z.string(), message: z.string() })),
  flags: z.array(z.string()),
  change: z.array(z.string()),
  due: z.string().nullable(),
  state: LABELLED.nullable(),
});

const EVIDENCE_ITEM = z.object({
  id: z.string(),
  name: z.string(),
  basis: z.string(),
  /** "event": the register must show it. "entered": it is written down with the letter. */
  source: z.enum(["event", "entered"]),
  isHeld: z.boolean(),
});

const QUESTION = z.object({
  id: z.string(),
  text: z.string(),
  basis: z.string(),
  answers: z.array(z.object({ id: z.string(), label: z.string() })),
});

/** Where the answers to the legal questions lead: to the next question, or to a row of table three with everything that hangs on it. */
export const OUTCOME_PATH = z.object({
  answered: z.array(QUESTION.extend({ answer: z.string(), answerLabel: z.string() })),
  next: QUESTION.nullable(),
  row: z
    .object({
      outcome: z.string(),
      label: z.string(),
      form: z.string().nullable(),
      formName: z.string(),
      /** Id of the letter. */
      letter: z.string(),
      articles: z.array(z.string()),
      /** What a person should know of the remedy. */
      remedy: z.string(),
      evidence: z.array(EVIDENCE_ITEM),
      /** Set when this row is recorded by another step: 认定逾期不补正 … */
      recordedBy: LABELLED.nullable(),
      /** What take-step "decide" takes; null when another step records it. */
      input: z.object({ outcome: z.string(), grounds: z.record(z.string(), z.string()) }).nullable(),
    })
    .nullable(),
});

/** The parts of the desk. */
export const DESK_GROUPS = ["late", "soon", "us", "waiting", "to-serve", "to-archive", "from-portal"] as const;

export const PROCEEDING_VIEW = z.object({
  row: PROCEEDING_ROW,
  deadlines: z.array(
    z.object({
      code: z.enum(["review", "answer", "decision"]),
      label: z.string(),
      due: z.string(),
      isProvisional: z.boolean(),
      basis: z.string(),
      isLate: z.boolean(),
    }),
  ),
  timeline: z.array(TIMELINE_EVENT),
  steps: z.array(STEP.extend({ fields: z.array(FORM_FIELD) })),
  reportCells: z.array(REPORT_CELL),
  reportDoubts: z.array(z.string()),
  mayHandle: z.boolean(),
});
