import { Button } from "antd";
import "./step-panel.css";
import { draftSentence } from "./draft-sentence.js";
import type { DraftStand } from "./server-draft.js";

/** The letters of a case that are being written: each with whom it lies, and since when. */
export function DraftList({
  drafts,
  open,
}: {
  readonly drafts: readonly DraftStand[];
  readonly open: (letterId: string) => void;
}) {
  if (drafts.length === 0) return null;
  return (
    <ul className="draft-list" aria-label="文书草稿">
      {drafts.map((draft) => (
        <li key={draft.letterId}>
          <div>
            <b>{draft.name}</b>（草稿）
            <div className="quiet">{draftSentence(draft)}</div>
          </div>
          <Button size="small" type={draft.isForMe ? "primary" : "default"} onClick={() => open(draft.letterId)}>
            {draft.isForMe ? (draft.state === "returned" ? "修改" : "审阅、签发") : "打开"}
          </Button>
        </li>
      ))}
    </ul>
  );
}
