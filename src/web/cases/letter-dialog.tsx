import { Button } from "antd";
import { Dialog } from "../components/dialog.js";
import { CallFailed } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay } from "../office/session.js";
import { DraftButtons } from "./draft-bar.js";
import { LetterForm } from "./letter-form.js";
import { LetterSheet } from "./letter-sheet.js";
import type { LetterToWrite } from "./letter-to-write.js";
import { useLetterWriting } from "./letter-writing.js";
import { type OpenedDraft, useOpenedDraft } from "./opened-draft.js";

interface LetterDialogProps extends LetterToWrite {
  readonly close: () => void;
  /** The letter was made in another way: only the step is written down. */
  readonly recordOnly?: (() => void) | undefined;
}

/** A letter being written: on the left what a person writes, on the right how it will look. Number, days, articles and remedy are not typed. */
export function LetterDialog(props: LetterDialogProps) {
  const opened = useOpenedDraft(props.view, props.letter.letterId);
  if (opened === null) return null;
  if (!(opened instanceof CallFailed)) return <OpenedLetter {...props} opened={opened} />;
  return (
    <Dialog title={props.letter.name} onCancel={props.close} footer={null}>
      <FailureNote failure={opened} />
    </Dialog>
  );
}

function OpenedLetter({ close, recordOnly, opened, ...asked }: LetterDialogProps & { readonly opened: OpenedDraft }) {
  const may = useMay();
  const writing = useLetterWriting(asked, opened);
  const { step, preview, isSending, issue, written } = writing;
  // A draft that waits is signed by whom it waits for; what a step needs is told by the step.
  const maySign =
    may("letters:issue") && step?.isAllowed !== false && (written.stand?.state !== "submitted" || written.stand.maySign);
  return (
    <Dialog
      width="min(1200px, 96vw)"
      style={{ insetBlockStart: 24 }}
      title={asked.letter.name}
      onCancel={close}
      footer={
        <div className="letter-actions">
          {recordOnly !== undefined && (
            <Button type="link" onClick={recordOnly}>
              文书已另行制作，只登记步骤
            </Button>
          )}
          <Button onClick={close}>关闭</Button>
          <DraftButtons writing={writing} signers={opened.signers} tell={asked.tell} />
          {maySign && (
            <Button type="primary" loading={isSending} disabled={preview?.refusal !== null} onClick={issue}>
              {step === undefined ? "签发" : `签发并登记“${step.label}”`}
            </Button>
          )}
        </div>
      }
    >
      <div className="letter-desk">
        <LetterForm asked={asked} writing={writing} />
        <LetterSheet preview={preview} />
      </div>
    </Dialog>
  );
}
