import { Link } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { addressOf } from "../office/call.js";
import { useMay } from "../office/session.js";
import { DocumentView } from "./document-view.js";
import { sizeText } from "./item.js";
import type { ItemPart } from "./item-page.js";
import { MarkedText } from "./marked-text.js";

interface ItemContentViewProps extends Pick<ItemPart, "item"> {
  readonly chosen: string | null;
}

/** What an item says, with what the screening found marked where it stands. */
export function ItemContentView({ item, chosen }: ItemContentViewProps) {
  const { content, screening, agencyId, id: itemId } = item;
  const marked = screening.isCurrent ? screening.hits.filter(({ place }) => place.in === "text") : [];
  const shown = (part: string, text: string) => (
    <MarkedText text={text} hits={marked.filter(({ place }) => place.part === part)} chosen={chosen} />
  );
  const addressFor = (attachmentId: string) =>
    addressOf(publishingRoutes["read-item-attachment"], { params: { agencyId, itemId, attachmentId } });
  return (
    <div>
      {marked.some(({ place }) => place.part === "title") && <p>{shown("title", content.title)}</p>}
      {content.summary !== null && (
        <p className="quiet" style={{ marginBlockStart: 0 }}>
          {shown("summary", content.summary)}
        </p>
      )}
      <DocumentView
        blocks={content.blocks}
        text={shown}
        picture={(attachmentId, alt) => (
          <figure style={{ margin: "8px 0" }}>
            <img src={addressFor(attachmentId)} alt={alt} style={{ maxInlineSize: "100%" }} />
          </figure>
        )}
      />
      {content.blocks.length === 0 && content.attachments.length === 0 && <p className="quiet">还没有正文，也没有附件。</p>}
      {content.attachments.length > 0 && <Attachments item={item} shown={shown} addressFor={addressFor} />}
    </div>
  );
}

interface AttachmentsProps extends Pick<ItemPart, "item"> {
  readonly shown: (part: string, text: string) => React.ReactNode;
  readonly addressFor: (attachmentId: string) => string;
}

function Attachments({ item: { id: itemId, content, steps }, shown, addressFor }: AttachmentsProps) {
  const may = useMay();
  const mayRevise = may("items:draft") && steps.some((step) => step.id === "revise-item" && step.why === null);
  return (
    <>
      <b>附件</b>
      <ul style={{ margin: "4px 0 0", paddingInlineStart: 18 }}>
        {content.attachments.map(({ id, name, size, mediaType }, index) => (
          <li key={id}>
            <a href={addressFor(id)} download={name}>
              {shown(`attachments/${index}/name`, name)}
            </a>{" "}
            <span className="quiet">{sizeText(size)}</span>
            {mayRevise && mediaType === "application/pdf" && (
              <Link to={`/items/${encodeURIComponent(itemId)}/redact/${encodeURIComponent(id)}`} style={{ marginInlineStart: 8 }}>
                遮盖
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
