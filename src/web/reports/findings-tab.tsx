import { Button, Card, Empty, Input, Space, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { type Finding, placeKey, shownAt, wayTo } from "./finding-places.js";
import { placeLabel } from "./place-label.js";
import type { LiveReport } from "./report-page.js";
import { SEVERITIES } from "./severity-sign.js";
import { useSought } from "./use-sought.js";
import "./finding-mark.css";

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
              <FindingCard key={`${finding.fingerprint}-${finding.reason?.at}`} live={live} finding={finding} />
            ))}
          </div>
        )
      }
    </Answer>
  );
}

interface FindingCardProps {
  readonly live: LiveReport;
  readonly finding: Finding;
}

function FindingCard({ live, finding }: FindingCardProps) {
  const [place, isSought] = useSought<HTMLDivElement>("finding", finding.fingerprint);
  const { severity, message, where, basis, excerpt, freezing } = finding;
  return (
    <div ref={place} className={isSought ? "is-sought" : undefined}>
      <Card size="small">
        <Tag color={SEVERITIES[severity].colour}>{SEVERITIES[severity].label}</Tag> <b>{where}</b>
        <p style={{ margin: "6px 0" }}>{message}</p>
        {excerpt !== "" && (
          <p className="quiet" style={{ margin: 0 }}>
            原文：{excerpt}
          </p>
        )}
        <p className="quiet" style={{ margin: 0 }}>
          依据：{basis.join("；")}
        </p>
        <Ways live={live} finding={finding} />
        {freezing === "never" && <p style={{ color: "var(--danger)", margin: "6px 0 0" }}>更正后才能定稿。</p>}
        {freezing === "with-reason" && <ReasonField live={live} finding={finding} />}
      </Card>
    </div>
  );
}

/** From a finding to the cells and words it is about. */
function Ways({ live, finding }: FindingCardProps) {
  const ways = shownAt(finding).flatMap((place) => {
    const to = wayTo(place, finding.fingerprint);
    return to === null ? [] : [{ key: placeKey(place), to, label: placeLabel(live.format, place) }];
  });
  if (ways.length === 0) return null;
  return (
    <p style={{ margin: "4px 0 0" }}>
      <span className="quiet">去看：</span>
      {ways.map(({ key, to, label }, at) => (
        <span key={key}>
          {at > 0 && "；"}
          <Link to={to}>{label}</Link>
        </span>
      ))}
    </p>
  );
}

function ReasonField({ live: { year }, finding: { fingerprint, reason: given } }: FindingCardProps) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [reason, setReason] = useState(given?.text ?? "");
  const save = () =>
    send(async () => {
      await call(reportRoutes.answerReportFinding, { params: { agencyId, year, fingerprint }, body: { reason } });
      await forget(reportRoutes.readReportFindings, reportRoutes.readReport, reportRoutes.readFreezing);
    });
  return (
    <>
      <Space.Compact style={{ inlineSize: "100%", marginBlockStart: 8 }}>
        <Input
          value={reason}
          maxLength={2000}
          readOnly={!may("reports:write")}
          placeholder="属实、不需要改的，写明理由后可以定稿"
          aria-label="理由"
          onChange={({ target }) => setReason(target.value)}
        />
        <Button loading={isSending} disabled={!may("reports:write") || reason === (given?.text ?? "")} onClick={save}>
          保存
        </Button>
      </Space.Compact>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}
