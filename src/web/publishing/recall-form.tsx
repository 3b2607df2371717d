import { Form, Input } from "antd";
import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { call } from "../office/call.js";
import type { StepFormProps } from "./item-steps.js";
import { StepShell } from "./step-shell.js";

/** 撤回送审: the round is over, what was signed stays in the history. */
export function RecallForm({ item, told, close }: StepFormProps) {
  const [why, setWhy] = useState("");
  const { agencyId, id: itemId, version } = item;
  const take = () => call(publishingRoutes["recall-submission"], { params: { agencyId, itemId }, body: { version, why } });
  return (
    <StepShell label="撤回送审" isReady={why.trim() !== ""} {...{ take, told, close }}>
      <p style={{ marginBlockStart: 0 }}>这一轮审核到此结束，已经签署的意见留在经过里；再送审时从第一个环节开始。</p>
      <Form.Item label="理由" htmlFor="recall-why">
        <Input.TextArea
          id="recall-why"
          autoFocus
          autoSize={{ minRows: 2 }}
          maxLength={5000}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </Form.Item>
    </StepShell>
  );
}
