/**
 * The register. Every table whose rows are facts is append-only and has a twin in `audit_entry`; what is now so is the row with
 * the highest sequence or version. Only what PostgreSQL 15 knows.
 */
export const firstRegister = `
create table audit_chain (
  id text primary key,
  length bigint not null default 0,
  head bytea not null default decode(repeat('00', 32), 'hex'),
  -- What is written next is later than this, so that what is counted as of an instant stays as it is.
  last_at timestamptz(3) not null default 'epoch'
);

create table audit_entry (
  chain_id text not null references audit_chain,
  position bigint not null,
  kind text not null,
  subject text not null,
  digest bytea not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  hash bytea not null,
  primary key (chain_id, position)
);
create unique index audit_entry_subject on audit_entry (kind, subject);

create table agency_version (
  agency_id text not null,
  version integer not null,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (agency_id, version)
);

create table setting_version (
  chain_id text not null references audit_chain,
  name text not null,
  version integer not null,
  value jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (chain_id, name, version)
);

create table identity_key (
  id text primary key,
  -- What the key makes of a fixed text: tells a wrong key file from a right one.
  proof bytea not null,
  is_current boolean not null,
  made_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz
);
create unique index identity_key_current on identity_key (is_current) where is_current;

create table case_file (
  id text primary key,
  chain_id text not null references audit_chain,
  letter_id text not null,
  number text not null,
  channel text not null,
  arrived_on date not null,
  requester_kind text not null,
  -- Name, identity document and contact, encrypted; the key lies outside the database (个人信息保护法 第五十一条).
  requester bytea not null,
  key_id text not null references identity_key,
  requester_seal bytea not null,
  requester_index bytea not null,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index case_file_agency on case_file (chain_id, id);
create index case_file_letter on case_file (letter_id);
create index case_file_requester on case_file (requester_index, arrived_on);
create index case_file_key on case_file (key_id);

create table case_event (
  case_id text not null references case_file,
  sequence integer not null,
  id text not null,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  type text not null generated always as (body ->> 'type') stored,
  happened_on text not null generated always as (body ->> 'on') stored,
  primary key (case_id, sequence)
);
create unique index case_event_id on case_event (id);
create index case_event_type on case_event (chain_id, type, happened_on);

create table proceeding (
  id text primary key,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index proceeding_agency on proceeding (chain_id, id);

create table proceeding_event (
  proceeding_id text not null references proceeding,
  sequence integer not null,
  id text not null,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (proceeding_id, sequence)
);
create unique index proceeding_event_id on proceeding_event (id);

create table normative_document (
  document_id text not null,
  sequence integer not null,
  id text not null,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (document_id, sequence)
);
create unique index normative_document_id on normative_document (id);
create index normative_document_agency on normative_document (chain_id);

create table monthly_figure (
  chain_id text not null references audit_chain,
  table_row text not null,
  table_column text not null,
  month text not null,
  sequence integer not null,
  id text not null,
  value double precision not null,
  source text not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (chain_id, table_row, table_column, month, sequence)
);
create unique index monthly_figure_id on monthly_figure (id);

create table attachment (
  id text primary key,
  chain_id text not null references audit_chain,
  case_id text references case_file,
  name text not null,
  media_type text not null,
  sha256 bytea not null,
  bytes bytea not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index attachment_case on attachment (case_id);

create table report_edition (
  chain_id text not null references audit_chain,
  year integer not null,
  edition integer not null,
  content_hash text not null,
  as_of timestamptz(3) not null,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (chain_id, year, edition)
);

create table letter_number (
  chain_id text not null references audit_chain,
  kind text not null,
  year integer not null,
  number integer not null check (number > 0),
  letter_id text not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  primary key (chain_id, kind, year, number)
);
create unique index letter_number_letter on letter_number (letter_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed or deleted.', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

-- Guards against a slip in a program or in psql; what was changed on purpose the hash chain finds.
do $$
declare name text;
begin
  foreach name in array array['audit_entry', 'agency_version', 'setting_version', 'case_event', 'proceeding', 'proceeding_event',
    'normative_document', 'monthly_figure', 'attachment', 'report_edition', 'letter_number']
  loop
    execute format('create trigger append_only before update or delete or truncate on %I execute function refuse_change()', name);
  end loop;
end
$$;

-- A case may be encrypted anew with another key, and nothing else.
create trigger append_only before delete or truncate
  or update of id, chain_id, letter_id, number, channel, arrived_on, requester_kind, requester_seal, requester_index, body, recorded_at, recorded_by
  on case_file execute function refuse_change();

insert into audit_chain (id) values ('register');
`;
