import { Alert } from "antd";
import { Link } from "react-router";
import { type Finding, wayToFinding } from "./finding-places.js";
import { SEVERITIES } from "./severity-sign.js";

/** What the checks say of a piece of the text, above it; each leads to the finding in the list, where a reason is written. */
export function FindingNotes({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <div className="finding-notes">
      {findings.map(({ fingerprint, severity, message, reason, freezing }) => (
        <Alert
          key={fingerprint}
          type={reason === null ? SEVERITIES[severity].note : "info"}
          showIcon
          title={
            <>
              <b>{SEVERITIES[severity].label}</b>　{message}
              {reason !== null && <span className="quiet">　已写明理由：{reason.text}</span>}　
              <Link to={wayToFinding(fingerprint)}>
                {reason === null && freezing === "with-reason" ? "看依据，写理由" : "看依据"}
              </Link>
            </>
          }
        />
      ))}
    </div>
  );
}
