import { Alert, Button, Tag } from "antd";
import { useEffect, useRef, useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";

/** Steps that end in a row of table three. */
export function asksOutcome(step: string): boolean {
  return step === "decide" || step === "decide-anew";
}

/** The fields of such a step that the questions fill in. */
export const ANSWERED: ReadonlySet<string> = new Set(["outcome", "grounds"]);

type Path = ReplyOf<typeof caseRoutes.questions>;
export type OutcomeRow = NonNullable<Path["row"]>;

interface OutcomeQuestionsProps {
  readonly params: { readonly agencyId: string; readonly caseId: string };
  /** The row and the answers that led to it, as the step takes them. */
  readonly choose: (chosen: ChosenOutcome, row: OutcomeRow) => void;
  /** An answer was taken back: there is no row any more. */
  readonly reset?: () => void;
  /** Answers that were given before. */
  readonly initial?: Readonly<Record<string, string>> | undefined;
}

export interface ChosenOutcome {
  readonly outcome: string;
  readonly grounds: Readonly<Record<string, string>>;
}

/** Short legal questions that lead to one row of table three, with its articles, the letter, the remedy and the evidence it needs. */
export function OutcomeQuestions({ params: { agencyId, caseId }, choose, reset, initial }: OutcomeQuestionsProps) {
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(initial ?? {});
  const [path, setPath] = useState<Path | null>(null);
  const [failure, setFailure] = useState<CallFailed | null>(null);
  // Made anew at every key: only the answers ask again.
  const chosen = useRef(choose);
  chosen.current = choose;
  const place = useRef<HTMLDivElement>(null);
  const isAnswering = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    call(caseRoutes.questions, { params: { agencyId, caseId }, body: { answers: { ...answers } }, signal: stop.signal }).then(
      (reply) => {
        setPath(reply);
        if (reply.row?.input) chosen.current(reply.row.input, reply.row);
      },
      (error: unknown) => {
        if (error instanceof CallFailed) setFailure(error);
      },
    );
    return () => stop.abort();
  }, [answers, agencyId, caseId]);
  // The button that was pressed is gone: the focus goes on to the next question, or to what was found.
  useEffect(() => {
    if (path === null || !isAnswering.current) return;
    isAnswering.current = false;
    (
      place.current?.querySelector<HTMLElement>("fieldset button") ?? place.current?.querySelector<HTMLElement>(".answer-found")
    )?.focus();
  }, [path]);
  if (failure !== null) return <FailureNote failure={failure} />;
  if (path === null) return null;
  const answer = (question: string, id: string) => {
    isAnswering.current = true;
    setAnswers({ ...answers, [question]: id });
  };
  const back = (id: string) => {
    const place = path.answered.findIndex((one) => one.id === id);
    reset?.();
    setAnswers(Object.fromEntries(path.answered.slice(0, place).map((one) => [one.id, one.answer])));
  };
  return (
    <div ref={place} className="stack" style={{ marginBlockEnd: 16 }} aria-live="polite">
      {path.answered.map(({ id, text, answerLabel }) => (
        <div key={id}>
          {text}　<b>{answerLabel}</b>{" "}
          <Button type="link" size="small" onClick={() => back(id)}>
            改
          </Button>
        </div>
      ))}
      {path.next !== null && (
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend style={{ fontWeight: 600, padding: 0 }}>{path.next.text}</legend>
          <p className="quiet" style={{ margin: "2px 0 6px" }}>
            {path.next.basis}
          </p>
          {/* Buttons, because the arrow keys would answer with every choice they pass. */}
          <div className="answers">
            {path.next.answers.map(({ id, label }) => (
              <Button key={id} className="answer" onClick={() => answer(path.next?.id ?? "", id)}>
                {label}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      {path.row !== null && (
        <div className="answer-found" tabIndex={-1}>
          <ChosenRow row={path.row} />
        </div>
      )}
    </div>
  );
}

function ChosenRow({ row: { label, formName, articles, remedy, evidence, recordedBy } }: { readonly row: OutcomeRow }) {
  const missing = evidence.filter(({ isHeld }) => !isHeld);
  return (
    <Alert
      type={missing.length > 0 || recordedBy !== null ? "warning" : "success"}
      title={
        <div>
          <b>{label}</b>
          <div>
            依据：{articles.join("、")}；文书：{formName}
          </div>
          <div>{remedy}</div>
          {recordedBy !== null && <div>这一结果请用“{recordedBy.label}”登记。</div>}
          {evidence.map(({ id, name, isHeld }) => (
            <div key={id}>
              <Tag color={isHeld ? "success" : "error"}>{isHeld ? "已有" : "缺"}</Tag>
              {name}
            </div>
          ))}
        </div>
      }
    />
  );
}
