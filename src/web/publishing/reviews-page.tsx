import { Alert, Button, Card, Empty, Tag } from "antd";
import { Link } from "react-router";
import { listExportRoutes } from "../../api/list-exports.js";
import { publishingRoutes } from "../../api/publishing.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import "./publishing.css";
import { DueText, todayInChina } from "./due-text.js";
import type { ItemRow } from "./item.js";
import { StateTag } from "./state-tag.js";

const MOST = 200;

/** What waits for the one who is signed in, what must be public soonest in front. */
export function ReviewsPage() {
  const { agencyId } = useSession();
  const list = useCall(publishingRoutes["list-items"], { params: { agencyId }, query: { waiting: "review", limit: MOST } });
  return (
    <>
      <PageHead
        title="待我审核"
        lead="轮到您签署的稿件，期限近的在前。自己拟写、修改过的稿件由别人审核。"
        actions={<Button href={addressOf(listExportRoutes.exportReviews, { params: { agencyId } })}>导出</Button>}
      />
      <Answer of={list}>
        {({ items, next }) => (
          <div className="stack">
            {next !== null && <Alert type="info" showIcon title={`只列出 ${MOST} 件，其余在“信息”里按“轮到我审核”查看。`} />}
            {items.length === 0 && (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有轮到您的稿件。有人送审时，会在这里出现。" />
            )}
            {items.toSorted(byDue).map((row) => (
              <Waiting key={row.id} row={row} />
            ))}
          </div>
        )}
      </Answer>
    </>
  );
}

function Waiting({ row: { id, title, turn, documentNumber, state, stateLabel, due, isSample } }: { readonly row: ItemRow }) {
  return (
    <Card size="small">
      <div className="publishing-line">
        <div>
          <Link to={`/items/${encodeURIComponent(id)}`} style={{ fontSize: 16 }}>
            {title}
          </Link>
          {isSample && <Tag style={{ marginInlineStart: 6 }}>样例</Tag>}
          <div className="quiet">
            {turn}
            {documentNumber === null ? "" : `　${documentNumber}`}
          </div>
        </div>
        <div style={{ textAlign: "end" }}>
          <StateTag state={state} label={stateLabel} />
          <div>
            <DueText due={due} today={todayInChina()} />
          </div>
        </div>
      </div>
    </Card>
  );
}

const LAST = "9999-12-31";
const byDue = (one: ItemRow, other: ItemRow): number => ((one.due ?? LAST) < (other.due ?? LAST) ? -1 : 1);
