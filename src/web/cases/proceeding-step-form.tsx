import { Button, Form, Space } from "antd";
import { useRef, useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import { proceedingRoutes } from "../../api/proceedings.js";
import { useFirstField } from "../components/first-field.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { useKeptDraft } from "./kept-draft.js";
import type { ProceedingView } from "./proceeding-page.js";
import { StepField, type StepValue } from "./step-field.js";

type Values = Readonly<Record<string, StepValue>>;
const NOTHING: Values = {};

interface ProceedingStepFormProps {
  readonly view: ProceedingView;
  readonly step: ProceedingView["steps"][number];
  readonly close: () => void;
  readonly tell: (lines: readonly string[]) => void;
}

/** The form of a step of a reconsideration or lawsuit. */
export function ProceedingStepForm({ view, step, close, tell }: ProceedingStepFormProps) {
  const { agencyId } = useSession();
  const [typed, setTyped, forgetDraft] = useKeptDraft<Values>(`${view.row.id}:${step.id}`, NOTHING);
  const place = useRef<HTMLDivElement>(null);
  useFirstField(place);
  const [eventId] = useState(newId);
  const { failure, isSending, send } = useSending();
  const values = { ...Object.fromEntries(step.fields.map(({ name, suggested }) => [name, suggested])), ...typed };
  const take = () =>
    send(async () => {
      const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "" && value !== null));
      const { flags } = await call(proceedingRoutes.takeStep, {
        params: { agencyId, proceedingId: view.row.id },
        body: { eventId, transition: step.id, version: view.row.version, input },
      });
      forgetDraft();
      await forget(proceedingRoutes.view, proceedingRoutes.list, caseRoutes.view);
      tell([`已记录：${step.label}。`, ...flags]);
    });
  return (
    <div ref={place}>
      <Form layout="vertical" onFinish={take} requiredMark={false} className="step-form" aria-label={step.label}>
        <h3>{step.label}</h3>
        <p className="quiet">依据：{step.basis.join("；")}</p>
        {step.fields.map((field) => (
          <StepField
            key={field.name}
            field={field}
            value={values[field.name] ?? null}
            issue={null}
            change={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
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
