/**
 * The public portal: published snapshots, sealed requests, where a request stands. It stands alone, so that a portal without any
 * connection to the office can be made of it. Nothing here is a record of the office: all but the inbox can be built again.
 * Only what PostgreSQL 15 knows.
 */
export const portal = `
create schema portal;

-- Counts everything that changes in the portal. Whoever changes something holds the row until the commit, so numbers are without
-- gaps and in the order of the commits: who has read up to one has missed nothing before it.
create table portal.counter (
  id boolean primary key default true check (id),
  value bigint not null default 0,
  changed_at timestamptz(3) not null default 'epoch',
  mode text not null default 'attached' check (mode in ('attached', 'standalone'))
);
insert into portal.counter default values;

create table portal.setting (
  name text primary key,
  value bigint not null
);
insert into portal.setting (name, value) values
  -- A wrong code may be tried so often for one number before it is locked, and for how many minutes.
  ('guesses-per-number', 10),
  ('lock-minutes', 15),
  -- With more wrong codes in an hour than this somebody is guessing: each number then has only three tries.
  ('guesses-per-hour', 1000),
  -- Requests taken in ten minutes, and what may wait to be taken in.
  ('submissions-per-ten-minutes', 600),
  ('waiting-submissions', 50000),
  ('waiting-megabytes', 4096);

create table portal.agency (
  id text primary key,
  body jsonb,
  sequence bigint not null
);
create table portal.guide (
  id text primary key,
  agency_id text not null,
  body jsonb,
  sequence bigint not null
);
create table portal.rule (
  id text primary key,
  agency_id text not null,
  body jsonb,
  sequence bigint not null
);
create index rule_agency on portal.rule (agency_id);
-- Answers to earlier requests that the agency has published (条例 第四十四条).
create table portal.answer (
  id text primary key,
  agency_id text not null,
  body jsonb,
  question tsvector not null default '',
  sequence bigint not null
);
create index answer_question on portal.answer using gin (question);
-- Words people look for, offered while they type.
create table portal.term (
  id text primary key,
  agency_id text,
  body jsonb,
  key text not null,
  sequence bigint not null
);
create index term_key on portal.term (key text_pattern_ops);

-- What lists show. The snapshot itself lies apart, so that a list reads little.
create table portal.item (
  id text primary key,
  agency_id text not null,
  index_number text not null,
  disclosure_item text,
  theme text,
  genre text,
  validity text,
  year integer not null,
  published_at timestamptz(3) not null,
  version integer not null,
  is_tombstone boolean not null,
  title_key text not null,
  summary jsonb not null,
  sequence bigint not null
);
create index item_newest on portal.item (published_at desc, id desc);
create index item_agency on portal.item (agency_id, published_at desc, id desc);
create index item_column on portal.item (agency_id, disclosure_item, published_at desc, id desc);
create index item_disclosure on portal.item (disclosure_item, published_at desc, id desc);
create index item_theme on portal.item (theme, published_at desc, id desc);
create index item_index_number on portal.item (upper(index_number));
create index item_title on portal.item (title_key text_pattern_ops);
create unique index item_sequence on portal.item (sequence);

create table portal.item_snapshot (
  id text primary key references portal.item on delete cascade,
  body jsonb not null
);

create table portal.item_link (
  from_id text not null references portal.item on delete cascade,
  relation text not null,
  to_id text not null,
  primary key (from_id, relation, to_id)
);
create index item_link_to on portal.item_link (to_id);

-- The narrow table that is searched: published items only, tokens made by the application, never joined to tell what is public.
create table portal.item_search (
  id text primary key references portal.item on delete cascade,
  agency_id text not null,
  disclosure_item text,
  theme text,
  genre text,
  validity text,
  year integer not null,
  published_at timestamptz(3) not null,
  number_key text,
  index_key text not null,
  title_key text not null,
  title tsvector not null,
  body tsvector not null
);
create index item_search_newest on portal.item_search (published_at desc, id desc);
create index item_search_agency on portal.item_search (agency_id, published_at desc, id desc);
create index item_search_number on portal.item_search (number_key);
create index item_search_index on portal.item_search (index_key);
create index item_search_title_key on portal.item_search (title_key);
create index item_search_title on portal.item_search using gin (title) with (fastupdate = off);
create index item_search_body on portal.item_search using gin (body);

-- How many titles hold a pair of characters: what is rare says more. Made anew from time to time.
create table portal.gram (
  gram text primary key,
  items integer not null
);

-- Bytes by what they are: the same file published twice lies here once.
create table portal.blob (
  sha256 bytea primary key,
  bytes bytea not null
);
alter table portal.blob alter column bytes set storage external;

create table portal.attachment (
  id text primary key,
  item_id text not null references portal.item on delete cascade,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null references portal.blob,
  body_text text
);
create index attachment_item on portal.attachment (item_id);
create index attachment_blob on portal.attachment (sha256);

create table portal.report (
  agency_id text not null,
  year integer not null,
  edition integer not null,
  body jsonb not null,
  figures jsonb not null,
  published_at timestamptz(3) not null,
  sequence bigint not null,
  primary key (agency_id, year, edition)
);
create table portal.report_file (
  agency_id text not null,
  year integer not null,
  edition integer not null,
  format text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null references portal.blob,
  primary key (agency_id, year, edition, format),
  foreign key (agency_id, year, edition) references portal.report on delete cascade
);
create index report_file_blob on portal.report_file (sha256);

-- Public keys: what requests are sealed to ("inbox"). Those that are retired stay for what is still on its way.
create table portal.office_key (
  id text primary key,
  public_key bytea not null,
  is_current boolean not null,
  sequence bigint not null
);
create unique index office_key_current on portal.office_key (is_current) where is_current;

-- Where a request stands, by its receipt. The code is kept as a hash of something slow to make.
create table portal.request_status (
  number text primary key,
  agency_id text not null,
  submitted_at timestamptz(3) not null,
  code_hash bytea not null,
  body jsonb,
  sequence bigint not null,
  failures integer not null default 0,
  first_failure_at timestamptz(3),
  locked_until timestamptz(3)
);
create table portal.guess_total (
  id boolean primary key default true check (id),
  since timestamptz(3) not null default 'epoch',
  failures integer not null default 0
);
insert into portal.guess_total default values;

-- Requests as they came in, sealed to the office. The bytes are cleared when the office has taken them in.
create table portal.inbox (
  number text primary key,
  agency_id text not null,
  token_hash bytea not null unique,
  content_mac bytea not null,
  code_hash bytea not null,
  key_id text not null,
  sealed bytea,
  size integer not null,
  submitted_at timestamptz(3) not null,
  state text not null default 'waiting' check (state in ('waiting', 'held', 'taken', 'set-aside', 'unreadable')),
  reason text,
  case_id text,
  taken_at timestamptz(3),
  sequence bigint generated always as identity
);
create index inbox_waiting on portal.inbox (submitted_at) where state = 'waiting';
create unique index inbox_sequence on portal.inbox (sequence);
create index inbox_submitted on portal.inbox (submitted_at);
create index inbox_case on portal.inbox (case_id);

-- Bundles that went out and came in: the order of what crosses between two networks without a wire.
create table portal.bundle (
  id text primary key,
  direction text not null check (direction in ('to-portal', 'to-office')),
  is_ours boolean not null,
  after bigint not null,
  up_to bigint not null,
  manifest_hash bytea not null,
  signed_by text not null,
  recorded_at timestamptz(3) not null default clock_timestamp()
);

-- Whose bundles are taken: the public keys of the other side, entered by a person who has compared them.
create table portal.trusted_key (
  id text primary key,
  public_key bytea not null,
  added_at timestamptz(3) not null default clock_timestamp()
);

create function portal.setting_of(wanted text) returns bigint language sql stable
  set search_path = pg_catalog, pg_temp
  as $$ select value from portal.setting where name = wanted $$;

/* Stores a sealed request. The same form again gives its first number; with other content it is refused. */
create function portal.submit_request(
  given_number text, given_agency text, given_token_hash bytea, given_content_mac bytea,
  given_code_hash bytea, given_key text, given_sealed bytea
) returns table (outcome text, number text, submitted_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known portal.inbox;
  waiting bigint;
  waiting_bytes bigint;
  stamp timestamptz(3) := date_trunc('milliseconds', clock_timestamp());
begin
  if given_number is null or given_number !~ '^[0-9A-Z]{1,20}-[0-9]{8}-[0-9A-Z]{8,16}$'
    or octet_length(given_token_hash) is distinct from 32 or octet_length(given_content_mac) is distinct from 32
    or octet_length(given_code_hash) is distinct from 32 or given_sealed is null
    or octet_length(given_sealed) not between 60 and 26214400 then
    raise exception 'A submission of another shape is not taken.' using errcode = 'invalid_parameter_value';
  end if;
  -- One at a time, so that a form sent twice in the same moment is stored once and the limits hold.
  perform pg_advisory_xact_lock(6947003);
  select * into known from portal.inbox where inbox.token_hash = given_token_hash;
  if found then
    return query select case when known.content_mac = given_content_mac then 'again' else 'changed' end, known.number, known.submitted_at::timestamptz;
    return;
  end if;
  -- An online channel binds the agency once its guide describes it, and not before.
  if not exists (select from portal.guide where id = given_agency and body -> 'channels' @> '[{"channel": "online"}]')
    or not exists (select from portal.office_key where id = given_key and is_current) then
    return query select 'refused', null::text, null::timestamptz;
    return;
  end if;
  select count(*), coalesce(sum(size), 0) into waiting, waiting_bytes from portal.inbox where state = 'waiting';
  if waiting >= portal.setting_of('waiting-submissions')
    or waiting_bytes + octet_length(given_sealed) > portal.setting_of('waiting-megabytes') * 1048576
    or (select count(*) from portal.inbox where inbox.submitted_at > stamp - interval '10 minutes')
      >= portal.setting_of('submissions-per-ten-minutes') then
    return query select 'full', null::text, null::timestamptz;
    return;
  end if;
  insert into portal.inbox (number, agency_id, token_hash, content_mac, code_hash, key_id, sealed, size, submitted_at)
    values (given_number, given_agency, given_token_hash, given_content_mac, given_code_hash, given_key, given_sealed,
      octet_length(given_sealed), stamp);
  insert into portal.request_status (number, agency_id, submitted_at, code_hash, sequence)
    values (given_number, given_agency, stamp, given_code_hash, 0);
  return query select 'stored', given_number, stamp::timestamptz;
end
$$;

/*
 * Where a request stands, for whoever knows number and code. Wrong guesses are counted for the number and in all; a missing number
 * and a wrong code look the same. What is compared is hashed with fresh random bytes first, so that the time tells nothing.
 */
create function portal.status_of(given_number text, given_code_hash bytea)
returns table (outcome text, agency_id text, submitted_at timestamptz, body jsonb, locked_until timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held portal.request_status;
  stamp timestamptz(3) := date_trunc('milliseconds', clock_timestamp());
  salt bytea := convert_to(gen_random_uuid()::text, 'UTF8');
  is_known boolean;
  is_right boolean;
  in_all integer;
  allowed bigint := portal.setting_of('guesses-per-number');
  within interval := make_interval(mins => portal.setting_of('lock-minutes')::int);
begin
  select * into held from portal.request_status s where s.number = given_number for update;
  is_known := found;
  if is_known and held.locked_until > stamp then
    return query select 'locked', null::text, null::timestamptz, null::jsonb, held.locked_until::timestamptz;
    return;
  end if;
  is_right := sha256(salt || coalesce(held.code_hash, sha256(salt))) = sha256(salt || coalesce(given_code_hash, ''::bytea));
  if is_known and is_right then
    if held.failures > 0 then
      update portal.request_status s set failures = 0, first_failure_at = null, locked_until = null where s.number = given_number;
    end if;
    return query select 'found', held.agency_id, held.submitted_at::timestamptz, held.body, null::timestamptz;
    return;
  end if;
  update portal.guess_total t set
      failures = case when t.since > stamp - interval '1 hour' then t.failures + 1 else 1 end,
      since = case when t.since > stamp - interval '1 hour' then t.since else stamp end
    returning failures into in_all;
  if is_known then
    if in_all > portal.setting_of('guesses-per-hour') then allowed := least(allowed, 3); end if;
    if held.first_failure_at is null or held.first_failure_at < stamp - within then
      held.failures := 0;
      held.first_failure_at := stamp;
    end if;
    held.failures := held.failures + 1;
    held.locked_until := case when held.failures >= allowed then stamp + within end;
    update portal.request_status s
      set failures = held.failures, first_failure_at = held.first_failure_at, locked_until = held.locked_until
      where s.number = given_number;
    if held.locked_until is not null then
      return query select 'locked', null::text, null::timestamptz, null::jsonb, held.locked_until::timestamptz;
      return;
    end if;
  end if;
  return query select 'wrong', null::text, null::timestamptz, null::jsonb, null::timestamptz;
end
$$;

-- By default everybody may call every function.
revoke execute on all functions in schema portal from public;
revoke execute on all functions in schema public from public;
alter default privileges revoke execute on functions from public;
`;
