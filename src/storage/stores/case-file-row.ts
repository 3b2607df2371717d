import { sql } from "kysely";
import type { CaseEvent, CaseEventBody } from "../../register/case-event.js";
import type { CaseFile } from "../../register/case-file.js";
import type { InfoRequest } from "../../register/info-request.js";
import { standingRequest } from "../../register/request-entry.js";
import type { IdentityKeys } from "../identity/identity-keys.js";
import { recordedOf } from "./append-outcome.js";

/** What a file is made of, of the rows of `case_file as f`: one question for the request, its events and what a split has made of it. */
export const FILE_COLUMNS = sql`
  f.id, f.chain_id, f.letter_id, f.number, f.channel, f.arrived_on, f.requester, f.key_id, f.body,
  (select json_agg(json_build_array(e.sequence, e.id, e.recorded_at, e.recorded_by, e.reason, e.body) order by e.sequence)
    from case_event e where e.case_id = f.id) as events,
  (select d.description from case_description d where d.case_id = f.id order by d.sequence desc limit 1) as description`;

type EventRow = readonly [
  sequence: number,
  id: string,
  recordedAt: string,
  recordedBy: string,
  reason: string | null,
  body: CaseEventBody,
];

export interface FileRow {
  readonly id: string;
  readonly chain_id: string;
  readonly letter_id: string;
  readonly number: string;
  readonly channel: string;
  readonly arrived_on: string;
  readonly requester: Buffer;
  readonly key_id: string;
  readonly body: unknown;
  readonly events: readonly EventRow[] | null;
  /** What a piece asks for now, where a split has changed it. */
  readonly description: string | null;
}

/** The file of a row, with the request as it stands after its corrections. */
export function fileOf(row: FileRow, keys: IdentityKeys): CaseFile {
  const events = (row.events ?? []).map(eventOf);
  const request = { ...requestOf(row, keys), ...(row.description === null ? {} : { description: row.description }) };
  return withRequest({ request, events, version: events.length });
}

export function withRequest(file: CaseFile): CaseFile {
  return { ...file, request: standingRequest(file) };
}

function eventOf([sequence, id, recordedAt, recordedBy, reason, body]: EventRow): CaseEvent {
  const row = { id, sequence, recorded_at: instantOf(recordedAt), recorded_by: recordedBy, reason };
  return { ...recordedOf(row), body };
}

/** Inside json an instant is written in the time zone of the connection. */
export function instantOf(text: string): string {
  return new Date(text).toISOString();
}

function requestOf(row: FileRow, keys: IdentityKeys): InfoRequest {
  // The columns hold what `addCases` was given, and the chain proves it.
  return {
    id: row.id,
    agencyId: row.chain_id,
    letterId: row.letter_id,
    number: row.number,
    channel: row.channel,
    arrivedOn: row.arrived_on,
    requester: keys.open(row),
    ...(row.body as object), // description, wantedForm, isImported
  } as InfoRequest; // see above
}
