import { citationText } from "../../law/citation.js";
import { EVIDENCE, type EvidenceId, evidenceInEvents } from "../../law/outcomes/evidence.js";
import { requiredEvidence } from "../../law/outcomes/missing-evidence.js";
import {
  type Destination,
  type LeadsTo,
  OUTCOME_QUESTIONS,
  type OutcomeQuestion,
  outcomeByAnswers,
} from "../../law/outcomes/outcome-questions.js";
import { outcomeOfId } from "../../law/outcomes/outcomes.js";
import type { PlainDate } from "../../law/plain-date.js";
import { REMEDY_CLASSES } from "../../law/remedies/remedy-class.js";
import { caseClock, type LawOfDays } from "../../register/case-clock.js";
import { type CaseFile, standingEvents } from "../../register/case-file.js";
import { outcomeLabel } from "../../register/outcome-label.js";
import { type Office, todayIn } from "../office.js";
import type { Labelled } from "./labelled.js";
import { lawOf, ownCase } from "./own-case.js";

interface QuestionView {
  readonly id: string;
  readonly text: string;
  readonly basis: string;
  readonly answers: { readonly id: string; readonly label: string }[];
}

interface EvidenceItem {
  readonly id: string;
  readonly name: string;
  readonly basis: string;
  readonly source: "event" | "entered";
  readonly isHeld: boolean;
}

interface RowView {
  readonly outcome: string;
  readonly label: string;
  readonly form: string | null;
  readonly formName: string;
  readonly letter: string;
  readonly articles: string[];
  readonly remedy: string;
  readonly evidence: EvidenceItem[];
  readonly recordedBy: Labelled | null;
  readonly input: { readonly outcome: string; readonly grounds: Record<string, string> } | null;
}

/** Where the answers lead. */
export interface OutcomePath {
  readonly answered: (QuestionView & { readonly answer: string; readonly answerLabel: string })[];
  readonly next: QuestionView | null;
  readonly row: RowView | null;
}

/** Rows that follow from something the requester did or left undone are recorded by a step of their own. */
const RECORDED_BY: ReadonlyMap<string, Labelled> = new Map([
  ["no-correction", { code: "lapse-clarification", label: "认定逾期不补正" }],
  ["no-payment", { code: "lapse-fee", label: "认定逾期未缴费" }],
  ["withdrawn", { code: "withdraw", label: "登记申请人撤回" }],
]);

/** Asks the legal questions of a case one after another; every path ends in one row of table three with what hangs on it. */
export async function outcomePath(
  office: Office,
  {
    agencyId,
    caseId,
    answers,
  }: { readonly agencyId: string; readonly caseId: string; readonly answers: Readonly<Record<string, string>> },
): Promise<OutcomePath> {
  const file = await ownCase(office, agencyId, caseId);
  const given = new Map(Object.entries(answers));
  const { answered, destination } = walk(given);
  return {
    answered: answered.map(({ question, answer }) => ({
      ...questionView(question),
      answer,
      answerLabel: question.answers.find(({ id }) => id === answer)?.label ?? answer,
    })),
    next: destination.kind === "outcome" ? null : questionView(destination.question),
    row: destination.kind === "outcome" ? await rowView(office, file, answered, destination) : null,
  };
}

interface Answered {
  readonly question: OutcomeQuestion;
  readonly answer: string;
}

/** The questions that were answered on the way, in their order, and where that leads. An answer that is none of those offered is asked again. */
function walk(given: ReadonlyMap<string, string>): { readonly answered: Answered[]; readonly destination: Destination } {
  const answered: Answered[] = [];
  let question: OutcomeQuestion | undefined = OUTCOME_QUESTIONS[0];
  while (question !== undefined) {
    const answer = given.get(question.id);
    const leadsTo: LeadsTo | undefined = question.answers.find(({ id }) => id === answer)?.leadsTo;
    if (answer === undefined || leadsTo === undefined) break;
    answered.push({ question, answer });
    question = "question" in leadsTo ? OUTCOME_QUESTIONS.find(({ id }) => id === leadsTo.question) : undefined;
  }
  return { answered, destination: outcomeByAnswers(new Map(answered.map(({ question: { id }, answer }) => [id, answer]))) };
}

function questionView({ id, text, citation, answers }: OutcomeQuestion): QuestionView {
  return { id, text, basis: citationText(citation), answers: answers.map((answer) => ({ id: answer.id, label: answer.label })) };
}

async function rowView(
  office: Office,
  file: CaseFile,
  answered: readonly Answered[],
  { outcome, form }: Extract<Destination, { readonly kind: "outcome" }>,
): Promise<RowView> {
  const known = outcomeOfId(outcome);
  if (known === null) throw new Error(`A question leads to ${outcome}, which is no row.`);
  const chosen = known.forms.find(({ id }) => id === form) ?? known.forms[0];
  const recordedBy = RECORDED_BY.get(answered.at(-1)?.answer ?? "") ?? null;
  const held = heldIn(file, await lawOf(office, file.request.agencyId), todayIn(office));
  return {
    ...{ outcome, label: outcomeLabel(outcome), form, formName: chosen.name, letter: chosen.letter, recordedBy },
    articles: chosen.citations.map(citationText),
    remedy: REMEDY_CLASSES[known.remedy],
    evidence: requiredEvidence({ outcome, ...(form === null ? {} : { form }) }).map((id) => {
      const { name, citation, source } = EVIDENCE[id];
      return { id, name, basis: citationText(citation), source, isHeld: held.has(id) };
    }),
    input:
      recordedBy === null
        ? { outcome, grounds: Object.fromEntries(answered.map(({ question, answer }) => [question.id, answer])) }
        : null,
  };
}

/** What the file proves on a day: silence proves something too, once its term is over (第三十二条, 第三十五条). */
function heldIn(file: CaseFile, law: LawOfDays, today: PlainDate): ReadonlySet<EvidenceId> {
  const bodies = standingEvents(file.events).map(({ body }) => body);
  const held = evidenceInEvents(bodies);
  const { consultations } = caseClock(file, law);
  if (consultations.some(({ kind, answeredOn, limit }) => kind === "third-party" && answeredOn === null && limit < today)) {
    held.add("third-party-opinion");
  }
  const isSilent = bodies.some((body) => body.type === "reasons-asked" && body.answerBy < today);
  if (isSilent && !bodies.some(({ type }) => type === "reasons-given")) held.add("reasons-judged");
  return held;
}
