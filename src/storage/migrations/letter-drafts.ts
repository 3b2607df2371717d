/**
 * A letter on its way to the signature (拟稿、送签、签发). What it says names persons and is no fact of the register: it lies encrypted, one
 * for a case and a kind of letter, and goes when the letter is issued. What people did with it is a fact and stays.
 */
export const letterDrafts = `
create table letter_draft (
  case_id text not null references case_file,
  letter_id text not null,
  chain_id text not null references audit_chain,
  -- Of two who write on the same version one wins.
  version integer not null check (version > 0),
  sealed bytea not null,
  saved_at timestamptz(3) not null,
  saved_by text not null,
  primary key (case_id, letter_id)
);
create index letter_draft_chain on letter_draft (chain_id);

create table letter_draft_event (
  case_id text not null references case_file,
  letter_id text not null,
  sequence integer not null check (sequence > 0),
  id text not null unique,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (case_id, letter_id, sequence)
);
-- For the figures: how long the signature took.
create index letter_draft_event_signed on letter_draft_event (chain_id, case_id) where body ->> 'type' = 'signed';
create trigger append_only before update or delete or truncate on letter_draft_event execute function refuse_change();
`;
