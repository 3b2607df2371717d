import { Alert, Button, Form, Space } from "antd";
import { useEffect, useRef, useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { useFirstField } from "../components/first-field.js";
import { CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import type { CaseView } from "./case-page.js";
import { mayCorrect } from "./case-story.js";
import { dayText } from "./day-text.js";
import { forgetCase } from "./forget-case.js";
import { useKeptDraft } from "./kept-draft.js";
import { ANSWERED, asksOutcome, OutcomeQuestions } from "./outcome-questions.js";
import type { Overtaken } from "./overtaken.js";
import { StepField, type StepValue } from "./step-field.js";

type Step = CaseView["steps"][number];
type Tried = ReplyOf<typeof caseRoutes.tryStep>;
type Values = Readonly<Record<string, StepValue>>;

const UNDO = "记错了的，在下面的“办理经过”里点这条记录的“更正”，可以改，也可以撤销。";
const PAUSE = 400;
const NOTHING: Values = {};

interface StepFormProps {
  readonly view: CaseView;
  readonly step: Step;
  readonly close: () => void;
  /** What the step did, in sentences. */
  readonly tell: (lines: readonly string[]) => void;
  /** A colleague was faster: it is said where it stays, because the form may go with its step. */
  readonly overtaken: (overtaken: Overtaken) => void;
}

/** The form of a step. While it is filled in it says what the step would do to the last day, or why it cannot be taken. */
export function StepForm({ view, step, close, tell, overtaken }: StepFormProps) {
  const suggested = Object.fromEntries(
    step.fields.flatMap(({ name, suggested: usual }) => (usual === null ? [] : [[name, usual]])),
  );
  const [typed, setTyped, forgetDraft] = useKeptDraft<Values>(`${view.row.id}:${step.id}`, NOTHING);
  const [eventId] = useState(newId);
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const [isSending, setSending] = useState(false);
  const values = { ...suggested, ...typed };
  const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "" && value !== null));
  const params = { agencyId: view.agencyId, caseId: view.row.id };
  const place = useRef<HTMLDivElement>(null);
  useFirstField(place);
  const tried = useTried({ params, transition: step.id, version: view.row.version, input });

  const send = async () => {
    setSending(true);
    setFailure(null);
    try {
      const taken = await call(caseRoutes.takeStep, {
        params,
        body: { transition: step.id, version: view.row.version, input, eventId },
      });
      forgetDraft();
      await forgetCase();
      tell([`已记录：${step.label}。`, ...new Set([...taken.change, ...taken.flags]), ...(mayCorrect(view) ? [UNDO] : [])]);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
      if (error.code !== "RECORD_STALE") return;
      overtaken({ failure: error, what: step.label, typed: typedIn(step, typed) });
      await forgetCase();
    } finally {
      setSending(false);
    }
  };

  return (
    <div ref={place}>
      <Form layout="vertical" onFinish={send} requiredMark={false} className="step-form" aria-label={step.label}>
        <h3>{step.label}</h3>
        <p className="quiet">依据：{step.basis.join("；")}</p>
        {asksOutcome(step.id) && <OutcomeQuestions params={params} choose={(chosen) => setTyped({ ...typed, ...chosen })} />}
        {step.fields
          .filter(({ name }) => !asksOutcome(step.id) || !ANSWERED.has(name))
          .filter(({ name, isRequired }) => name !== "reason" || isRequired || values.on !== view.today)
          .map((field) => (
            <StepField
              key={field.name}
              field={field}
              value={values[field.name] ?? null}
              now={step.id === "correct-request" ? registered(view, field.name) : undefined}
              issue={tried?.issues.find((one) => one.field === field.name && typed[field.name] !== undefined)?.message ?? null}
              change={(value) => setTyped({ ...typed, [field.name]: value })}
            />
          ))}
        {tried !== null && <Effect tried={tried} />}
        {failure !== null && <FailureNote failure={failure} />}
        <Space style={{ marginBlockStart: 12 }}>
          <Button type="primary" htmlType="submit" loading={isSending}>
            {step.label}
          </Button>
          <Button onClick={close}>取消</Button>
        </Space>
      </Form>
    </div>
  );
}

/** What was typed, as the form shows it; whoever was overtaken may need it again. */
function typedIn({ fields }: Step, typed: Values): Overtaken["typed"] {
  return fields.flatMap(({ name, label, options }) => {
    const value = typed[name];
    if (value === undefined || value === null || value === "" || typeof value === "object") return [];
    const text =
      options?.find((one) => one.value === value)?.label ?? (value === true ? "是" : value === false ? "否" : String(value));
    return [{ label, text }];
  });
}

/** What the register says now of what may be registered otherwise. */
function registered({ requester, row }: CaseView, field: string): string | undefined {
  if (field === "requesterKind") return requester.kind.label;
  if (field === "channel") return row.channel.label;
  return field === "arrivedOn" ? dayText(row.arrivedOn) : undefined;
}

interface Trying {
  readonly params: { readonly agencyId: string; readonly caseId: string };
  readonly transition: string;
  readonly version: number;
  readonly input: Record<string, unknown>;
}

/** What the server says of the form as it is, a moment after the last key. */
function useTried({ params, transition, version, input }: Trying): Tried | null {
  const [tried, setTried] = useState<Tried | null>(null);
  const asked = JSON.stringify({ params, body: { transition, version, input } });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const { params: whose, body } = JSON.parse(asked) as { params: Trying["params"]; body: Omit<Trying, "params"> }; // written above
      call(caseRoutes.tryStep, { params: { ...whose }, body, signal: stop.signal }).then(setTried, () => setTried(null));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  return tried;
}

function Effect({ tried: { refusal, issues, flags, change, due, state, isPossible } }: { readonly tried: Tried }) {
  // What is still to be filled in is seen from the fields, and told when somebody sends it all the same.
  if (issues.length > 0) return null;
  if (refusal !== null) return <Alert type="warning" showIcon title={refusal} />;
  if (!isPossible) return null;
  const lines = [
    state === null ? null : `办理后的状态：${state.label}。`,
    due === null ? null : `办理后的答复期限：${dayText(due)}。`,
    ...new Set([...change, ...flags]),
  ];
  return <Alert type="info" title={lines.filter((line) => line !== null).map((line) => <div key={line}>{line}</div>)} />;
}
