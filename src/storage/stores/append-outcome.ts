import type { Recorded } from "../../register/case-event.js";

/** What a person wants to be written down: an event with an id of its own, so that it can be sent twice and is written once. */
export interface NewEvent<Body> {
  readonly id: string;
  readonly body: Body;
  /** Why, when it is late or corrects something. */
  readonly reason?: string;
}

/** `stale`: somebody else was faster; `since` is what they wrote after the version that was read. */
export type Appended<File, Event extends Recorded> =
  | { readonly result: "written"; readonly file: File; readonly events: readonly Event[] }
  | { readonly result: "stale"; readonly file: File; readonly since: readonly Event[] };

/** How a record is read back: no reason is none, not null. */
export function recordedOf(row: {
  readonly id: string;
  readonly sequence: number;
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly reason: string | null;
}): Recorded {
  const { id, sequence, recorded_at: recordedAt, recorded_by: recordedBy, reason } = row;
  return { id, sequence, recordedAt, recordedBy, ...(reason === null ? {} : { reason }) };
}
