import { Button, Form, Space } from "antd";
import type { ReactNode } from "react";
import { FailureNote } from "../office/failure-note.js";
import { useSending } from "../office/use-sending.js";
import type { Item } from "./item.js";
import type { StepFormProps } from "./item-steps.js";
import { orStale } from "./item-steps.js";

interface StepShellProps extends Pick<StepFormProps, "told" | "close"> {
  readonly label: string;
  readonly basis?: string | undefined;
  readonly isReady: boolean;
  readonly isDanger?: boolean;
  /** Does the step, and gives the item as it is then. */
  readonly take: () => Promise<Item>;
  readonly children: ReactNode;
}

/** What every form of a step has: its ground, its fields, the button that does it, and why it did not work. */
export function StepShell({ label, basis, isReady, isDanger = false, take, told, close, children }: StepShellProps) {
  const { failure, isSending, send } = useSending();
  const done = () =>
    send(() =>
      orStale(async () => {
        await told(await take());
        close();
      }),
    );
  return (
    <Form layout="vertical" requiredMark={false} onFinish={done} style={{ maxInlineSize: 720 }} aria-label={label}>
      {basis !== undefined && (
        <p className="quiet" style={{ marginBlockStart: 0 }}>
          依据：{basis}
        </p>
      )}
      {children}
      {failure !== null && <FailureNote failure={failure} />}
      <Space style={{ marginBlockStart: 4 }}>
        <Button type="primary" danger={isDanger} htmlType="submit" loading={isSending} disabled={!isReady}>
          {label}
        </Button>
        <Button onClick={close}>取消</Button>
      </Space>
    </Form>
  );
}
