/**
 * What the system tells people of itself, in the office and by mail. No facts: every line follows from the register, and a notice names
 * a record by its number only.
 */
export const notices = `
create table notice (
  id bigint generated always as identity primary key,
  account_id text not null references account_credential,
  -- Where the record belongs; 'register' for what concerns the system.
  agency_id text not null,
  kind text not null,
  subject text not null,
  -- What makes another notice of the same kind about the same record: a new last day, a new review.
  mark text not null,
  -- The number of the record, no personal data; '' where it has none yet.
  number text not null,
  due_on date,
  made_at timestamptz(3) not null,
  read_at timestamptz(3),
  mailed_at timestamptz(3),
  unique (account_id, kind, subject, mark)
);
create index notice_unread on notice (account_id, id desc) where read_at is null;
create index notice_of on notice (account_id, id desc);
create index notice_to_mail on notice (account_id) where mailed_at is null and read_at is null;
`;
