import { Button, Card } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";
import { useMay } from "../office/session.js";
import { ChangedTexts } from "./changed-texts.js";
import { DifferenceTable } from "./difference-table.js";
import { FreezeDialog } from "./freeze-dialog.js";
import { FreezeRefusals } from "./freeze-refusals.js";
import type { LiveReport } from "./report-page.js";

export type Freezing = ReplyOf<typeof reportRoutes.readFreezing>;

interface FreezeCardProps {
  readonly live: LiveReport;
  readonly state: Freezing;
}

/** The next edition: what is still in its way, what it would change in the last one, and freezing it. */
export function FreezeCard({ live, state }: FreezeCardProps) {
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const { refusals, differences, texts, records, nextEdition, mayFreeze } = state;
  const label = nextEdition > 1 ? `更正为第 ${nextEdition} 版` : "定稿";
  return (
    <Card size="small" title={label}>
      <div className="stack">
        <FreezeRefusals refusals={refusals} />
        {differences !== null && differences.length > 0 && (
          <DifferenceTable format={live.format} differences={differences} records={records} />
        )}
        {texts !== null && <ChangedTexts texts={texts} />}
        {may("reports:freeze") ? (
          <Button type="primary" disabled={!mayFreeze} onClick={() => setAsking(true)} style={{ alignSelf: "start" }}>
            {label}
          </Button>
        ) : (
          <span className="quiet">由政府信息公开工作机构负责人定稿。</span>
        )}
      </div>
      {isAsking && <FreezeDialog year={live.year} state={state} label={label} close={() => setAsking(false)} />}
    </Card>
  );
}
