import { Form, Input, Select } from "antd";
import { useState } from "react";
import type { ParamsOf } from "../../api/define-route.js";
import { submissionRoutes } from "../../api/submissions.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";

interface SetAsideDialogProps {
  readonly params: ParamsOf<typeof submissionRoutes.setAside>;
  readonly isReadable: boolean;
  readonly close: () => void;
  readonly tell: (lines: readonly string[]) => void;
}

const USUAL = [
  "内容是广告，不是政府信息公开申请。",
  "内容为测试，不是政府信息公开申请。",
  "与先前提交的同一份申请内容相同，先前的已经登记。",
];
const UNREADABLE = "内容无法读取，请重新提交，或者改用当面、邮寄方式提出。";

/** 不予登记: asks for the reason and says plainly who will read it. */
export function SetAsideDialog({ params, isReadable, close, tell }: SetAsideDialogProps) {
  const [reason, setReason] = useState(isReadable ? "" : UNREADABLE);
  const { failure, isSending, send } = useSending();
  const setAside = () =>
    send(async () => {
      await call(submissionRoutes.setAside, { params, body: { reason: reason.trim() } });
      await forget(submissionRoutes.list, submissionRoutes.count, submissionRoutes.view);
      close();
      tell(["已经记录：不予登记。凭回执查询的人能看到这条理由。弄错了的，随时可以改为登记。"]);
    });
  return (
    <Dialog
      title="这份来件不登记为申请？"
      okText="不予登记"
      okButtonProps={{ disabled: reason.trim() === "", loading: isSending, danger: true }}
      onOk={setAside}
      onCancel={close}
    >
      <p style={{ marginBlockStart: 0 }}>
        只用于明显不是申请的来件。内容有缺漏、写得不清楚的，是申请，请登记后通知补正（条例第三十条）。
      </p>
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label="理由（凭回执查询的人会看到）" htmlFor="set-aside-reason">
          <Input.TextArea
            id="set-aside-reason"
            autoSize={{ minRows: 2 }}
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        <Form.Item label="常用的理由" htmlFor="set-aside-usual">
          <Select
            id="set-aside-usual"
            placeholder="选一条再改"
            value={null}
            onChange={(value: string | null) => setReason(value ?? "")}
            options={[...USUAL, UNREADABLE].map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
      </Form>
    </Dialog>
  );
}
