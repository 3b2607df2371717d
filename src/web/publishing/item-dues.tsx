import { Button, Card, Tag } from "antd";
import { useState } from "react";
import { dayText } from "../cases/day-text.js";
import { DueText, todayInChina } from "./due-text.js";
import type { Item } from "./item.js";

type Due = NonNullable<Item["dues"]["publish"]>;

/** The last days that run for an item, each with how it was found. */
export function ItemDues({ item: { dues } }: { readonly item: Item }) {
  const running = [
    { label: "公开", due: dues.publish },
    { label: "解读", due: dues.interpret },
    { label: "再次评估", due: dues.reassess },
  ].flatMap(({ label, due }) => (due === null ? [] : [{ label, due }]));
  if (running.length === 0) return null;
  return (
    <Card title="期限" size="small">
      <div className="stack" style={{ gap: 12 }}>
        {running.map(({ label, due }) => (
          <OneDue key={label} label={label} due={due} />
        ))}
      </div>
    </Card>
  );
}

function OneDue({ label, due }: { readonly label: string; readonly due: Due }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
        <span>
          {label}：
          <b>
            <DueText due={due.due} today={todayInChina()} />
          </b>
        </span>
        <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "收起" : "怎样算出"}
        </Button>
      </div>
      <div className="quiet" style={{ fontSize: 13 }}>
        {due.basis}
        {(due.certainty === "C" || due.certainty === "M") && <Tag style={{ marginInlineStart: 6 }}>本系统设置</Tag>}
      </div>
      {isOpen && (
        <ol style={{ margin: "6px 0 0", paddingInlineStart: 20, fontSize: 13 }}>
          {due.derivation.map(({ from, to, workingDays, why, counts }) => (
            <li key={`${from}-${why}`} className={counts ? "" : "quiet"}>
              {from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`}：{why}
              {counts && workingDays > 0 ? `（${workingDays} 个工作日）` : ""}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
