import { useEffect, useRef, useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import { letterRoutes } from "../../api/letters.js";
import { call } from "../office/call.js";
import { newId } from "../office/new-id.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { useKeptDraft } from "./kept-draft.js";
import { draftFor, type LetterDraft, orderOf } from "./letter-draft.js";
import { type Preview, usePreview } from "./letter-preview.js";
import { ANSWERED, asksOutcome } from "./outcome-questions.js";
import type { StepValue } from "./step-field.js";

/** A letter to be written, and what is known of it before it is opened. */
export interface LetterToWrite {
  readonly view: CaseView;
  readonly letter: PossibleLetter;
  /** The step that is taken with it; left out, the letter says which. */
  readonly step?: string;
  /** What was answered before the letter was opened: the row of table three and why. */
  readonly given?: Readonly<Record<string, StepValue>>;
  readonly tell: (lines: readonly string[]) => void;
}

/** A letter while it is being written: its draft, how it would look, the form of its step, and how it goes out. */
export function useLetterWriting({ view, letter, step: fixedStep, given, tell }: LetterToWrite) {
  const [draft, setDraft, forgetDraft] = useKeptDraft<LetterDraft>(`${view.row.id}:${letter.letterId}`, draftFor(view, letter));
  const [answered, setAnswered] = useState<Readonly<Record<string, StepValue>>>(given ?? {});
  const [id] = useState(newId);
  const { failure, isSending, send } = useSending();
  const stepId = fixedStep ?? draft.step ?? (letter.standing === "to-act" ? (letter.steps[0]?.id ?? null) : null);
  const step = view.steps.find((one) => one.id === stepId);
  const order = orderOf({ letter, draft, step, answered });
  const preview = usePreview(view, order);
  const change = (part: Partial<LetterDraft>) => setDraft({ ...draft, ...part });
  useComputedFee({ fee: preview?.fee?.yuan ?? null, draft, change });
  const issue = () =>
    send(async () => {
      const issued = await call(letterRoutes.issue, {
        params: { agencyId: view.agencyId, caseId: view.row.id },
        body: { id, version: view.row.version, order },
      });
      forgetDraft();
      await forget(caseRoutes.view, caseRoutes.today, letterRoutes.list, letterRoutes.possible);
      const { title, number } = issued.letter;
      const named = `${title}${number === null ? "" : `（${number}）`}`;
      tell([`已签发：${named}。寄出或者交付以后，在“文书”里登记送达。`, ...new Set([...issued.change, ...issued.flags])]);
    });
  // While the form is not whole the preview knows no places: those that are known stay, so that nothing comes and goes.
  const blanks = preview !== null && preview.blanks.length > 0 ? preview.blanks : letter.blanks;
  const fields = fieldsOf({ view, step, draft });
  return { draft, change, setAnswered, stepId, step, fields, preview, blanks, failure, isSending, issue };
}

export type LetterWriting = ReturnType<typeof useLetterWriting>;

interface Fields {
  readonly view: CaseView;
  readonly step: CaseView["steps"][number] | undefined;
  readonly draft: LetterDraft;
}

function fieldsOf({ view, step, draft }: Fields) {
  const questions = step !== undefined && asksOutcome(step.id);
  const isLate = (draft.input.on ?? view.today) !== view.today;
  return (
    (step?.fields ?? [])
      .filter(({ name }) => !questions || !ANSWERED.has(name))
      // Why it is written down later than it happened is asked only where it is.
      .filter(({ name }) => name !== "letterNumber" && (name !== "reason" || isLate))
  );
}

interface Computed {
  readonly fee: NonNullable<Preview["fee"]>["yuan"] | null;
  readonly draft: LetterDraft;
  readonly change: (part: Partial<LetterDraft>) => void;
}

/** 信息处理费 follows from the pieces or pages (国办函〔2020〕109号): it is filled in, and follows them until somebody writes another amount. */
function useComputedFee({ fee, draft, change }: Computed): void {
  const filled = useRef<StepValue>(null);
  const written = draft.input.yuan ?? null;
  useEffect(() => {
    if (fee === null || fee === written || (written !== null && written !== filled.current)) return;
    filled.current = fee;
    change({ input: { ...draft.input, yuan: fee } });
  });
}
