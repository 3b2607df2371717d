import { Tooltip } from "antd";
import { Link } from "react-router";
import { type Finding, wayToFinding } from "./finding-places.js";
import { findingSentence, SeveritySign } from "./severity-sign.js";
import "./finding-mark.css";

/**
 * The sign of what the checks say of a cell or a table, over its corner so that nothing moves for it. Its sentences are shown to whoever
 * points at it or comes to it with the Tab key, and read out; it leads to the finding in the list.
 */
export function FindingMark({ findings }: { readonly findings: readonly Finding[] }) {
  const [first] = findings;
  if (first === undefined) return null;
  const sentences = findings.map(findingSentence);
  return (
    <Tooltip
      trigger={["hover", "focus"]}
      styles={{ root: { maxInlineSize: 420 } }}
      title={sentences.map((sentence) => <div key={sentence}>{sentence}</div>)}
    >
      <Link
        to={wayToFinding(first.fingerprint)}
        className={`finding-mark is-${first.reason === null ? first.severity : "answered"}`}
        aria-label={sentences.join(" ")}
      >
        <SeveritySign finding={first} />
      </Link>
    </Tooltip>
  );
}
