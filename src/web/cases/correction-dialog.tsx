import { Form, Input, Radio } from "antd";
import { useState } from "react";
import type { z } from "zod";
import { stepForm } from "../../register/step-form.js";
import { Dialog } from "../components/dialog.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { useSending } from "../office/use-sending.js";
import { dayText } from "./day-text.js";
import type { TimelineEvent } from "./event-timeline.js";
import { ANSWERED, asksOutcome, OutcomeQuestions } from "./outcome-questions.js";
import { StepField, type StepValue } from "./step-field.js";

/** A record put right: what stands in its place, null when it never happened. */
export interface Correction {
  readonly eventId: string;
  readonly replacement: Readonly<Record<string, unknown>> | null;
  readonly reason: string;
}

interface Act {
  readonly id: string;
  readonly records: string;
  readonly input: z.ZodObject;
}

/** What ties a record to another one is kept as it is: nobody types it. */
const TIES: ReadonlySet<string> = new Set(["letter", "inquiry"]);

interface CorrectionDialogProps {
  readonly event: TimelineEvent;
  /** The steps, one of which recorded it: its form is shown again. */
  readonly acts: readonly Act[];
  readonly send: (correction: Correction) => Promise<void>;
  readonly close: () => void;
  /** Of a decision: the case whose legal questions may be answered again. */
  readonly questionsOf?: { readonly agencyId: string; readonly caseId: string };
}

/** 更正记录: the wrong record as it was written down, to be put right, and why. It stays in the story, struck out. */
export function CorrectionDialog({ event, acts, send, close, questionsOf }: CorrectionDialogProps) {
  const [eventId] = useState(newId);
  const [happened, setHappened] = useState(true);
  const [changed, setChanged] = useState<Readonly<Record<string, StepValue>>>({});
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const sending = useSending();
  const act = acts.find(({ records }) => records === event.type);
  const isDecision = act !== undefined && asksOutcome(act.id);
  const fields = act === undefined ? [] : stepForm(act).fields.filter(({ name }) => name !== "reason");
  const values = { ...event.body, ...changed };
  const correct = () =>
    sending.send(async () => {
      const whole = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ""));
      await send({ eventId, replacement: happened ? whole : null, reason: reason.trim() });
      close();
    });
  return (
    <Dialog
      width="min(680px, 96vw)"
      title={`更正：${dayText(event.on)}　${event.label}`}
      okText="更正"
      okButtonProps={{ disabled: reason.trim() === "", loading: sending.isSending }}
      onOk={correct}
      onCancel={close}
    >
      <Form layout="vertical" requiredMark={false}>
        <p className="quiet">原来的记录不会消失，划去后留在经过里；期限和年度报告的数字随更正后的记录变化。</p>
        <Form.Item>
          <Radio.Group
            aria-label="怎样更正"
            value={happened}
            onChange={({ target }) => setHappened(target.value === true)}
            options={[
              { value: true, label: "记错了，改成下面这样" },
              { value: false, label: "没有发生，撤销这条记录" },
            ]}
          />
        </Form.Item>
        {happened &&
          fields
            .filter(({ name }) => !TIES.has(name) && (!isDecision || !ANSWERED.has(name)))
            .map((field) => (
              <StepField
                key={field.name}
                field={{ ...field, suggested: null, options: field.options && [...field.options] }}
                issue={null}
                value={shownValue(values[field.name])}
                change={(value) => setChanged({ ...changed, [field.name]: value })}
              />
            ))}
        {happened && isDecision && questionsOf !== undefined && (
          <Form.Item label="办理结果">
            <Radio.Group
              value={isAsking}
              onChange={({ target }) => setAsking(target.value === true)}
              options={[
                { value: false, label: "不变" },
                { value: true, label: "重新回答法律问题" },
              ]}
            />
            {isAsking && (
              <OutcomeQuestions params={questionsOf} choose={(chosen) => setChanged((before) => ({ ...before, ...chosen }))} />
            )}
          </Form.Item>
        )}
        <Form.Item label="为什么更正" htmlFor="correction-reason">
          <Input.TextArea
            id="correction-reason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {sending.failure !== null && <FailureNote failure={sending.failure} />}
      </Form>
    </Dialog>
  );
}

function shownValue(value: unknown): StepValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
