import { Alert, Tag } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import "./publishing.css";
import { type Item, settle } from "./item.js";
import { ItemChannels } from "./item-channels.js";
import { ItemDues } from "./item-dues.js";
import { ItemHistory } from "./item-history.js";
import { ItemLinks } from "./item-links.js";
import { ItemMetadata } from "./item-metadata.js";
import { ItemSteps } from "./item-steps.js";
import { ItemText } from "./item-text.js";
import { ReviewTimeline } from "./review-timeline.js";
import { StateTag } from "./state-tag.js";

/** What a part of the page is given: the item, and what to do with the answer of a step. */
export interface ItemPart {
  readonly item: Item;
  readonly told: (item: Item) => Promise<void>;
}

/** An item: what it says with what the screening found in it, where its review stands, what may be done now and why not the rest. */
export function ItemPage() {
  const { agencyId } = useSession();
  const { itemId = "" } = useParams();
  const item = useCall(publishingRoutes["read-item"], { params: { agencyId, itemId } });
  return <Answer of={item}>{(one) => <WholeItem key={one.id} item={one} />}</Answer>;
}

function WholeItem({ item: read }: { readonly item: Item }) {
  const [excerpts, setExcerpts] = useState<ReadonlyMap<string, string>>(new Map());
  // What stands at a place is only in the answer of a screening: kept while the page is open, never stored.
  const item = { ...read, screening: { ...read.screening, hits: read.screening.hits.map((hit) => withExcerpt(hit, excerpts)) } };
  const told = async (next: Item) => {
    const found = next.screening.hits.flatMap(({ id, excerpt }) => (excerpt === null ? [] : [[id, excerpt] as const]));
    setExcerpts(new Map([...excerpts, ...found]));
    await settle(next);
  };
  const { content, state, stateLabel, publication, isSample, revision } = item;
  const isRewritten = publication !== null && publication.tombstone === null && publication.revision !== revision;
  return (
    <>
      <PageHead
        title={content.title}
        windowTitle="主动公开信息"
        lead={
          <>
            <StateTag state={state} label={stateLabel} />
            {isSample && <Tag>样例</Tag>}
            {content.documentNumber}　{publication === null ? "" : `索引号 ${publication.indexNumber}`}
          </>
        }
        actions={<Link to="/items">返回列表</Link>}
      />
      <div className="stack">
        {publication?.tombstone && (
          <Alert
            type="error"
            showIcon
            title={`${publication.tombstone.authority}于 ${minuteText(publication.tombstone.withdrawnAt)} 决定撤回：${publication.tombstone.reason}`}
            description="原地址保留撤回日期、决定机关和理由。"
          />
        )}
        {isRewritten && (
          <Alert
            type="info"
            showIcon
            title={`下面是第 ${revision} 稿；公众看到的仍是第 ${publication.revision} 稿，直到这一稿公开。`}
          />
        )}
        <div className="item-page">
          <div className="item-steps">
            <ItemSteps item={item} told={told} />
          </div>
          <div className="item-text stack">
            <ItemText item={item} told={told} />
            <ItemHistory item={item} />
          </div>
          <div className="item-side stack">
            <ReviewTimeline item={item} />
            <ItemDues item={item} />
            <ItemMetadata item={item} />
            <ItemLinks item={item} told={told} />
            {publication !== null && <ItemChannels item={item} />}
          </div>
        </div>
      </div>
    </>
  );
}

function withExcerpt<Hit extends { readonly id: string; readonly excerpt: string | null }>(
  hit: Hit,
  excerpts: ReadonlyMap<string, string>,
): Hit {
  return { ...hit, excerpt: hit.excerpt ?? excerpts.get(hit.id) ?? null };
}
