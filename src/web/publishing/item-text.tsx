import { Alert, Card } from "antd";
import { useState } from "react";
import { ItemContentView } from "./item-content-view.js";
import type { ItemPart } from "./item-page.js";
import { ScreeningPanel } from "./screening-panel.js";

/** The text of an item beside what the screening found in it: each find marked where it stands, cleared with a reason or hidden. */
export function ItemText({ item, told }: ItemPart) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [proof, setProof] = useState<readonly string[]>([]);
  const { hits, isCurrent } = item.screening;
  const hasHits = isCurrent && hits.length > 0;
  return (
    <Card title="内容" size="small" extra={<ScreeningSummary item={item} />}>
      {proof.length > 0 && (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setProof([]) }}
          title={proof.map((line) => <div key={line}>{line}</div>)}
          style={{ marginBlockEnd: 12 }}
        />
      )}
      <div className={hasHits ? "sided" : ""}>
        <ItemContentView item={item} chosen={chosen} />
        {hasHits && <ScreeningPanel item={item} told={told} chosen={chosen} choose={setChosen} prove={setProof} />}
      </div>
    </Card>
  );
}

function ScreeningSummary({ item: { screening } }: Pick<ItemPart, "item">) {
  if (!screening.isCurrent) return <span className="quiet">这一稿还没有筛查</span>;
  if (screening.hits.length === 0) return <span className="quiet">已筛查，没有发现</span>;
  return screening.open === 0 ? (
    <span className="quiet">已筛查，{screening.hits.length} 处都已核对</span>
  ) : (
    <b style={{ color: "var(--danger)" }}>筛查发现 {screening.open} 处待处理</b>
  );
}
