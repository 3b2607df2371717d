/**
 * SHA-256 over a chain's name and the instant it was closed at, kept beside the instant: it is in no entry of the chain, because closing
 * a chain for a count adds nothing to it, and a changed one would let something be written as of an instant that was counted already.
 */
export const closedSeal = `
alter table audit_chain add column closed_seal bytea;
update audit_chain set closed_seal = sha256(convert_to(
    id || chr(31) || to_char(closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'UTF8'))
  where closed_at > 'epoch';
`;
