/**
 * What every case counts as, and between which instants the register knew it so: derived from the events, so that a year is counted
 * without reading them. Rows may be made anew at any time; facts are only in `case_event`.
 */
export const caseCourse = `
create table case_course (
  case_id text not null references case_file,
  known_from timestamptz(3) not null,
  -- The first instant it was known otherwise.
  known_until timestamptz(3) not null default 'infinity',
  -- When anything was first known of the case.
  first_known timestamptz(3) not null,
  chain_id text not null references audit_chain,
  letter_id text not null,
  -- The letter has other pieces too: only those must be told apart to count letters.
  is_split boolean not null,
  requester_kind text not null,
  channel text not null,
  arrived_on date not null,
  is_registered boolean not null,
  received_on date,
  closed_on date,
  outcome text,
  is_extended boolean not null,
  primary key (case_id, known_from)
);
create index case_course_agency on case_course (chain_id, known_until);

-- An instant up to which something was counted: what is written next is later, though nothing of it is in this chain.
alter table audit_chain add column closed_at timestamptz(3) not null default 'epoch';

-- What an edition hands on to the year after, so that the books of a thousand agencies are opened without reading their reports.
alter table report_edition
  add column opening_cells jsonb not null generated always as (jsonb_path_query_array(body,
    '$.tally.cells[*] ? (@.table == "proactive" || @.table == "requests" && @.row == "carried_out")')) stored,
  add column opening_agencies jsonb not null generated always as (jsonb_path_query_array(body, '$.tally.countedAgencies[*]')) stored,
  add column opening_format text generated always as (body #>> '{tally,format}') stored,
  add column opening_as_of text generated always as (body #>> '{tally,asOf}') stored;
`;
