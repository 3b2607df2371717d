import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { call } from "../office/call.js";
import type { StepFormProps } from "./item-steps.js";
import { BEGUN, isComplete, type SecrecyDraft, sentForm } from "./secrecy-draft.js";
import { SecrecyCircumstances, SecrecyConclusion, SecrecyQuestions } from "./secrecy-fields.js";
import { StepShell } from "./step-shell.js";

/** 保密审查表: four questions that all must be answered, then what follows from them. 先审查后公开. */
export function SecrecyReviewForm({ item, told, close }: StepFormProps) {
  const turn = item.review?.chain.find(({ isTurn }) => isTurn);
  const [draft, setDraft] = useState(BEGUN);
  if (turn === undefined) return null;
  const set = (changes: Partial<SecrecyDraft>) => setDraft({ ...draft, ...changes });
  const take = () => {
    const params = { agencyId: item.agencyId, itemId: item.id };
    const body = { version: item.version, stepId: turn.id, form: sentForm(draft) };
    return call(publishingRoutes["review-secrecy"], { params, body });
  };
  const law = item.steps.find(({ id }) => id === "review-secrecy")?.basis;
  return (
    <StepShell label="签署保密审查表" basis={law} isReady={isComplete(draft)} {...{ take, told, close }}>
      <SecrecyQuestions draft={draft} set={set} />
      <SecrecyConclusion draft={draft} set={set} />
      <SecrecyCircumstances draft={draft} set={set} />
    </StepShell>
  );
}
