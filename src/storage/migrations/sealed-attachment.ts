/**
 * Files lie sealed: what applicants hand in shows who they are as plainly as the form they fill in. A row is either as it was before
 * (no key) or sealed, with name and hash in the envelope; an old one may be sealed once, and an envelope renewed under another key,
 * and nothing else changes. The text read out of a file is sealed with it.
 */
export const sealedAttachment = `
alter table attachment
  add column key_id text references identity_key,
  add column envelope bytea,
  -- Stands for name and bytes in the chain; null where the row was recorded before files were sealed.
  add column content_seal bytea,
  alter column name drop not null,
  alter column sha256 drop not null,
  -- What is encrypted does not get smaller.
  alter column bytes set storage external,
  add constraint attachment_sealed_or_open check (case when key_id is null
    then envelope is null and content_seal is null and name is not null and sha256 is not null
    else envelope is not null and name is null and sha256 is null end);
create index attachment_key on attachment (key_id);
create index attachment_open on attachment (id) where key_id is null;

drop trigger append_only on attachment;
create trigger append_only before delete or truncate
  or update of id, chain_id, case_id, media_type, content_seal, recorded_at, recorded_by
  on attachment execute function refuse_change();
create trigger sealed_once before update of name, sha256, bytes on attachment
  for each row when (old.key_id is not null or new.key_id is null) execute function refuse_change();

alter table attachment_text add column sealed_text bytea;
`;
