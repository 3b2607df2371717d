import { Button, Card, Form, Input, Space, Tag } from "antd";
import type { ReviewStep } from "../../register/publishing/review-chain.js";
import { newId } from "../office/new-id.js";
import { type Signer, StepSigners } from "./step-signers.js";

interface ReviewStepCardProps {
  readonly step: ReviewStep;
  readonly people: readonly Signer[];
  readonly place: { readonly at: number; readonly last: number };
  readonly isReadOnly: boolean;
  readonly set: (step: ReviewStep) => void;
  readonly move: (by: -1 | 1) => void;
  /** Null: this step cannot be left out. */
  readonly remove: (() => void) | null;
}

/** One step of the review: its name, who signs it, what is to be checked, and buttons that change its place. */
export function ReviewStepCard({ step, people, place: { at, last }, isReadOnly, set, move, remove }: ReviewStepCardProps) {
  const called = step.name.trim() === "" ? `第 ${at + 1} 个环节` : `“${step.name}”`;
  const mover = (by: -1 | 1) => (
    <Button
      size="small"
      data-mover={`${step.id}:${by}`}
      aria-label={`${called}${by === -1 ? "上移" : "下移"}`}
      disabled={by === -1 ? at === 0 : at === last}
      onClick={() => move(by)}
    >
      {by === -1 ? "上移" : "下移"}
    </Button>
  );
  return (
    <Card
      size="small"
      title={
        <>
          第 {at + 1} 个环节 {step.kind === "secrecy" && <Tag color="processing">保密审查 · 必须有</Tag>}
        </>
      }
      extra={
        !isReadOnly && (
          <Space>
            {mover(-1)}
            {mover(1)}
            {remove !== null && (
              <Button size="small" aria-label={`移除${called}`} onClick={remove}>
                移除
              </Button>
            )}
          </Space>
        )
      }
    >
      <Form layout="vertical" component="div" disabled={isReadOnly} requiredMark={false}>
        <Form.Item label="名称" htmlFor={`step-name-${step.id}`}>
          <Input
            id={`step-name-${step.id}`}
            placeholder="如：部门负责人审核、分管领导签发"
            maxLength={200}
            value={step.name}
            onChange={({ target }) => set({ ...step, name: target.value })}
            style={{ maxInlineSize: 360 }}
          />
        </Form.Item>
        <StepSigners step={step} people={people} set={set} />
        <Checklist step={step} isReadOnly={isReadOnly} set={set} />
      </Form>
    </Card>
  );
}

type PartProps = Pick<ReviewStepCardProps, "step" | "set">;

const MOST_POINTS = 40;

/** What whoever signs says to have checked; the secrecy review has its form instead. */
function Checklist({ step, isReadOnly, set }: PartProps & { readonly isReadOnly: boolean }) {
  const { checklist } = step;
  if (step.kind === "secrecy") return null;
  const change = (next: ReviewStep["checklist"]) => set({ ...step, checklist: next });
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ paddingBlockEnd: 8 }}>审核要点</legend>
      {checklist.length === 0 && <p className="quiet">没有要点：签署时不须逐项核对。</p>}
      {checklist.map((point, at) => (
        <Space.Compact key={point.id} style={{ inlineSize: "100%", marginBlockEnd: 8 }}>
          <Input
            aria-label={`审核要点 ${at + 1}`}
            maxLength={300}
            value={point.text}
            onChange={({ target }) => change(checklist.with(at, { ...point, text: target.value }))}
          />
          {!isReadOnly && (
            <Button aria-label={`移除审核要点 ${at + 1}`} onClick={() => change(checklist.toSpliced(at, 1))}>
              移除
            </Button>
          )}
        </Space.Compact>
      ))}
      {!isReadOnly && checklist.length < MOST_POINTS && (
        <Button size="small" type="dashed" onClick={() => change([...checklist, { id: newId(), text: "" }])}>
          加一条要点
        </Button>
      )}
    </fieldset>
  );
}
