/**
 * What lists and the desk ask for, kept beside the events by the same transaction that writes them. It is no fact: it can be thrown away
 * and made again (`rebuildCaseSummaries`). And two kinds of facts: links between requests, and what a piece asks for after a letter was split.
 */
export const caseSummary = `
create table case_summary (
  case_id text primary key references case_file,
  agency_id text not null,
  letter_id text not null,
  number text not null,
  channel text not null,
  requester_kind text not null,
  arrived_on date not null,
  description text not null,
  state text not null,
  is_open boolean not null,
  received_on date,
  due_on date,
  is_due_provisional boolean not null,
  -- By which calendar the days were counted; '' when they were not counted yet.
  law_version text not null,
  waiting_for text,
  waiting_until date,
  outcome text,
  closed_on date,
  served_on date,
  handler text,
  unit text,
  version integer not null,
  updated_at timestamptz(3) not null,
  search_text text not null,
  bigrams text[] not null
);
create index case_summary_arrival on case_summary (agency_id, arrived_on, case_id);
create index case_summary_open on case_summary (agency_id, due_on, case_id) where is_open;
create index case_summary_to_archive on case_summary (agency_id) where state in ('served', 'lapsed', 'withdrawn');
create index case_summary_law on case_summary (agency_id, law_version);
create index case_summary_number on case_summary (agency_id, number);
create index case_summary_search on case_summary using gin (bigrams);

-- Cases that are there already are counted when they are first asked for.
insert into case_summary (case_id, agency_id, letter_id, number, channel, requester_kind, arrived_on, description, state, is_open,
    is_due_provisional, law_version, version, updated_at, search_text, bigrams)
  select id, chain_id, letter_id, number, channel, requester_kind, arrived_on, coalesce(body ->> 'description', ''), 'unregistered', false,
    false, '', 0, recorded_at, '', '{}'
  from case_file;

create table request_link (
  id text primary key,
  chain_id text not null references audit_chain,
  sequence integer not null,
  request_id text not null references case_file,
  earlier_id text not null references case_file,
  kind text not null,
  is_removed boolean not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text
);
create unique index request_link_sequence on request_link (chain_id, sequence);
create index request_link_request on request_link (request_id);
create index request_link_earlier on request_link (earlier_id);

create table case_description (
  case_id text not null references case_file,
  sequence integer not null,
  chain_id text not null references audit_chain,
  description text not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (case_id, sequence)
);

create index proceeding_request on proceeding ((body ->> 'requestId'));

create trigger append_only before update or delete or truncate on request_link execute function refuse_change();
create trigger append_only before update or delete or truncate on case_description execute function refuse_change();
`;
