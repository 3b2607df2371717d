import { Button, Card, Tag, Timeline } from "antd";
import type { CaseView } from "./case-page.js";
import { dayText, minuteText } from "./day-text.js";

export type TimelineEvent = CaseView["timeline"][number];

interface EventTimelineProps {
  readonly timeline: readonly TimelineEvent[];
  /** Null for who may not correct records. */
  readonly correct: ((event: TimelineEvent) => void) | null;
}

/** The whole story, the newest first: the day it happened, what was recorded, who wrote it down and when. What was corrected stays visible. */
export function EventTimeline({ timeline, correct }: EventTimelineProps) {
  return (
    <Card title="办理经过" size="small">
      <Timeline
        items={timeline.toReversed().map((event) => ({
          key: event.id,
          color: event.standing === "stands" ? "blue" : "gray",
          content: <Event event={event} correct={correct} />,
        }))}
      />
    </Card>
  );
}

function Event({ event, correct }: { readonly event: TimelineEvent } & Pick<EventTimelineProps, "correct">) {
  const { label, on, facts, recordedAt, recordedBy, reason, isLateEntry, standing, flags, corrects } = event;
  return (
    <div>
      <div style={standing === "stands" ? {} : { textDecoration: "line-through" }}>
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
      </div>
      {flags.map((flag) => (
        <div key={flag} style={{ color: "var(--warning)" }}>
          {flag}
        </div>
      ))}
      <div className="quiet" style={{ fontSize: 13 }}>
        {recordedBy}，{minuteText(recordedAt)}记录{reason === null ? "" : `；${reason}`}
        {correct !== null && standing === "stands" && corrects === null && (
          <Button type="link" size="small" aria-label={`更正：${dayText(on)}${label}`} onClick={() => correct(event)}>
            更正
          </Button>
        )}
      </div>
    </div>
  );
}
