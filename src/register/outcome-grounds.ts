import { z } from "zod";
import { OUTCOME_QUESTIONS, outcomeByAnswers } from "../law/outcomes/outcome-questions.js";
import { outcomeOfId } from "../law/outcomes/outcomes.js";
import { line } from "./input-fields.js";
import { outcomeLabel } from "./outcome-label.js";

/** The answers to the questions of law. Only the questions there are may be keys: what comes from outside never names one. */
export const GROUNDS = z.partialRecord(z.enum(OUTCOME_QUESTIONS.map(({ id }) => id)), line).default({});

/** Why answers do not lead to the row that was entered. */
export const ROW_REFUSALS = {
  unknownRow: "“{outcome}”不是年度报告表三办理结果中的一项。",
  openQuestion: "还没有回答“{question}”，不能确定属于哪一项办理结果。",
  unknownAnswer: "对“{question}”的回答不在可选项中。",
  otherRow: "所作回答指向“{found}”，与填写的办理结果“{outcome}”不一致。",
} as const;

/** Whether the answers lead to a row of table three; null: they do. */
export function refuseRow(outcome: string, answers: ReadonlyMap<string, string>) {
  if (outcomeOfId(outcome) === null) return { refusalId: "unknownRow", data: { outcome } } as const;
  const found = outcomeByAnswers(answers);
  if (found.kind === "open") return { refusalId: "openQuestion", data: { question: found.question.text } } as const;
  if (found.kind === "unknown-answer") return { refusalId: "unknownAnswer", data: { question: found.question.text } } as const;
  if (found.outcome === outcome) return null;
  return { refusalId: "otherRow", data: { found: outcomeLabel(found.outcome), outcome: outcomeLabel(outcome) } } as const;
}

/** The answers that were given. */
export function answersOf(grounds: Readonly<Partial<Record<string, string>>>): Map<string, string> {
  return new Map(Object.entries(grounds).flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer] as const])));
}
