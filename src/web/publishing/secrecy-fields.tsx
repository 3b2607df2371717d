import { Checkbox, Form, Input, Radio } from "antd";
import { PUBLICATION_CHANNEL_LABELS, PUBLICATION_CHANNELS } from "../../law/publication/channels.js";
import { SECRECY_CONCLUSION_LABELS, SECRECY_QUESTION_LABELS } from "../../register/publishing/secrecy-form.js";
import { DayField } from "../components/day-field.js";
import { isAnyYes, type SecrecyBody, type SecrecyDraft } from "./secrecy-draft.js";

type Conclusion = SecrecyBody["conclusion"];

const QUESTIONS = Object.keys(SECRECY_QUESTION_LABELS) as (keyof SecrecyBody["answers"])[]; // the keys of a constant
const CONCLUSIONS = Object.keys(SECRECY_CONCLUSION_LABELS) as Conclusion[]; // the keys of a constant
const USUAL_BASIS = "经审查，内容不涉及国家秘密和工作秘密，与已公开信息汇总后也不会泄密。";

interface SecrecyFieldsProps {
  readonly draft: SecrecyDraft;
  readonly set: (changes: Partial<SecrecyDraft>) => void;
}

export function SecrecyQuestions({ draft: { answers }, set }: SecrecyFieldsProps) {
  return (
    <Form.Item label="审查要点，逐项回答">
      <div style={{ display: "grid", gap: 4 }}>
        {QUESTIONS.map((name) => (
          <div key={name} className="publishing-line">
            <span id={`question-${name}`}>{SECRECY_QUESTION_LABELS[name]}</span>
            <Radio.Group
              aria-labelledby={`question-${name}`}
              value={answers[name] ?? null}
              onChange={({ target }) => set({ answers: { ...answers, [name]: target.value === true } })}
              options={[
                { value: false, label: "否" },
                { value: true, label: "是" },
              ]}
            />
          </div>
        ))}
      </div>
    </Form.Item>
  );
}

/** What follows from the answers, and why. */
export function SecrecyConclusion({ draft, set }: SecrecyFieldsProps) {
  const { conclusion, basis, referredTo } = draft;
  const isYes = isAnyYes(draft);
  return (
    <>
      <Form.Item label="结论" extra={isYes ? "有一项为“是”，不能作出可以公开的结论。" : undefined}>
        <Radio.Group
          aria-label="结论"
          value={conclusion}
          onChange={({ target }) => set(concluded(target.value as Conclusion /* one of the options */, basis))}
          options={CONCLUSIONS.map((value) => ({
            value,
            label: SECRECY_CONCLUSION_LABELS[value],
            disabled: value === "may-publish" && isYes,
          }))}
        />
      </Form.Item>
      {conclusion === "refer" && (
        <Form.Item label="报送的主管部门或者保密行政管理部门" htmlFor="secrecy-referred">
          <Input
            id="secrecy-referred"
            maxLength={200}
            value={referredTo}
            onChange={({ target }) => set({ referredTo: target.value })}
          />
        </Form.Item>
      )}
      <Form.Item label="审查意见和依据" htmlFor="secrecy-basis">
        <Input.TextArea
          id="secrecy-basis"
          autoSize={{ minRows: 2 }}
          maxLength={5000}
          value={basis}
          onChange={({ target }) => set({ basis: target.value })}
        />
      </Form.Item>
    </>
  );
}

/** The usual sentence comes with the usual conclusion, and goes with it. */
function concluded(conclusion: Conclusion, basis: string): Partial<SecrecyDraft> {
  if (conclusion === "may-publish" && basis === "") return { conclusion, basis: USUAL_BASIS };
  if (conclusion !== "may-publish" && basis === USUAL_BASIS) return { conclusion, basis: "" };
  return { conclusion };
}

/** In what form it is, where it is to be published and when. */
export function SecrecyCircumstances({ draft: { carrier, ways, intendedOn }, set }: SecrecyFieldsProps) {
  return (
    <>
      <Form.Item label="载体形式">
        <Radio.Group
          aria-label="载体形式"
          value={carrier}
          onChange={({ target }) => set({ carrier: target.value as typeof carrier /* one of the options */ })}
          options={[
            { value: "official-document", label: "公文" },
            { value: "other", label: "其他" },
          ]}
        />
      </Form.Item>
      <Form.Item label="拟公开方式">
        <Checkbox.Group
          value={ways}
          onChange={(chosen) => set({ ways: chosen })}
          options={PUBLICATION_CHANNELS.map((value) => ({ value, label: PUBLICATION_CHANNEL_LABELS[value] }))}
        />
      </Form.Item>
      <Form.Item label="拟公开时间（可不填）" htmlFor="secrecy-on">
        <DayField id="secrecy-on" value={intendedOn} change={(day) => set({ intendedOn: day })} />
      </Form.Item>
    </>
  );
}
