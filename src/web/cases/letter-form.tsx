import { Alert, Form, Select } from "antd";
import { FailureNote } from "../office/failure-note.js";
import { DraftNote } from "./draft-bar.js";
import { LetterBlanks } from "./letter-blanks.js";
import { isToRequester } from "./letter-draft.js";
import { LetterReferences } from "./letter-references.js";
import type { LetterToWrite } from "./letter-to-write.js";
import type { LetterWriting } from "./letter-writing.js";
import { asksOutcome, OutcomeQuestions } from "./outcome-questions.js";
import { SERVICE_OPTIONS } from "./service-methods.js";
import { StepField } from "./step-field.js";

/** Fields that mean less in a letter, which has more places to write. */
const IN_A_LETTER: ReadonlyMap<string, string> = new Map([
  ["unclear", "不明确之处"],
  ["on", "办理日期"],
]);

interface LetterFormProps {
  readonly asked: LetterToWrite;
  readonly writing: LetterWriting;
}

/** What a person writes of a letter: the form of its step, its blanks, what it refers to and how it is to be served. */
export function LetterForm({ asked, writing }: LetterFormProps) {
  const { view, letter, given } = asked;
  const { draft, change, setAnswered, step, blanks, preview, failure } = writing;
  return (
    <Form layout="vertical" requiredMark={false}>
      <p className="quiet">
        {letter.occasion}
        。编号、日期、依据和救济途径由系统写好，不用填。没有保存的内容只留在这台电脑的浏览器里，退出登录时清除。
      </p>
      <DraftNote writing={writing} />
      <StepChoice asked={asked} writing={writing} />
      {step !== undefined && asksOutcome(step.id) && given === undefined && (
        <OutcomeQuestions
          key={writing.written.takeMine === null ? "shown" : "other"}
          params={{ agencyId: view.agencyId, caseId: view.row.id }}
          choose={setAnswered}
          reset={() => setAnswered(null)}
          initial={draft.outcome?.grounds}
        />
      )}
      {writing.fields.map((field) => (
        <StepField
          key={field.name}
          field={{ ...field, label: IN_A_LETTER.get(field.name) ?? field.label }}
          issue={null}
          value={draft.input[field.name] ?? field.suggested}
          change={(value) => change({ input: { ...draft.input, [field.name]: value } })}
        />
      ))}
      {preview?.fee && (
        <Alert
          type="info"
          style={{ marginBlockEnd: 14 }}
          title={preview.fee.calculation.map((line) => <div key={line}>{line}</div>)}
        />
      )}
      <LetterBlanks blanks={blanks} draft={draft} change={change} />
      <LetterReferences view={view} letterId={letter.letterId} hasStep={step !== undefined} draft={draft} change={change} />
      <Form.Item
        label="准备怎样送达"
        htmlFor="letter-served-by"
        extra={isToRequester(letter) && "经互联网送达的，须写明网上申请复议的途径。"}
      >
        <Select
          id="letter-served-by"
          value={draft.servedBy}
          onChange={(value) => change({ servedBy: value })}
          options={SERVICE_OPTIONS}
        />
      </Form.Item>
      <div className="stack" aria-live="polite">
        {preview?.refusal && preview.paragraphs.length > 0 && <Alert type="warning" showIcon title={preview.refusal.message} />}
        {preview?.cautions.map((caution) => (
          <Alert key={caution} type="warning" title={caution} />
        ))}
        {failure !== null && <FailureNote failure={failure} />}
      </div>
    </Form>
  );
}

/** Which step the letter is, where it may be one of several and was not opened for one. */
function StepChoice({ asked: { letter, step }, writing: { stepId, change } }: LetterFormProps) {
  if (step !== undefined || letter.steps.length <= 1 || letter.standing !== "to-act") return null;
  return (
    <Form.Item label="随文书办理的步骤" htmlFor="letter-step">
      <Select
        id="letter-step"
        value={stepId}
        onChange={(value) => change({ step: value })}
        options={letter.steps.map((one) => ({ value: one.id, label: one.label }))}
      />
    </Form.Item>
  );
}
