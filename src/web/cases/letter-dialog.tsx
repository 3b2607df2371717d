import { Alert, Button, Form, Input, Modal, Select } from "antd";
import { useEffect, useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { letterRoutes } from "../../api/letters.js";
import type { ServiceMethod } from "../../register/case-event.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import { CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { useMay } from "../office/session.js";
import { forget } from "../office/use-call.js";
import type { PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { useKeptDraft } from "./kept-draft.js";
import { LetterSheet } from "./letter-sheet.js";
import { SERVICE_OPTIONS } from "./service-methods.js";
import { StepField, type StepValue } from "./step-field.js";

type Preview = ReplyOf<typeof letterRoutes.preview>;

interface LetterDraft {
  readonly texts: Readonly<Record<string, string>>;
  readonly servedBy: ServiceMethod;
  readonly step: string | null;
  readonly input: Readonly<Record<string, StepValue>>;
}

const EMPTY: LetterDraft = { texts: {}, servedBy: "registered-mail", step: null, input: {} };
const PAUSE = 500;

interface LetterDialogProps {
  readonly view: CaseView;
  readonly letter: PossibleLetter;
  readonly close: () => void;
}

/** A letter being written: on the left what a person writes, on the right how it will look. Number, days, articles and remedy are not typed. */
export function LetterDialog({ view, letter, close }: LetterDialogProps) {
  const may = useMay();
  const [draft, setDraft, forgetDraft] = useKeptDraft<LetterDraft>(`${view.row.id}:${letter.letterId}`, EMPTY);
  const [id] = useState(newId);
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const [isSending, setSending] = useState(false);
  const chosenStep = draft.step ?? (letter.standing === "to-act" ? (letter.steps[0]?.id ?? null) : null);
  const order = orderOf({ letter, draft, step: chosenStep });
  const preview = usePreview(view, order);
  const step = view.steps.find((one) => one.id === chosenStep);
  const issue = async () => {
    setSending(true);
    setFailure(null);
    try {
      await call(letterRoutes.issue, {
        params: { agencyId: view.agencyId, caseId: view.row.id },
        body: { id, version: view.row.version, order },
      });
      forgetDraft();
      await forget(caseRoutes.view, caseRoutes.today, letterRoutes.list, letterRoutes.possible);
      close();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      width="min(1200px, 96vw)"
      title={letter.name}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          先不签发（填写的内容保留在本机）
        </Button>,
        <Button
          key="issue"
          type="primary"
          loading={isSending}
          disabled={!may("letters:issue") || preview?.refusal !== null}
          onClick={issue}
        >
          签发
        </Button>,
      ]}
    >
      <div className="letter-desk">
        <Form layout="vertical" requiredMark={false}>
          <p className="quiet">{letter.occasion}</p>
          {letter.steps.length > 1 && (
            <Form.Item label="随文书办理的步骤">
              <Select
                value={chosenStep}
                onChange={(value) => setDraft({ ...draft, step: value })}
                options={letter.steps.map((one) => ({ value: one.id, label: one.label }))}
              />
            </Form.Item>
          )}
          {step?.fields.map((field) => (
            <StepField
              key={field.name}
              field={field}
              issue={null}
              value={draft.input[field.name] ?? field.suggested}
              change={(value) =>
                setDraft({ ...draft, step: chosenStep, input: { ...suggestedOf(step), ...draft.input, [field.name]: value } })
              }
            />
          ))}
          {(preview?.blanks ?? letter.blanks).map(({ field, label, otherwise, isKept }) => (
            <Form.Item key={field} label={isKept ? `${label}（只存档，不印出）` : label} htmlFor={`letter-${field}`}>
              <Input.TextArea
                id={`letter-${field}`}
                autoSize={{ minRows: 2, maxRows: 12 }}
                placeholder={otherwise}
                value={draft.texts[field] ?? ""}
                onChange={({ target }) => setDraft({ ...draft, texts: { ...draft.texts, [field]: target.value } })}
              />
            </Form.Item>
          ))}
          <Form.Item label="准备怎样送达" extra="经互联网送达的，须写明网上申请复议的途径。">
            <Select
              value={draft.servedBy}
              onChange={(value) => setDraft({ ...draft, servedBy: value })}
              options={SERVICE_OPTIONS}
            />
          </Form.Item>
          {preview?.refusal && <Alert type="warning" showIcon title={preview.refusal.message} />}
          {preview?.cautions.map((caution) => (
            <Alert key={caution} type="warning" title={caution} />
          ))}
          {failure !== null && <FailureNote failure={failure} />}
        </Form>
        <LetterSheet preview={preview} />
      </div>
    </Modal>
  );
}

function suggestedOf(step: CaseView["steps"][number]): Record<string, StepValue> {
  return Object.fromEntries(step.fields.flatMap(({ name, suggested }) => (suggested === null ? [] : [[name, suggested]])));
}

function orderOf({
  letter,
  draft,
  step,
}: {
  readonly letter: PossibleLetter;
  readonly draft: LetterDraft;
  readonly step: string | null;
}): LetterOrder {
  const written = Object.fromEntries(Object.entries(draft.texts).filter(([, text]) => text.trim() !== ""));
  return {
    letterId: letter.letterId,
    edits: { texts: written, withheld: [], attachments: [] },
    servedBy: draft.servedBy,
    ...(step !== null && { step: { transition: step, input: draft.input } }),
  };
}

/** The letter as it would go out, a moment after the last key. */
function usePreview(view: CaseView, order: LetterOrder): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const asked = JSON.stringify(order);
  const { agencyId } = view;
  const caseId = view.row.id;
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = JSON.parse(asked) as LetterOrder; // written above
      call(letterRoutes.preview, { params: { agencyId, caseId }, body, signal: stop.signal }).then(setPreview, () => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, agencyId, caseId]);
  return preview;
}
