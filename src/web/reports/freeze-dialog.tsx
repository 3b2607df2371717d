import { Form, Input } from "antd";
import { useState } from "react";
import { reportRoutes } from "../../api/reports.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { Freezing } from "./freeze-card.js";

interface FreezeDialogProps {
  readonly year: number;
  readonly state: Freezing;
  readonly label: string;
  readonly close: () => void;
}

/** Asks once more before an edition is fixed for good; a correction says why. */
export function FreezeDialog({ year, state, label, close }: FreezeDialogProps) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const [reason, setReason] = useState("");
  const { nextEdition, differences, texts } = state;
  const isCorrection = nextEdition > 1;
  const freeze = () =>
    send(async () => {
      await call(reportRoutes.freezeReport, {
        params: { agencyId, year },
        body: { after: nextEdition - 1, reason: isCorrection ? reason : null },
      });
      await forget(reportRoutes.readReport, reportRoutes.readFreezing, reportRoutes.listReports);
      close();
    });
  return (
    <Dialog
      title={label}
      okText={label}
      okButtonProps={{ loading: isSending, disabled: isCorrection && reason.trim() === "" }}
      onOk={freeze}
      onCancel={close}
    >
      <p>定稿以后，这一版的数字和文字不能再改；以后的更正是新的一版，旧的一版仍然可以查到。</p>
      {isCorrection && (
        <>
          <p>{`与第 ${nextEdition - 1} 版相比，${differences?.length ?? 0} 格不同，${texts?.length ?? 0} 处文字不同。`}</p>
          <Form.Item
            label="更正理由"
            htmlFor="correction-reason"
            layout="vertical"
            extra="会印在公开平台上这一版的上方，请写公众看得懂的话。"
            style={{ marginBlockEnd: 8 }}
          >
            <Input.TextArea
              id="correction-reason"
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              value={reason}
              placeholder="哪里错了，为什么会错，改成什么"
              onChange={({ target }) => setReason(target.value)}
            />
          </Form.Item>
        </>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
}
