/**
 * Security keys (WebAuthn Level 2) as a second factor. Only the public half of a key is here: who reads the table cannot sign in with it.
 */
export const securityKeys = `
create table security_key (
  -- As the key names itself, in base64url.
  credential_id text primary key,
  account_id text not null references account_credential,
  -- What its owner calls it.
  name text not null,
  -- COSE_Key (RFC 9052).
  public_key bytea not null,
  -- How often it has signed, as it says itself; a copy of a key is found by a number that does not go up (WebAuthn 6.1.1).
  counter bigint not null,
  transports jsonb not null default '[]',
  added_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index security_key_account on security_key (account_id);

-- What a key is asked to sign: for one session, once, for a few minutes.
create table key_challenge (
  session_id text not null,
  purpose text not null,
  challenge text not null,
  ends_at timestamptz(3) not null,
  primary key (session_id, purpose)
);
`;
