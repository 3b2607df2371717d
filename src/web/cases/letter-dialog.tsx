import { Button } from "antd";
import { Dialog } from "../components/dialog.js";
import { useMay } from "../office/session.js";
import { LetterForm } from "./letter-form.js";
import { LetterSheet } from "./letter-sheet.js";
import { type LetterToWrite, useLetterWriting } from "./letter-writing.js";

interface LetterDialogProps extends LetterToWrite {
  readonly close: () => void;
  /** The letter was made in another way: only the step is written down. */
  readonly recordOnly?: () => void;
}

/** A letter being written: on the left what a person writes, on the right how it will look. Number, days, articles and remedy are not typed. */
export function LetterDialog({ close, recordOnly, ...asked }: LetterDialogProps) {
  const may = useMay();
  const writing = useLetterWriting(asked);
  const { step, preview, isSending, issue } = writing;
  return (
    <Dialog
      width="min(1200px, 96vw)"
      style={{ insetBlockStart: 24 }}
      title={asked.letter.name}
      onCancel={close}
      footer={[
        recordOnly !== undefined && (
          <Button key="record" type="link" onClick={recordOnly}>
            文书已另行制作，只登记步骤
          </Button>
        ),
        <Button key="close" onClick={close}>
          先不签发
        </Button>,
        <Button
          key="issue"
          type="primary"
          loading={isSending}
          disabled={!may("letters:issue") || preview?.refusal !== null}
          onClick={issue}
        >
          {step === undefined ? "签发" : `签发并登记“${step.label}”`}
        </Button>,
      ]}
    >
      <div className="letter-desk">
        <LetterForm asked={asked} writing={writing} />
        <LetterSheet preview={preview} />
      </div>
    </Dialog>
  );
}
