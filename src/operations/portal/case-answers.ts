import { AppError } from "../../errors.js";
import { DEFAULT_MASKS } from "../../law/masking/mask.js";
import { screenText } from "../../law/masking/screen-text.js";
import { caseState } from "../../register/case-state.js";
import { namesOf } from "../cases/names-of.js";
import { ownCase } from "../cases/own-case.js";
import type { Actor, Office } from "../office.js";
import { type AnswerInOffice, publishAnswer, publishedAnswers } from "./publish-answer.js";

/** The answers of an agency that stand on the portal, the newest first; of one case only, when it is named. */
export async function listAnswers(
  office: Office,
  { agencyId, caseId }: { readonly agencyId: string; readonly caseId?: string | undefined },
): Promise<AnswerInOffice[]> {
  const answers = (await publishedAnswers(office, agencyId)).flatMap(({ answer }) =>
    answer === null || (caseId !== undefined && answer.caseId !== caseId) ? [] : [answer],
  );
  const nameOf = await namesOf(
    office,
    answers.map(({ publishedBy }) => publishedBy),
  );
  return answers
    .map((one) => ({ ...one, publishedBy: nameOf(one.publishedBy) }))
    .sort((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1));
}

interface CaseAnswer {
  readonly agencyId: string;
  readonly caseId: string;
  /** Made by whoever sends it. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/**
 * Publishes what was answered in a case, because several ask for the same (条例 第四十四条). The words are a person's; they are refused when they
 * name who asked or hold personal data (条例 第十五条), and so is a case that is not decided yet.
 */
export async function publishCaseAnswer(office: Office, actor: Actor, given: CaseAnswer): Promise<AnswerInOffice> {
  const { agencyId, caseId, id, question, answer } = given;
  const file = await ownCase(office, agencyId, caseId);
  const { decision, newDecision } = caseState(file);
  const answered = newDecision ?? decision;
  if (answered === null) throw new AppError("STEP_REFUSED", { reason: "这件申请还没有作出处理决定，没有可以公开的答复。" });
  const there = (await publishedAnswers(office, agencyId)).find((one) => one.id === id);
  if (there !== undefined && there.answer?.caseId !== caseId) throw new AppError("RECORD_ID_REUSED", { id });
  const { name, kind } = file.request.requester;
  refusePersons(`${question}\n${answer}`, kind === "natural" ? name : "");
  await publishAnswer(office, actor, { agencyId, id, question, answer, answeredOn: answered.on, itemId: null, caseId });
  const [shown] = (await listAnswers(office, { agencyId, caseId })).filter((one) => one.id === id);
  if (shown === undefined) throw new Error(`The answer ${id} was published and is not there.`);
  return shown;
}

function refusePersons(text: string, requesterName: string): void {
  if (requesterName.trim() !== "" && text.includes(requesterName.trim()))
    throw new AppError("INPUT_INVALID", { fields: "问题、答复（写了申请人的姓名，请改写得看不出是谁申请的）" });
  const found = screenText(text).filter(({ kind }) => kind !== "office-contact" && kind !== "credit-code");
  if (found.length === 0) return;
  const kinds = new Set(found.map(({ kind }) => LABELS.get(kind) ?? kind));
  throw new AppError("INPUT_INVALID", { fields: `问题、答复（写了${[...kinds].join("、")}，请去掉）` });
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(DEFAULT_MASKS).map(([kind, { label }]) => [kind, label] as const),
  ["address", "住址"],
]);
