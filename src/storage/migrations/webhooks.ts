/**
 * The shared secrets that sign what other systems are told. Each is encrypted with the key file; a hook signs with its newest, and for a day
 * also with the one before, so that a receiver can change over without losing anything.
 */
export const webhooks = `
create table webhook_secret (
  id text primary key,
  chain_id text not null references audit_chain,
  target text not null,
  sealed bytea not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null
);
create index webhook_secret_target on webhook_secret (chain_id, target, recorded_at desc);
create trigger append_only before update or delete or truncate on webhook_secret execute function refuse_change();
-- The log of what one system was told, the latest first.
create index outbox_attempt_target on outbox_attempt (target, at desc);
`;
