/**
 * A letter that went out: which one, about which act, with what number and which files. What it says names persons, so it is encrypted
 * like the requester (`body`). The files themselves are attachments of the case.
 */
export const letters = `
create table issued_letter (
  id text primary key,
  chain_id text not null references audit_chain,
  case_id text not null references case_file,
  letter_id text not null,
  act_event_id text not null,
  -- As printed; null for letters that bear none.
  number text,
  dated_on date not null,
  body bytea not null,
  docx_id text not null references attachment,
  pdf_id text references attachment,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index issued_letter_case on issued_letter (case_id);
create unique index issued_letter_number on issued_letter (chain_id, number);
create trigger append_only before update or delete or truncate on issued_letter execute function refuse_change();
`;
