import { Button, Card, Collapse } from "antd";
import { useState } from "react";
import { letterRoutes } from "../../api/letters.js";
import type { CaseStateName } from "../../register/case-state.js";
import { Told } from "../components/told.js";
import { useMay } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import type { PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { DecideDialog } from "./decide-dialog.js";
import { LetterDialog } from "./letter-dialog.js";
import { StepForm } from "./step-form.js";
import "./step-panel.css";
import { isDoneByLetter, stepSentence, usualSteps } from "./usual-steps.js";

type Step = CaseView["steps"][number];

/** What is open now: the form of a step, the questions that lead to an answer, or a letter that is the act. */
type Open =
  | { readonly kind: "form"; readonly id: string }
  | { readonly kind: "questions"; readonly id: string }
  | { readonly kind: "letter"; readonly id: string; readonly letterId: string };

/** Steps that are taken at what they concern: a record in the story, a letter among the letters. */
const DONE_ELSEWHERE: ReadonlySet<string> = new Set(["correct", "serve-letter"]);

/** What is usually done next, each in a sentence; the other steps and what cannot be done, with the reasons, folded away. */
export function StepPanel({ view }: { readonly view: CaseView }) {
  const may = useMay();
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const params = { agencyId: view.agencyId, caseId: view.row.id };
  const mayIssue = may("letters:issue");
  const letters = useCall(letterRoutes.possible, { params }, view.mayHandle && mayIssue);
  const possible = view.steps.filter(({ why, isAllowed, id }) => why === null && isAllowed && !DONE_ELSEWHERE.has(id));
  const barred = view.steps.filter(({ why, isAllowed }) => why !== null || !isAllowed);
  const isSetAside = view.proceedings.some(({ result }) => result?.code === "corrected") && !hasNewDecision(view);
  const { usual, others } = usualSteps(
    { state: view.row.state.code as CaseStateName, isSetAside, isSoonDue: view.row.urgency === "soon" }, // one of the table of states
    possible,
  );
  const step = possible.find(({ id }) => id === open?.id);
  const lettersOf = (id: string) =>
    isDoneByLetter(id) && mayIssue ? (letters.data?.items ?? []).filter((letter) => isLetterOf(letter, id)) : [];
  const choose = (id: string) => {
    const [letter, ...more] = lettersOf(id);
    if (open?.id === id) return setOpen(null);
    if (letter === undefined) return setOpen({ kind: "form", id });
    setOpen(more.length > 0 ? { kind: "questions", id } : { kind: "letter", id, letterId: letter.letterId });
  };
  const drafted = open?.kind === "letter" ? lettersOf(open.id).find(({ letterId }) => letterId === open.letterId) : undefined;
  const close = () => {
    const id = open?.id;
    setOpen(null);
    // Whoever turned back goes on from where they were.
    setTimeout(() => document.getElementById(`take-${id}`)?.focus());
  };
  const tell = (lines: readonly string[]) => {
    setSaid(lines);
    setOpen(null);
  };
  return (
    <Card title="接下来办理" size="small">
      <div className="stack">
        {said.length > 0 && <Told key={said.join()} lines={said} close={() => setSaid([])} />}
        {possible.length === 0 && <span className="quiet">没有您可以办理的步骤。</span>}
        {usual.length > 0 && (
          <ul className="next-steps">
            {usual.map(({ id, label }) => (
              <li key={id}>
                <button
                  type="button"
                  id={`take-${id}`}
                  className="next-step"
                  aria-expanded={open?.id === id}
                  onClick={() => choose(id)}
                >
                  <b>{label}</b>
                  <span>{stepSentence(id)}</span>
                  {(letters.isLoading ? isDoneByLetter(id) && mayIssue : lettersOf(id).length > 0) && (
                    <small>拟写文书并办理</small>
                  )}
                </button>
              </li>
            ))}
          </ul>
        )}
        {step !== undefined && open?.kind === "form" && (
          <StepForm key={step.id} view={view} step={step} close={close} tell={tell} />
        )}
        {open?.kind === "questions" && (
          <DecideDialog
            view={view}
            step={open.id}
            letters={lettersOf(open.id)}
            close={close}
            recordOnly={() => setOpen({ kind: "form", id: open.id })}
            tell={tell}
          />
        )}
        {drafted !== undefined && open !== null && (
          <LetterDialog
            view={view}
            letter={drafted}
            step={open.id}
            close={close}
            recordOnly={() => setOpen({ kind: "form", id: open.id })}
            tell={tell}
          />
        )}
        <Collapse
          ghost
          size="small"
          items={[
            ...(others.length > 0
              ? [{ key: "others", label: `其他步骤（${others.length}）`, children: <Others steps={others} choose={choose} /> }]
              : []),
            ...(barred.length > 0
              ? [{ key: "barred", label: `现在不能办理的步骤和原因（${barred.length}）`, children: <Barred steps={barred} /> }]
              : []),
          ]}
        />
      </div>
    </Card>
  );
}

/** A new decision is offered where somebody wants one, though the first answer still stands in the way of its letter. */
function isLetterOf({ standing, steps }: PossibleLetter, step: string): boolean {
  return (standing !== "no" || step === "decide-anew") && steps.some(({ id }) => id === step);
}

function hasNewDecision({ timeline }: CaseView): boolean {
  return timeline.some(({ type, standing }) => type === "decided-anew" && standing === "stands");
}

function Others({ steps, choose }: { readonly steps: readonly Step[]; readonly choose: (id: string) => void }) {
  return (
    <div className="page-actions">
      {steps.map(({ id, label }) => (
        <Button key={id} id={`take-${id}`} onClick={() => choose(id)}>
          {label}
        </Button>
      ))}
    </div>
  );
}

function Barred({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <dl className="facts">
      {steps.map(({ id, label, why, role }) => (
        <div key={id} style={{ display: "contents" }}>
          <dt>{label}</dt>
          <dd>{why ?? `这一步由${role.label}办理。`}</dd>
        </div>
      ))}
    </dl>
  );
}
