import { App, Button, Card, Checkbox } from "antd";
import { useState } from "react";
import { figureRoutes } from "../../api/figures.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { Figures } from "./month-grid.js";

/** Rows of table two the agency has no power for: nothing is asked there, the cells are 0. */
export function PowersTab({ year }: { readonly year: number }) {
  const { agencyId } = useSession();
  const list = useCall(figureRoutes.listFigures, { params: { agencyId }, query: { year } });
  return <Answer of={list}>{(figures) => <PowersForm key={agencyId} figures={figures} />}</Answer>;
}

function PowersForm({ figures: { asked } }: { readonly figures: Figures }) {
  const { agencyId } = useSession();
  const mayWrite = useMay()("figures:write");
  const { message } = App.useApp();
  const { failure, isSending, send } = useSending();
  const rows = [...new Map(asked.map(({ row, label }) => [row, label.split(" · ")[0] ?? label]))];
  const before = [...new Set(asked.filter(({ isPowerless }) => isPowerless).map(({ row }) => row))];
  const [chosen, setChosen] = useState<readonly string[]>(before);
  const save = () =>
    send(async () => {
      await call(figureRoutes.writePowers, { params: { agencyId }, body: { withoutPower: [...chosen] } });
      await forget(figureRoutes.listFigures);
      void message.success("已保存。");
    });
  return (
    <Card style={{ maxInlineSize: 760 }}>
      <div className="stack">
        <span>本机关没有下列哪些职权？勾选的不再要求填报，年度报告里记 0。</span>
        <Checkbox.Group
          disabled={!mayWrite}
          value={[...chosen]}
          onChange={setChosen}
          style={{ display: "grid", gap: 8 }}
          options={rows.map(([value, label]) => ({ value, label }))}
        />
        {failure !== null && <FailureNote failure={failure} />}
        {mayWrite && (
          <Button
            type="primary"
            loading={isSending}
            disabled={[...chosen].sort().join() === [...before].sort().join()}
            onClick={save}
            style={{ alignSelf: "start" }}
          >
            保存
          </Button>
        )}
      </div>
    </Card>
  );
}
