import { Card, Tag, Timeline } from "antd";
import type { CaseView } from "./case-page.js";
import { dayText, minuteText } from "./day-text.js";

type TimelineEvent = CaseView["timeline"][number];

/** The whole story, the newest first: the day it happened, what was recorded, who wrote it down and when. What was corrected stays visible. */
export function CaseTimeline({ view: { timeline } }: { readonly view: CaseView }) {
  return (
    <Card title="办理经过" size="small">
      <Timeline
        items={timeline.toReversed().map((event) => ({
          key: event.id,
          color: event.standing === "stands" ? "blue" : "gray",
          content: <Event event={event} />,
        }))}
      />
    </Card>
  );
}

function Event({ event }: { readonly event: TimelineEvent }) {
  const { label, on, facts, recordedAt, recordedBy, reason, isLateEntry, standing, flags } = event;
  return (
    <div style={standing === "stands" ? {} : { textDecoration: "line-through", opacity: 0.7 }}>
      <b>{dayText(on)}</b>　{label} {isLateEntry && <Tag>补记</Tag>}
      {standing === "corrected" && <Tag color="warning">已更正</Tag>}
      {standing === "removed" && <Tag color="warning">已撤销</Tag>}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map((fact) => (
            <div key={fact.label} style={{ display: "contents" }}>
              <dt>{fact.label}</dt>
              <dd>{fact.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {flags.map((flag) => (
        <div key={flag} style={{ color: "var(--warning)" }}>
          {flag}
        </div>
      ))}
      <div className="quiet" style={{ fontSize: 13 }}>
        {recordedBy}，{minuteText(recordedAt)}记录{reason === null ? "" : `；${reason}`}
      </div>
    </div>
  );
}
