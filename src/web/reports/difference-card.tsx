import { Button, Card, Input, Space } from "antd";
import { useState } from "react";
import { reportRoutes } from "../../api/reports.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { cellLabel } from "./cell-label.js";
import { OPENED_OTHERWISE } from "./opening-tab.js";
import type { LiveReport } from "./report-page.js";

interface DifferenceCardProps {
  readonly live: LiveReport;
  readonly difference: LiveReport["differences"][number];
}

/** A figure of last year's report that the register counts otherwise, and why. */
export function DifferenceCard({ live, difference }: DifferenceCardProps) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [reason, setReason] = useState(difference.explanation ?? "");
  const { table, row, column, reported, ledger, printed } = difference;
  const save = () =>
    send(async () => {
      await call(reportRoutes.explainDifference, {
        params: { agencyId, year: live.year },
        body: { table, row, column, agencyId: difference.agencyId, reason },
      });
      await forget(...OPENED_OTHERWISE);
    });
  return (
    <Card size="small">
      <b>{cellLabel(live.format, difference)}</b>
      <p style={{ margin: "6px 0" }}>
        上年报告为 {reported}，台账为 {ledger}；报告里印的是{printed === "reported" ? "上年报告的数" : "台账的数"}。
      </p>
      <Space.Compact style={{ inlineSize: "100%" }}>
        <Input
          value={reason}
          maxLength={2000}
          readOnly={!may("reports:write")}
          placeholder="为什么不一致（须说明后才能定稿）"
          aria-label="原因"
          onChange={({ target }) => setReason(target.value)}
        />
        <Button loading={isSending} disabled={!may("reports:write") || reason === (difference.explanation ?? "")} onClick={save}>
          保存
        </Button>
      </Space.Compact>
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}
