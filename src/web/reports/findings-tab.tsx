import { Button, Card, Empty, Input, Space, Tag } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { LiveReport } from "./report-page.js";

type Finding = ReplyOf<typeof reportRoutes.readReportFindings>["findings"][number];

const SEVERITIES = {
  error: { label: "错误", colour: "error" },
  warning: { label: "警告", colour: "warning" },
  question: { label: "疑问", colour: "default" },
} as const;

/** What the checks say of the draft: what must be mended, what needs a written reason, what only asks. */
export function FindingsTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const found = useCall(reportRoutes.readReportFindings, { params: { agencyId, year: live.year } });
  return (
    <Answer of={found}>
      {({ findings }) =>
        findings.length === 0 ? (
          <Empty description="没有发现问题。" />
        ) : (
          <div className="stack" style={{ maxInlineSize: 900 }}>
            {findings.map((finding) => (
              <FindingCard key={`${finding.fingerprint}-${finding.reason?.at}`} year={live.year} finding={finding} />
            ))}
          </div>
        )
      }
    </Answer>
  );
}

function FindingCard({ year, finding }: { readonly year: number; readonly finding: Finding }) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [reason, setReason] = useState(finding.reason?.text ?? "");
  const { severity, message, where, basis, excerpt, freezing, fingerprint } = finding;
  const save = () =>
    send(async () => {
      await call(reportRoutes.answerReportFinding, { params: { agencyId, year, fingerprint }, body: { reason } });
      await forget(reportRoutes.readReportFindings, reportRoutes.readReport, reportRoutes.readFreezing);
    });
  return (
    <Card size="small">
      <Tag color={SEVERITIES[severity].colour}>{SEVERITIES[severity].label}</Tag>
      <b>{where}</b>
      <p style={{ margin: "6px 0" }}>{message}</p>
      {excerpt !== "" && (
        <p className="quiet" style={{ margin: 0 }}>
          原文：{excerpt}
        </p>
      )}
      <p className="quiet" style={{ margin: 0 }}>
        依据：{basis.join("；")}
      </p>
      {freezing === "never" && <p style={{ color: "var(--danger)", margin: "6px 0 0" }}>更正后才能定稿。</p>}
      {freezing === "with-reason" && (
        <Space.Compact style={{ inlineSize: "100%", marginBlockStart: 8 }}>
          <Input
            value={reason}
            maxLength={2000}
            readOnly={!may("reports:write")}
            placeholder="属实、不需要改的，写明理由后可以定稿"
            aria-label="理由"
            onChange={({ target }) => setReason(target.value)}
          />
          <Button loading={isSending} disabled={!may("reports:write") || reason === (finding.reason?.text ?? "")} onClick={save}>
            保存
          </Button>
        </Space.Compact>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}
