import { Button, Card, Collapse } from "antd";
import { Told } from "../components/told.js";
import type { CallFailed } from "../office/call.js";
import type { CaseView } from "./case-page.js";
import { DecideDialog } from "./decide-dialog.js";
import { LetterDialog } from "./letter-dialog.js";
import { type NextSteps, useNextSteps } from "./next-steps.js";
import { OvertakenNote } from "./overtaken.js";
import { ServeDialog } from "./serve-dialog.js";
import { StepForm } from "./step-form.js";
import "./step-panel.css";
import { stepSentence } from "./usual-steps.js";

type Step = CaseView["steps"][number];

/** What is usually done next, each in a sentence; the other steps and what cannot be done, with the reasons, folded away. */
export function StepPanel({ view }: { readonly view: CaseView }) {
  const next = useNextSteps(view);
  const { possible, said, setSaid } = next;
  return (
    <Card title="接下来办理" size="small">
      <div className="stack">
        {said.length > 0 && <Told key={said.join()} lines={said} close={() => setSaid([])} />}
        <OvertakenNote overtaken={next.overtaken} close={next.forgetOvertaken} />
        {possible.length === 0 && <span className="quiet">没有您可以办理的步骤。</span>}
        <Usual next={next} />
        <Opened view={view} next={next} />
        <Folded next={next} />
      </div>
    </Card>
  );
}

interface StepsProps {
  readonly next: NextSteps;
}

function Usual({ next: { usual, open, choose, isLetter, isOwn } }: StepsProps) {
  if (usual.length === 0) return null;
  return (
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
            {isLetter(id) && <small>{isOwn(id) ? "拟写文书并办理" : "拟写文书并送签"}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The step that is being taken: its form, the legal questions, or its letter. */
function Opened({ view, next }: StepsProps & { readonly view: CaseView }) {
  const { open, possible, lettersOf, close, tell, isOwn, reply, setOvertaken } = next;
  if (open === null) return null;
  const letters = lettersOf(open.id);
  const step = possible.find(({ id }) => id === open.id);
  const overtaken = (failure: CallFailed) => setOvertaken({ failure, what: step?.label ?? "", typed: [] });
  const recordOnly = isOwn(open.id) ? next.recordOnly : undefined;
  switch (open.kind) {
    case "form":
      return step === undefined || !step.isAllowed ? null : (
        <StepForm key={step.id} {...{ view, step, close, tell }} overtaken={setOvertaken} />
      );
    case "service":
      return reply === null ? null : <ServeDialog {...{ view, letter: reply, close, tell, overtaken }} />;
    case "questions":
      return <DecideDialog {...{ view, letters, close, recordOnly, tell, overtaken }} step={open.id} />;
    case "letter": {
      const letter = letters.find(({ letterId }) => letterId === open.letterId);
      return letter === undefined ? null : (
        <LetterDialog {...{ view, letter, close, recordOnly, tell, overtaken }} step={open.id} />
      );
    }
    default:
      return open satisfies never;
  }
}

function Folded({ next: { others, barred, choose } }: StepsProps) {
  return (
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
  );
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
