import { useState } from "react";
import { letterRoutes } from "../../api/letters.js";
import type { CaseStateName } from "../../register/case-state.js";
import { useMay } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import type { PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { isDoneByLetter, usualSteps } from "./usual-steps.js";

/** What is open now: the form of a step, the questions that lead to an answer, or a letter that is the act. */
export type OpenStep =
  | { readonly kind: "form"; readonly id: string }
  | { readonly kind: "questions"; readonly id: string }
  | { readonly kind: "letter"; readonly id: string; readonly letterId: string };

/** Steps that are taken at what they concern: a record in the story, a letter among the letters. */
const DONE_ELSEWHERE: ReadonlySet<string> = new Set(["correct", "serve-letter"]);

/** The steps of a case as a person may take them: which are usual, which are barred and why, which one is open, and what was done last. */
export function useNextSteps(view: CaseView) {
  const may = useMay();
  const [open, setOpen] = useState<OpenStep | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const params = { agencyId: view.agencyId, caseId: view.row.id };
  const mayIssue = may("letters:issue");
  const letters = useCall(letterRoutes.possible, { params }, view.mayHandle && mayIssue);
  const lettersOf = (id: string) =>
    isDoneByLetter(id) && mayIssue ? (letters.data?.items ?? []).filter((letter) => isLetterOf(letter, id)) : [];
  const choose = (id: string) => {
    const [letter, ...more] = lettersOf(id);
    if (open?.id === id) return setOpen(null);
    if (letter === undefined) return setOpen({ kind: "form", id });
    setOpen(more.length > 0 ? { kind: "questions", id } : { kind: "letter", id, letterId: letter.letterId });
  };
  return {
    ...stepsOf(view),
    ...{ open, choose, lettersOf, said, setSaid },
    /** Whether a step will be a letter; said before the letters are known, so that nothing jumps. */
    isLetter: (id: string) => (letters.isLoading ? isDoneByLetter(id) && mayIssue : lettersOf(id).length > 0),
    recordOnly: () => open !== null && setOpen({ kind: "form", id: open.id }),
    close: () => {
      const id = open?.id;
      setOpen(null);
      // Whoever turned back goes on from where they were.
      setTimeout(() => document.getElementById(`take-${id}`)?.focus());
    },
    tell: (lines: readonly string[]) => {
      setSaid(lines);
      setOpen(null);
    },
  };
}

export type NextSteps = ReturnType<typeof useNextSteps>;

/** Which steps can be taken by whoever looks, the usual ones first, and which cannot. */
function stepsOf(view: CaseView) {
  const possible = view.steps.filter(({ why, isAllowed, id }) => why === null && isAllowed && !DONE_ELSEWHERE.has(id));
  const barred = view.steps.filter(({ why, isAllowed }) => why !== null || !isAllowed);
  const isSetAside = view.proceedings.some(({ result }) => result?.code === "corrected") && !hasNewDecision(view);
  const { usual, others } = usualSteps(
    { state: view.row.state.code as CaseStateName, isSetAside, isSoonDue: view.row.urgency === "soon" }, // one of the table of states
    possible,
  );
  return { possible, barred, usual, others };
}

/** A new decision is offered where somebody wants one, though the first answer still stands in the way of its letter. */
function isLetterOf({ standing, steps }: PossibleLetter, step: string): boolean {
  return (standing !== "no" || step === "decide-anew") && steps.some(({ id }) => id === step);
}

function hasNewDecision({ timeline }: CaseView): boolean {
  return timeline.some(({ type, standing }) => type === "decided-anew" && standing === "stands");
}
