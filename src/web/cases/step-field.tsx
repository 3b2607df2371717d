import { Form, Input, InputNumber, Radio, Select } from "antd";
import { DayField } from "../components/day-field.js";
import type { CaseView } from "./case-page.js";

export type StepValue = string | number | boolean | null | object;
type Field = CaseView["steps"][number]["fields"][number];

interface StepFieldProps {
  readonly field: Field;
  readonly value: StepValue;
  /** What is wrong with it, once it was touched. */
  readonly issue: string | null;
  /** What stands now, where the field is for something else in its place. */
  readonly now?: string | undefined;
  readonly change: (value: StepValue) => void;
}

/** One field of a step, drawn from its description. Days are typed or picked; choices of up to four stand open. */
export function StepField({ field, value, issue, now, change }: StepFieldProps) {
  const { name, label, help, isRequired } = field;
  return (
    <Form.Item
      label={isRequired ? label : `${label}（可不填）`}
      htmlFor={`step-${name}`}
      extra={now === undefined ? help : `现在登记的是：${now}。${help ?? ""}`}
      validateStatus={issue === null ? "" : "error"}
      help={issue}
      style={{ marginBlockEnd: 14 }}
    >
      <Control field={field} value={value} change={change} />
    </Form.Item>
  );
}

const MOST_OPEN_CHOICES = 4;

function Control({ field: { name, kind, options }, value, change }: Omit<StepFieldProps, "issue" | "now">) {
  const id = `step-${name}`;
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  switch (kind) {
    case "day":
      return <DayField id={id} value={text} change={change} />;
    case "number":
      return (
        <InputNumber id={id} min={0} value={typeof value === "number" ? value : null} onChange={(number) => change(number)} />
      );
    case "money":
      return (
        <InputNumber
          id={id}
          min={0}
          precision={2}
          suffix="元"
          value={typeof value === "number" ? value : null}
          onChange={(number) => change(number)}
        />
      );
    case "words":
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={text}
          onChange={({ target }) => change(target.value)}
        />
      );
    case "yes-no":
      return (
        <Radio.Group
          id={id}
          value={value}
          onChange={({ target }) => change(target.value)}
          options={(options ?? []).map((one) => ({ label: one.label, value: one.value === "true" }))}
        />
      );
    case "choice":
      return (options ?? []).length <= MOST_OPEN_CHOICES ? (
        <Radio.Group id={id} value={value} onChange={({ target }) => change(target.value)} options={[...(options ?? [])]} />
      ) : (
        <Select
          id={id}
          allowClear
          placeholder="请选择"
          value={text === "" ? null : text}
          onChange={(one: string | undefined) => change(one ?? null)}
          options={[...(options ?? [])]}
        />
      );
    case "text":
    case "answers":
    case "event":
      return <Input id={id} value={text} onChange={({ target }) => change(target.value)} />;
    default:
      return kind satisfies never;
  }
}
