import { Checkbox, Form, Input, Radio } from "antd";
import { useState } from "react";
import type { BodyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { PUBLICATION_CHANNEL_LABELS, PUBLICATION_CHANNELS } from "../../law/publication/channels.js";
import { SECRECY_CONCLUSION_LABELS, SECRECY_QUESTION_LABELS } from "../../register/publishing/secrecy-form.js";
import { DayField } from "../components/day-field.js";
import { call } from "../office/call.js";
import type { StepFormProps } from "./item-steps.js";
import { StepShell } from "./step-shell.js";

type SecrecyBody = BodyOf<(typeof publishingRoutes)["review-secrecy"]>["form"];
type Question = keyof SecrecyBody["answers"];
type Conclusion = SecrecyBody["conclusion"];

const QUESTIONS = Object.keys(SECRECY_QUESTION_LABELS) as Question[]; // the keys of a constant
const CONCLUSIONS = Object.keys(SECRECY_CONCLUSION_LABELS) as Conclusion[]; // the keys of a constant
const USUAL_BASIS = "经审查，内容不涉及国家秘密和工作秘密，与已公开信息汇总后也不会泄密。";

/** 保密审查表: four questions that all must be answered, then what follows from them. 先审查后公开. */
export function SecrecyReviewForm({ item, told, close }: StepFormProps) {
  const turn = item.review?.chain.find(({ isTurn }) => isTurn);
  const [answers, setAnswers] = useState<Partial<Record<Question, boolean>>>({});
  const [conclusion, setConclusion] = useState<Conclusion | null>(null);
  const [carrier, setCarrier] = useState<SecrecyBody["carrier"]>("official-document");
  const [ways, setWays] = useState<SecrecyBody["ways"]>(["website"]);
  const [intendedOn, setIntendedOn] = useState("");
  const [basis, setBasis] = useState("");
  const [referredTo, setReferredTo] = useState("");
  if (turn === undefined) return null;
  const isAnswered = QUESTIONS.every((name) => answers[name] !== undefined);
  const isAnyYes = QUESTIONS.some((name) => answers[name] === true);
  const isReady =
    isAnswered &&
    conclusion !== null &&
    !(conclusion === "may-publish" && isAnyYes) &&
    (conclusion !== "refer" || referredTo.trim() !== "") &&
    ways.length > 0 &&
    basis.trim() !== "";
  const conclude = (value: Conclusion) => {
    setConclusion(value);
    if (value === "may-publish" && basis === "") setBasis(USUAL_BASIS);
    if (value !== "may-publish" && basis === USUAL_BASIS) setBasis("");
  };
  const take = () => {
    const form = {
      ...{ carrier, ways, basis, conclusion: conclusion ?? "may-not" },
      intendedOn: (intendedOn === "" ? null : intendedOn) as SecrecyBody["intendedOn"], // the server reads the day
      answers: {
        isMarkedSecret: answers.isMarkedSecret === true,
        drawsOnSecrets: answers.drawsOnSecrets === true,
        isWorkSecret: answers.isWorkSecret === true,
        revealsWhenCombined: answers.revealsWhenCombined === true,
      },
      referredTo: conclusion === "refer" ? referredTo : null,
    };
    const params = { agencyId: item.agencyId, itemId: item.id };
    return call(publishingRoutes["review-secrecy"], { params, body: { version: item.version, stepId: turn.id, form } });
  };
  const law = item.steps.find(({ id }) => id === "review-secrecy")?.basis;
  return (
    <StepShell label="签署保密审查表" basis={law} {...{ isReady, take, told, close }}>
      <Form.Item label="审查要点，逐项回答">
        <div style={{ display: "grid", gap: 4 }}>
          {QUESTIONS.map((name) => (
            <div key={name} className="publishing-line">
              <span id={`question-${name}`}>{SECRECY_QUESTION_LABELS[name]}</span>
              <Radio.Group
                aria-labelledby={`question-${name}`}
                value={answers[name] ?? null}
                onChange={({ target }) => setAnswers({ ...answers, [name]: target.value === true })}
                options={[
                  { value: false, label: "否" },
                  { value: true, label: "是" },
                ]}
              />
            </div>
          ))}
        </div>
      </Form.Item>
      <Form.Item label="结论" extra={isAnyYes ? "有一项为“是”，不能作出可以公开的结论。" : undefined}>
        <Radio.Group
          aria-label="结论"
          value={conclusion}
          onChange={({ target }) => conclude(target.value as Conclusion /* one of the options */)}
          options={CONCLUSIONS.map((value) => ({
            value,
            label: SECRECY_CONCLUSION_LABELS[value],
            disabled: value === "may-publish" && isAnyYes,
          }))}
        />
      </Form.Item>
      {conclusion === "refer" && (
        <Form.Item label="报送的主管部门或者保密行政管理部门" htmlFor="secrecy-referred">
          <Input
            id="secrecy-referred"
            maxLength={200}
            value={referredTo}
            onChange={({ target }) => setReferredTo(target.value)}
          />
        </Form.Item>
      )}
      <Form.Item label="审查意见和依据" htmlFor="secrecy-basis">
        <Input.TextArea
          id="secrecy-basis"
          autoSize={{ minRows: 2 }}
          maxLength={5000}
          value={basis}
          onChange={({ target }) => setBasis(target.value)}
        />
      </Form.Item>
      <Form.Item label="载体形式">
        <Radio.Group
          aria-label="载体形式"
          value={carrier}
          onChange={({ target }) => setCarrier(target.value as typeof carrier /* one of the options */)}
          options={[
            { value: "official-document", label: "公文" },
            { value: "other", label: "其他" },
          ]}
        />
      </Form.Item>
      <Form.Item label="拟公开方式">
        <Checkbox.Group
          value={ways}
          onChange={setWays}
          options={PUBLICATION_CHANNELS.map((value) => ({ value, label: PUBLICATION_CHANNEL_LABELS[value] }))}
        />
      </Form.Item>
      <Form.Item label="拟公开时间（可不填）" htmlFor="secrecy-on">
        <DayField id="secrecy-on" value={intendedOn} change={setIntendedOn} />
      </Form.Item>
    </StepShell>
  );
}
