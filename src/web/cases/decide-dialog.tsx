import { Button } from "antd";
import { useState } from "react";
import { Dialog } from "../components/dialog.js";
import type { CallFailed } from "../office/call.js";
import type { PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { LetterDialog } from "./letter-dialog.js";
import { type ChosenOutcome, OutcomeQuestions, type OutcomeRow } from "./outcome-questions.js";

interface DecideDialogProps {
  readonly view: CaseView;
  /** "decide" or "decide-anew". */
  readonly step: string;
  readonly letters: readonly PossibleLetter[];
  readonly close: () => void;
  /** The letter went out in another way: only the decision is written down. */
  readonly recordOnly: (() => void) | undefined;
  readonly tell: (lines: readonly string[]) => void;
  readonly overtaken: (failure: CallFailed) => void;
}

/** The answer: the legal questions first, then the letter they lead to, which is the decision. */
export function DecideDialog({ view, step, letters, close, recordOnly, tell, overtaken }: DecideDialogProps) {
  const [found, setFound] = useState<{ readonly chosen: ChosenOutcome; readonly row: OutcomeRow } | null>(null);
  const [isWriting, setWriting] = useState(false);
  const letter = letters.find(({ letterId }) => letterId === found?.row.letter);
  if (isWriting && letter !== undefined && found !== null) {
    return <LetterDialog {...{ view, letter, step, close, recordOnly, tell, overtaken }} given={found.chosen} />;
  }
  return (
    <Dialog
      width="min(760px, 96vw)"
      title="怎样答复：先回答法律问题"
      onCancel={close}
      footer={[
        recordOnly !== undefined && (
          <Button key="record" type="link" onClick={recordOnly}>
            答复书已另行制作，只登记决定
          </Button>
        ),
        <Button key="close" onClick={close}>
          取消
        </Button>,
        <Button key="write" type="primary" disabled={letter === undefined} onClick={() => setWriting(true)}>
          拟写答复书
        </Button>,
      ]}
    >
      <OutcomeQuestions
        params={{ agencyId: view.agencyId, caseId: view.row.id }}
        choose={(chosen, row) => setFound({ chosen, row })}
        reset={() => setFound(null)}
      />
    </Dialog>
  );
}
