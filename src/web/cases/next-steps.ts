import { useState } from "react";
import { letterRoutes } from "../../api/letters.js";
import { caseLetter } from "../../law/letters/letters.js";
import type { CaseStateName } from "../../register/case-state.js";
import { useMay } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import type { IssuedLetter, PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { useOvertaken } from "./overtaken.js";
import { useDrafts } from "./server-draft.js";
import { isDoneByLetter, usualSteps } from "./usual-steps.js";

/** What is open now: the form of a step, the questions that lead to an answer, or a letter that is the act. */
export type OpenStep =
  | { readonly kind: "form"; readonly id: string }
  | { readonly kind: "questions"; readonly id: string }
  | { readonly kind: "letter"; readonly id: string; readonly letterId: string }
  /** The answer is a letter on record: it is that letter which is served. */
  | { readonly kind: "service"; readonly id: string };

/** Steps that are taken at what they concern: a record in the story, a letter among the letters. */
const DONE_ELSEWHERE: ReadonlySet<string> = new Set(["correct", "serve-letter"]);

/** The steps of a case as a person may take them: which are usual, which are barred and why, which one is open, and what was done last. */
export function useNextSteps(view: CaseView) {
  const may = useMay();
  const [open, setOpen] = useState<OpenStep | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const params = { agencyId: view.agencyId, caseId: view.row.id };
  const mayIssue = may("letters:issue");
  const { overtaken, setOvertaken, forgetOvertaken } = useOvertaken();
  const letters = useCall(letterRoutes.possible, { params }, view.mayHandle);
  const issued = useCall(letterRoutes.list, { params });
  const drafts = useDrafts(view).data?.items ?? [];
  const reply = replyIn(issued.data?.items ?? []);
  // Who may not issue writes it for whoever may; a step that is theirs to take they also write down alone.
  const isWritten = (id: string) => isDoneByLetter(id) && (mayIssue || !isOwn(view, id));
  const lettersOf = (id: string) => (isWritten(id) ? (letters.data?.items ?? []).filter((letter) => isLetterOf(letter, id)) : []);
  const choose = (id: string) => {
    const [letter, ...more] = lettersOf(id);
    if (open?.id === id) return setOpen(null);
    forgetOvertaken();
    if (id === "serve" && reply !== null) return setOpen({ kind: "service", id });
    if (letter === undefined) return setOpen({ kind: "form", id });
    // What is drafted already is not begun anew.
    const drafted = lettersOf(id).find(({ letterId }) => drafts.some((one) => one.letterId === letterId));
    if (drafted !== undefined) return setOpen({ kind: "letter", id, letterId: drafted.letterId });
    setOpen(more.length > 0 ? { kind: "questions", id } : { kind: "letter", id, letterId: letter.letterId });
  };
  return {
    ...stepsOf(view, (id) => lettersOf(id).length > 0),
    ...{ open, choose, lettersOf, said, setSaid },
    /** Whether a step will be a letter; said before the letters are known, so that nothing jumps. */
    isLetter: (id: string) => (letters.isLoading ? isWritten(id) : lettersOf(id).length > 0),
    isOwn: (id: string) => isOwn(view, id),
    reply,
    ...{ overtaken, setOvertaken, forgetOvertaken },
    recordOnly: () => open !== null && setOpen({ kind: "form", id: open.id }),
    close: () => {
      const id = open?.id;
      setOpen(null);
      // Whoever turned back goes on from where they were.
      setTimeout(() => document.getElementById(`take-${id}`)?.focus());
    },
    tell: (lines: readonly string[]) => {
      setSaid(lines);
      forgetOvertaken();
      setOpen(null);
    },
  };
}

export type NextSteps = ReturnType<typeof useNextSteps>;

/** Which steps can be taken by whoever looks, or their letters written for somebody who may, the usual ones first; and which cannot. */
function stepsOf(view: CaseView, hasLetter: (id: string) => boolean) {
  const isPossible = ({ why, isAllowed, id }: CaseView["steps"][number]) => why === null && (isAllowed || hasLetter(id));
  const possible = view.steps.filter((step) => isPossible(step) && !DONE_ELSEWHERE.has(step.id));
  const barred = view.steps.filter((step) => !isPossible(step));
  const isSetAside = view.proceedings.some(({ result }) => result?.code === "corrected") && !hasNewDecision(view);
  const { usual, others } = usualSteps(
    { state: view.row.state.code as CaseStateName, isSetAside, isSoonDue: view.row.urgency === "soon" }, // one of the table of states
    possible,
  );
  return { possible, barred, usual, others };
}

/** Whether a step may be taken by whoever looks; else they write its letter for somebody who may. */
function isOwn({ steps }: CaseView, id: string): boolean {
  return steps.some((step) => step.id === id && step.isAllowed);
}

/** The letter that answers the request: the last that went out. */
function replyIn(issued: readonly IssuedLetter[]): IssuedLetter | null {
  return issued.findLast(({ letterId }) => (caseLetter(letterId)?.outcome ?? null) !== null) ?? null;
}

/** A new decision is offered where somebody wants one, though the first answer still stands in the way of its letter. */
function isLetterOf({ standing, steps }: PossibleLetter, step: string): boolean {
  return (standing !== "no" || step === "decide-anew") && steps.some(({ id }) => id === step);
}

function hasNewDecision({ timeline }: CaseView): boolean {
  return timeline.some(({ type, standing }) => type === "decided-anew" && standing === "stands");
}
