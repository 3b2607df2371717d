/**
 * Proactive disclosure: items with what happened to them, index numbers that are never used twice, what was handed over to archive and
 * library, and what was told to other systems. `item_summary` is no fact: lists read it, and it can be made again from the events.
 */
export const publishing = `
create table information_item (
  id text primary key,
  chain_id text not null references audit_chain,
  is_sample boolean not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index information_item_agency on information_item (chain_id, id);

create table item_event (
  item_id text not null references information_item,
  sequence integer not null,
  id text not null,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (item_id, sequence)
);
create unique index item_event_id on item_event (id);
-- Which items speak of an item.
create index item_event_target on item_event ((body ->> 'targetId')) where body ->> 'type' in ('linked', 'unlinked');

create index item_event_channel on item_event (chain_id) where body ->> 'type' = 'channel-recorded';

-- 索引号: once given it never changes and is never given again, whatever becomes of the item or of the agency.
create table index_number (
  index_text text primary key,
  chain_id text not null references audit_chain,
  item_id text not null references information_item,
  -- The number without its serial; null for numbers that came from elsewhere.
  series text,
  serial integer check (serial > 0),
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  check ((series is null) = (serial is null))
);
create unique index index_number_item on index_number (item_id);
create unique index index_number_series on index_number (chain_id, series, serial);

create table handover_event (
  handover_id text not null,
  sequence integer not null,
  id text not null,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (handover_id, sequence)
);
create unique index handover_event_id on handover_event (id);
create index handover_event_agency on handover_event (chain_id);

-- What files say, for the search and the screening; no fact: it can be read from the files again.
create table attachment_text (
  attachment_id text primary key references attachment,
  body_text text
);

-- What is to be told to other systems, in the order of the publishing; written in the same transaction.
create table outbox_message (
  id text primary key,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index outbox_message_time on outbox_message (chain_id, recorded_at);

-- Each attempt to tell one system; a message is due to it until one succeeded.
create table outbox_attempt (
  message_id text not null references outbox_message,
  target text not null,
  attempt integer not null check (attempt > 0),
  at timestamptz(3) not null default clock_timestamp(),
  is_done boolean not null,
  detail text not null,
  primary key (message_id, target, attempt)
);

create table item_summary (
  item_id text primary key references information_item,
  agency_id text not null,
  state text not null,
  title text not null,
  index_text text,
  document_number text,
  disclosure_item text,
  theme text,
  genre text,
  attribute text,
  document_kind text,
  made_on date,
  -- The day the term of 条例 第二十六条 is counted from, and another term a law sets.
  counted_from date,
  other_days integer,
  published_at timestamptz(3),
  revised_at timestamptz(3),
  is_public boolean not null,
  scheduled_for timestamptz(3),
  assessed_on date,
  due_on date,
  turn text,
  turn_roles text[] not null,
  turn_people text[] not null,
  authors text[] not null,
  interprets text[] not null,
  version integer not null,
  -- Counts what was put into the portal.
  snapshots integer not null,
  changed_at timestamptz(3) not null,
  is_sample boolean not null,
  search_text text not null,
  bigrams text[] not null
);
create index item_summary_list on item_summary (agency_id, changed_at desc, item_id desc);
create index item_summary_state on item_summary (agency_id, state, changed_at desc);
create index item_summary_column on item_summary (agency_id, disclosure_item, published_at) where is_public;
create index item_summary_public on item_summary (agency_id, published_at, item_id) where is_public;
create index item_summary_scheduled on item_summary (scheduled_for) where state = 'scheduled';
create index item_summary_search on item_summary using gin (bigrams);

do $$
declare name text;
begin
  foreach name in array array['information_item', 'item_event', 'index_number', 'handover_event', 'outbox_message', 'outbox_attempt']
  loop
    execute format('create trigger append_only before update or delete or truncate on %I execute function refuse_change()', name);
  end loop;
end
$$;
`;
