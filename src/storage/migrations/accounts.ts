/**
 * Accounts of the office. What somebody may do is a fact with versions; what lets somebody in (hashes of passwords, sessions and
 * tokens) is a state that is replaced and forgotten. `activity` keeps what people did that changed no record.
 */
export const accounts = `
create table account_version (
  account_id text not null,
  version integer not null,
  chain_id text not null references audit_chain,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  reason text,
  primary key (account_id, version)
);

create table activity (
  id text primary key,
  chain_id text not null references audit_chain,
  kind text not null,
  subject text not null,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index activity_who on activity (recorded_by, recorded_at);
create index audit_entry_at on audit_entry (recorded_at, chain_id, position);
create index audit_entry_who on audit_entry (recorded_by, recorded_at);

create table account_credential (
  account_id text primary key,
  -- As typed at sign-in, in lower case.
  login_name text not null unique,
  -- Null: signs in elsewhere only.
  password_hash text,
  password_set_at timestamptz(3),
  must_change boolean not null default false,
  failures integer not null default 0,
  locks integer not null default 0,
  locked_until timestamptz(3),
  -- The shared secret of the second factor, encrypted with a key that lies outside the database.
  totp bytea,
  totp_confirmed_at timestamptz(3),
  -- The last time step that was used: a code opens once (RFC 6238 5.2).
  totp_step bigint,
  -- Hashes of the recovery codes that are left.
  recovery jsonb not null default '[]'
);

create table account_session (
  -- The session is known by the hash of what the browser holds: who reads the table cannot sign in with it.
  token_hash bytea primary key,
  id text not null unique,
  account_id text not null references account_credential,
  stage text not null,
  made_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  idle_minutes integer not null,
  ends_at timestamptz(3) not null,
  browser text not null
);
create index account_session_account on account_session (account_id);

create table access_token (
  id text primary key,
  token_hash bytea not null unique,
  agency_id text not null,
  name text not null,
  rights jsonb not null,
  made_at timestamptz(3) not null,
  made_by text not null,
  ends_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  used_at timestamptz(3)
);
create index access_token_agency on access_token (agency_id);

-- Who an account is at the identity service of the city (OpenID Connect Core 2: issuer and subject).
create table identity_link (
  issuer text not null,
  subject text not null,
  account_id text not null references account_credential,
  linked_at timestamptz(3) not null,
  primary key (issuer, subject)
);
create index identity_link_account on identity_link (account_id);

create table sign_in_attempt (
  state_hash bytea primary key,
  -- Nonce, verifier and the page to go on to, encrypted.
  sealed bytea not null,
  ends_at timestamptz(3) not null
);

-- What a write answered, for a day, so that the same request sent twice is done once.
create table kept_reply (
  caller text not null,
  key text not null,
  request_hash bytea not null,
  made_at timestamptz(3) not null,
  status integer,
  -- Encrypted: an answer may hold personal data.
  reply bytea,
  primary key (caller, key)
);
create index kept_reply_age on kept_reply (made_at);

create trigger append_only before update or delete or truncate on account_version execute function refuse_change();
create trigger append_only before update or delete or truncate on activity execute function refuse_change();
`;
