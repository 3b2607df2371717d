/** A file made from another one: masked or redacted. The original is kept beside it and is not the one that goes out. */
export const attachmentEdition = `
create table attachment_edition (
  attachment_id text primary key references attachment,
  chain_id text not null references audit_chain,
  made_from text not null references attachment,
  how text not null check (how in ('masked', 'redacted')),
  -- What was done, without what was hidden: kinds and numbers, grounds and pages.
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index attachment_edition_made_from on attachment_edition (made_from);
create trigger append_only before update or delete or truncate on attachment_edition execute function refuse_change();
`;
