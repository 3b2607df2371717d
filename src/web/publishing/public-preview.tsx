import { Modal, Segmented } from "antd";
import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { themeName } from "../../law/publication/themes.js";
import { dayText } from "../cases/day-text.js";
import { addressOf } from "../office/call.js";
import { useSession } from "../office/session.js";
import { DocumentView } from "./document-view.js";
import { type ItemContent, sizeText } from "./item.js";

const WIDTHS = { wide: 900, phone: 400 } as const;

interface PublicPreviewProps {
  readonly content: ItemContent;
  readonly close: () => void;
}

/** An item as the public will see it, on a desk and on a phone; index number and day are given when it is published. */
export function PublicPreview({ content, close }: PublicPreviewProps) {
  const { agencyId } = useSession();
  const [width, setWidth] = useState<keyof typeof WIDTHS>("wide");
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    ["索引号", "公开时生成"],
    ["文号", content.documentNumber],
    ["生成日期", content.madeOn === null ? null : dayText(content.madeOn)],
    ["公开日期", "公开时由系统写入"],
    ["主题分类", content.theme === null ? null : themeName(content.theme)],
    ["体裁", content.genre],
  ];
  return (
    <Modal
      open
      footer={null}
      width={WIDTHS[width] + 48}
      onCancel={close}
      title={
        <Segmented
          aria-label="屏幕"
          value={width}
          onChange={setWidth}
          options={[
            { value: "wide", label: "电脑" },
            { value: "phone", label: "手机" },
          ]}
        />
      }
    >
      <article className="public-preview">
        <h1>{content.title.trim() === "" ? "（还没有名称）" : content.title}</h1>
        <dl>
          {facts.map(([name, value]) =>
            value === null ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
        {content.summary !== null && <p className="quiet">{content.summary}</p>}
        <DocumentView
          blocks={content.blocks}
          text={(_part, text) => text}
          picture={(attachmentId, alt) => (
            <figure>
              <img src={addressOf(publishingRoutes["read-stored-picture"], { params: { agencyId, attachmentId } })} alt={alt} />
            </figure>
          )}
        />
        {content.attachments.length > 0 && (
          <>
            <h2>附件</h2>
            <ul>
              {content.attachments.map(({ id, name, size }) => (
                <li key={id}>
                  {name} <span className="quiet">{sizeText(size)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </article>
    </Modal>
  );
}
