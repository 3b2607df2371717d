import type { Generated, GeneratedAlways } from "kysely";

/** A jsonb column: written as text, read as a value whose shape the store that reads it knows. */
type Json = unknown;

interface RecordedRow {
  /** UTC with milliseconds. */
  recorded_at: string;
  recorded_by: string;
}

interface ReasonedRow extends RecordedRow {
  reason: string | null;
}

interface EventRow extends ReasonedRow {
  sequence: number;
  id: string;
  chain_id: string;
  body: Json;
}

/** The tables as `migrations` make them. A `chain_id` is the id of the agency whose chain holds the row, or "register". */
export interface Tables {
  audit_chain: {
    id: string;
    length: Generated<number>;
    head: Generated<Buffer>;
    last_at: Generated<string>;
  };
  audit_entry: RecordedRow & {
    chain_id: string;
    position: number;
    kind: string;
    subject: string;
    digest: Buffer;
    hash: Buffer;
  };
  agency_version: ReasonedRow & { agency_id: string; version: number; chain_id: string; body: Json };
  setting_version: ReasonedRow & { chain_id: string; name: string; version: number; value: Json };
  identity_key: {
    id: string;
    proof: Buffer;
    is_current: boolean;
    made_at: Generated<string>;
    retired_at: Generated<string | null>;
  };
  case_file: RecordedRow & {
    id: string;
    chain_id: string;
    letter_id: string;
    number: string;
    channel: string;
    arrived_on: string;
    requester_kind: string;
    requester: Buffer;
    key_id: string;
    requester_seal: Buffer;
    requester_index: Buffer;
    body: Json;
  };
  case_event: EventRow & { case_id: string; type: GeneratedAlways<string>; happened_on: GeneratedAlways<string> };
  proceeding: RecordedRow & { id: string; chain_id: string; body: Json };
  proceeding_event: EventRow & { proceeding_id: string };
  normative_document: EventRow & { document_id: string };
  monthly_figure: ReasonedRow & {
    chain_id: string;
    table_row: string;
    table_column: string;
    month: string;
    sequence: number;
    id: string;
    value: number;
    source: string;
  };
  attachment: RecordedRow & {
    id: string;
    chain_id: string;
    case_id: string | null;
    name: string;
    media_type: string;
    sha256: Buffer;
    bytes: Buffer;
  };
  report_edition: ReasonedRow & {
    chain_id: string;
    year: number;
    edition: number;
    content_hash: string;
    as_of: string;
    body: Json;
  };
  letter_number: RecordedRow & { chain_id: string; kind: string; year: number; number: number; letter_id: string };
}
