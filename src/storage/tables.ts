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
    closed_at: Generated<string>;
    /** Proves closed_at; null as long as the chain was never closed. */
    closed_seal: Generated<Buffer | null>;
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
  /** Made from the events; never a fact. */
  case_summary: {
    case_id: string;
    agency_id: string;
    letter_id: string;
    number: string;
    channel: string;
    requester_kind: string;
    arrived_on: string;
    description: string;
    state: string;
    is_open: boolean;
    received_on: string | null;
    due_on: string | null;
    is_due_provisional: boolean;
    law_version: string;
    waiting_for: string | null;
    waiting_until: string | null;
    outcome: string | null;
    closed_on: string | null;
    served_on: string | null;
    handler: string | null;
    unit: string | null;
    version: number;
    updated_at: string;
    search_text: string;
    bigrams: string[];
  };
  request_link: ReasonedRow & {
    id: string;
    chain_id: string;
    sequence: number;
    request_id: string;
    earlier_id: string;
    kind: string;
    is_removed: boolean;
  };
  case_description: ReasonedRow & { case_id: string; sequence: number; chain_id: string; description: string };
  case_event: EventRow & { case_id: string; type: GeneratedAlways<string>; happened_on: GeneratedAlways<string> };
  /** Derived from the events (stores/case-course-store), so it is in no chain. */
  case_course: {
    case_id: string;
    known_from: string;
    known_until: Generated<string>;
    first_known: string;
    chain_id: string;
    letter_id: string;
    is_split: boolean;
    requester_kind: string;
    channel: string;
    arrived_on: string;
    is_registered: boolean;
    received_on: string | null;
    closed_on: string | null;
    outcome: string | null;
    is_extended: boolean;
  };
  /** What tallies came to (stores/kept-count-store); derived, so it is in no chain. */
  kept_count: {
    chain_id: string;
    year: number;
    asked: string;
    log_end: string;
    as_of: string;
    question: string;
    count: string;
    kept_at: Generated<string>;
  };
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
    /** Name and hash are in the envelope, and null here, once a file is sealed. */
    name: string | null;
    media_type: string;
    sha256: Buffer | null;
    bytes: Buffer;
    key_id: string | null;
    envelope: Buffer | null;
    /** Null where the row was recorded before files were sealed. */
    content_seal: Buffer | null;
  };
  attachment_edition: RecordedRow & {
    attachment_id: string;
    chain_id: string;
    made_from: string;
    how: "masked" | "redacted";
    body: Json;
  };
  report_edition: ReasonedRow & {
    chain_id: string;
    year: number;
    edition: number;
    content_hash: string;
    as_of: string;
    body: Json;
    /** What it hands on to the year after. */
    opening_cells: GeneratedAlways<Json>;
    opening_agencies: GeneratedAlways<Json>;
    opening_format: GeneratedAlways<string | null>;
    opening_as_of: GeneratedAlways<string | null>;
  };
  letter_number: RecordedRow & { chain_id: string; kind: string; year: number; number: number; letter_id: string };
  issued_letter: RecordedRow & {
    id: string;
    chain_id: string;
    case_id: string;
    letter_id: string;
    act_event_id: string;
    number: string | null;
    dated_on: string;
    body: Buffer;
    docx_id: string;
    pdf_id: string | null;
  };
  /** What is being written; never a fact. */
  letter_draft: {
    case_id: string;
    letter_id: string;
    chain_id: string;
    version: number;
    sealed: Buffer;
    saved_at: string;
    saved_by: string;
  };
  letter_draft_event: EventRow & { case_id: string; letter_id: string };
  account_version: ReasonedRow & { account_id: string; version: number; chain_id: string; body: Json };
  activity: RecordedRow & { id: string; chain_id: string; kind: string; subject: string; body: Json };
  account_credential: {
    account_id: string;
    login_name: string;
    password_hash: string | null;
    password_set_at: string | null;
    must_change: Generated<boolean>;
    failures: Generated<number>;
    locks: Generated<number>;
    locked_until: string | null;
    totp: Buffer | null;
    totp_confirmed_at: string | null;
    totp_step: number | null;
    recovery: Json;
  };
  security_key: {
    credential_id: string;
    account_id: string;
    name: string;
    public_key: Buffer;
    counter: number;
    transports: Json;
    added_at: string;
    used_at: string | null;
  };
  key_challenge: { session_id: string; purpose: string; challenge: string; ends_at: string };
  account_session: {
    token_hash: Buffer;
    id: string;
    account_id: string;
    stage: string;
    made_at: string;
    seen_at: string;
    idle_minutes: number;
    ends_at: string;
    browser: string;
  };
  access_token: {
    id: string;
    token_hash: Buffer;
    agency_id: string;
    name: string;
    rights: Json;
    made_at: string;
    made_by: string;
    ends_at: string;
    revoked_at: string | null;
    used_at: string | null;
  };
  identity_link: { issuer: string; subject: string; account_id: string; linked_at: string };
  sign_in_attempt: { state_hash: Buffer; sealed: Buffer; ends_at: string };
  kept_reply: {
    caller: string;
    key: string;
    request_hash: Buffer;
    made_at: string;
    status: number | null;
    reply: Buffer | null;
  };
  /** What people are told; never a fact. */
  notice: {
    id: Generated<number>;
    account_id: string;
    agency_id: string;
    kind: string;
    subject: string;
    mark: string;
    number: string;
    due_on: string | null;
    made_at: string;
    read_at: string | null;
    mailed_at: string | null;
  };
  information_item: RecordedRow & { id: string; chain_id: string; is_sample: boolean };
  item_event: EventRow & { item_id: string };
  index_number: RecordedRow & {
    index_text: string;
    chain_id: string;
    item_id: string;
    series: string | null;
    serial: number | null;
  };
  handover_event: EventRow & { handover_id: string };
  /** One of the two texts, or none where there is nothing to read. What is written now is sealed. */
  attachment_text: { attachment_id: string; body_text: string | null; sealed_text: Buffer | null };
  job_run: {
    id: Generated<string>;
    job: string;
    started_at: string;
    milliseconds: number;
    is_done: boolean;
    detail: Json;
  };
  outbox_message: RecordedRow & { id: string; chain_id: string; body: Json };
  outbox_attempt: {
    message_id: string;
    target: string;
    attempt: number;
    at: Generated<string>;
    is_done: boolean;
    detail: string;
  };
  webhook_secret: RecordedRow & { id: string; chain_id: string; target: string; sealed: Buffer };
  item_summary: {
    item_id: string;
    agency_id: string;
    state: string;
    title: string;
    index_text: string | null;
    document_number: string | null;
    disclosure_item: string | null;
    theme: string | null;
    genre: string | null;
    attribute: string | null;
    document_kind: string | null;
    validity: string | null;
    made_on: string | null;
    counted_from: string | null;
    other_days: number | null;
    published_at: string | null;
    revised_at: string | null;
    is_public: boolean;
    scheduled_for: string | null;
    assessed_on: string | null;
    due_on: string | null;
    turn: string | null;
    turn_roles: string[];
    turn_people: string[];
    authors: string[];
    interprets: string[];
    version: number;
    snapshots: number;
    changed_at: string;
    is_sample: boolean;
    search_text: string;
    bigrams: string[];
  };
}
