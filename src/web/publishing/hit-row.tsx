import { Button, Checkbox, Tag } from "antd";
import { dayText } from "../cases/day-text.js";
import type { ItemContent, ItemHit } from "./item.js";
import { textOfPart } from "./text-of-part.js";

interface HitRowProps {
  readonly hit: ItemHit;
  readonly content: ItemContent;
  readonly isChosen: boolean;
  readonly choose: () => void;
  /** How many open finds are of the same text, this one among them, and a way to pick them all. */
  readonly alike: { readonly count: number; readonly pickAll: () => void } | null;
  readonly picking: { readonly isPicked: boolean; readonly pick: (isPicked: boolean) => void } | null;
}

const SURENESS = { sure: "确定", likely: "可能" } as const;

/** One find: what it is, where, what stands there and what would stand there instead; or who said that it may stay, and why. */
export function HitRow({ hit, content, isChosen, choose, picking, alike }: HitRowProps) {
  const { label, sureness, placeText, suggestion, cleared, place } = hit;
  const stands = place.in === "text" ? foundText(content, place) : null;
  const show = () => {
    choose();
    document.getElementById(`mark-${hit.id}`)?.scrollIntoView({ block: "center" });
  };
  return (
    <div className="hit-row" data-cleared={cleared === null ? undefined : "yes"} data-chosen={isChosen ? "yes" : undefined}>
      <div style={{ display: "flex", gap: 8, alignItems: "center", flexWrap: "wrap" }}>
        {picking === null ? (
          <b>{label}</b>
        ) : (
          <Checkbox checked={picking.isPicked} onChange={({ target }) => picking.pick(target.checked)}>
            <b>{label}</b>
          </Checkbox>
        )}
        <Tag>{SURENESS[sureness]}</Tag>
        {place.in === "text" ? (
          <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={show}>
            {placeText}
          </Button>
        ) : (
          <span className="quiet">{placeText}</span>
        )}
        {alike !== null && alike.count > 1 && (
          <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={alike.pickAll}>
            选中相同的 {alike.count} 处
          </Button>
        )}
      </div>
      {place.in === "attachment" && hit.excerpt !== null && <div className="hit-excerpt">{hit.excerpt}</div>}
      {suggestion !== null && cleared === null && (
        <div className="quiet" style={{ fontSize: 13 }}>
          {stands !== null && <>原文 {stands}，</>}隐去后为 {suggestion}
        </div>
      )}
      {cleared !== null && (
        <div className="quiet" style={{ fontSize: 13 }}>
          {cleared.by.name}，{dayText(cleared.on)}核对，可以公开：{cleared.why}
        </div>
      )}
    </div>
  );
}

function foundText(content: ItemContent, { part, offset, length }: ItemHit["place"]): string | null {
  return textOfPart(content, part)?.slice(offset, offset + length) ?? null;
}
