import { useEffect, useRef, useState } from "react";
import { letterRoutes } from "../../api/letters.js";
import { call } from "../office/call.js";
import { newId } from "../office/new-id.js";
import { useSending } from "../office/use-sending.js";
import type { CaseView } from "./case-page.js";
import { forgetCase } from "./forget-case.js";
import { type LetterDraft, orderOf } from "./letter-draft.js";
import { type Preview, usePreview } from "./letter-preview.js";
import type { LetterToWrite } from "./letter-to-write.js";
import type { OpenedDraft } from "./opened-draft.js";
import { ANSWERED, asksOutcome } from "./outcome-questions.js";
import { forgetStands } from "./server-draft.js";
import type { StepValue } from "./step-field.js";
import { draftActs, useWrittenDraft } from "./written-draft.js";

/** A letter while it is being written: its draft, how it would look, the form of its step, and how it goes out. */
export function useLetterWriting({ view, letter, step: fixedStep, given, tell, overtaken }: LetterToWrite, opened: OpenedDraft) {
  const written = useWrittenDraft({ view, letter }, opened);
  const { draft, change } = written;
  const outcome = draft.outcome ?? given ?? null;
  const answered: Readonly<Record<string, StepValue>> = outcome === null ? {} : { ...outcome };
  const setAnswered = (next: LetterDraft["outcome"]) => {
    // The questions tell the same again whenever they are asked again.
    if (JSON.stringify(next) !== JSON.stringify(draft.outcome)) change({ outcome: next });
  };
  const answer = useRef(setAnswered);
  answer.current = setAnswered;
  // What was answered before the letter was opened is part of its draft.
  useEffect(() => {
    if (given !== undefined) answer.current(given);
  }, [given]);
  const [id] = useState(newId);
  const { failure, isSending, send } = useSending(overtaken);
  const stepId = fixedStep ?? draft.step ?? (letter.standing === "to-act" ? (letter.steps[0]?.id ?? null) : null);
  const step = view.steps.find((one) => one.id === stepId);
  const order = orderOf({ letter, draft, step, answered });
  const preview = usePreview(view, order);
  useComputedFee({ fee: preview?.fee?.yuan ?? null, draft, change });
  const issue = () =>
    send(async () => {
      const issued = await call(letterRoutes.issue, {
        params: { agencyId: view.agencyId, caseId: view.row.id },
        // What was taken back or written on meanwhile is not signed.
        body: { id, version: view.row.version, order, ...(written.stand !== null && { draft: written.version }) },
      });
      written.forgetKept();
      await Promise.all([forgetCase(), forgetStands()]);
      const { title, number } = issued.letter;
      const named = `${title}${number === null ? "" : `（${number}）`}`;
      tell([`已签发：${named}。寄出或者交付以后，在“文书”里登记送达。`, ...new Set([...issued.change, ...issued.flags])]);
    });
  // While the form is not whole the preview knows no places: those that are known stay, so that nothing comes and goes.
  const blanks = preview !== null && preview.blanks.length > 0 ? preview.blanks : letter.blanks;
  const fields = fieldsOf({ view, step, draft });
  const acts = draftActs({ view, letterId: letter.letterId, written, step: step?.id ?? null, whole: { ...draft, outcome } });
  const texts = { draft, change, setAnswered, stepId, step, fields, preview, blanks };
  return { ...texts, written, acts, failure, isSending, send, issue };
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
