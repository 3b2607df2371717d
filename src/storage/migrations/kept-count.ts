/**
 * What the tally of one agency's report came to, kept so that an area is added up without counting each of its agencies again. A row
 * holds for one question and one end of the agency's log: as long as both are the same, so is the count. Derived, in no chain, thrown
 * away and made again at any time; a backup leaves it out.
 */
export const keptCount = `
create table kept_count (
  -- The agency whose report it is.
  chain_id text not null references audit_chain,
  year integer not null,
  -- SHA-256 of everything that was asked, as of no instant: form, days, openings, explanations, settings, version of the product.
  asked text not null,
  -- Length and hash of the logs of the agencies that were counted.
  log_end text not null,
  -- The instant it was counted at; any other with the same ends of the logs gives the same.
  as_of timestamptz(3) not null,
  -- What was asked, so that it can be asked again.
  question text not null,
  count text not null,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (chain_id, year, asked, log_end)
);
`;
