import { Badge, Card } from "antd";
import { Link } from "react-router";
import { dayText } from "./day-text.js";
import "./step-panel.css";
import { draftSentence } from "./draft-sentence.js";
import type { DraftStand } from "./server-draft.js";

/** The letters that wait for whoever looks: to be signed, or to be mended. Nothing where none does. */
export function WaitingDrafts({ drafts }: { readonly drafts: readonly DraftStand[] }) {
  return (
    <>
      <Group title="待我签发" drafts={drafts.filter(({ state }) => state === "submitted")} />
      <Group title="退回我修改" drafts={drafts.filter(({ state }) => state === "returned")} />
    </>
  );
}

function Group({ title, drafts }: { readonly title: string; readonly drafts: readonly DraftStand[] }) {
  if (drafts.length === 0) return null;
  return (
    <Card
      size="small"
      title={
        <>
          {title} <Badge count={drafts.length} overflowCount={999} color="var(--accent)" />
        </>
      }
    >
      <ul className="draft-list" aria-label={title}>
        {drafts.map((draft) => (
          <li key={`${draft.caseId} ${draft.letterId}`}>
            <div>
              <Link to={`/cases/${encodeURIComponent(draft.caseId)}?letter=${encodeURIComponent(draft.letterId)}`}>
                <b>{draft.number}</b>　{draft.name}
              </Link>
              <div className="quiet">{draftSentence(draft)}</div>
            </div>
            <span className="quiet">{draft.due !== null && `答复期限 ${dayText(draft.due)}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
