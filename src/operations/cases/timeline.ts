import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import type { Recorded } from "../../register/case-event.js";
import { dayInChina } from "../tally-register.js";
import { eventFacts, type Fact } from "./event-facts.js";

/** An act on record, as a timeline shows it. */
export interface TimelineEvent {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly on: PlainDate;
  readonly facts: Fact[];
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string | null;
  readonly isLateEntry: boolean;
  readonly standing: "stands" | "corrected" | "removed";
  readonly corrects: string | null;
  readonly flags: string[];
  readonly body: Record<string, unknown>;
}

/** As much of a transition as a timeline needs. */
export interface NamedStep {
  readonly id: string;
  readonly label: string;
  readonly records: string;
}

export type RecordedEvent = Recorded & { readonly body: { readonly type: string; readonly on: PlainDate } };

interface Telling {
  readonly steps: readonly NamedStep[];
  nameOf(id: string): string;
  flagsOf(eventId: string): string[];
}

/** Everything that was recorded, in the order of recording: what was wrong stays, with what became of it. */
export function timelineOf(events: readonly RecordedEvent[], { steps, nameOf, flagsOf }: Telling): TimelineEvent[] {
  const labels = new Map(steps.map((step) => [step.records, step]));
  const fate = new Map<string, "corrected" | "removed">();
  for (const { body } of events) {
    const correction = correctionIn(body);
    if (correction !== null) fate.set(correction.eventId, correction.replacement === null ? "removed" : "corrected");
  }
  return events.map(({ id, recordedAt, recordedBy, reason, body }) => {
    const step = labels.get(body.type);
    const correction = correctionIn(body);
    const told = correction?.replacement ?? null;
    const replaced = told === null ? undefined : labels.get(told.type);
    return {
      ...{ id, type: body.type, label: step?.label ?? body.type, on: body.on },
      facts:
        correction === null
          ? eventFacts(step?.id ?? "", body)
          : told === null
            ? [{ label: "更正为", text: "该事项没有发生" }]
            : [
                { label: "更正为", text: `${replaced?.label ?? told.type}（${chineseDay(told.on)}）` },
                ...eventFacts(replaced?.id ?? "", told),
              ],
      ...{ recordedAt, recordedBy: nameOf(recordedBy), reason: reason ?? null },
      isLateEntry: correction === null && dayInChina(recordedAt) > body.on,
      standing: fate.get(id) ?? "stands",
      corrects: correction?.eventId ?? null,
      flags: flagsOf(id),
      body: { ...body },
    };
  });
}

interface Correction {
  readonly eventId: string;
  readonly replacement: { readonly type: string; readonly on: PlainDate } | null;
}

function correctionIn(body: RecordedEvent["body"]): Correction | null {
  return body.type === "corrected" ? (body as RecordedEvent["body"] & Correction) : null; // what events of this type are
}
