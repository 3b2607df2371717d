import { randomBytes } from "node:crypto";
import { type Credential, setRecovery } from "../../storage/accounts/credential-store.js";
import type { Writing } from "../../storage/write.js";
import type { Office } from "../office.js";

const CODES = 10;
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Gives somebody codes for the day the phone or the key is lost, unless there are some left; they are shown once. */
export async function giveRecoveryCodes(
  office: Office,
  { trx }: Pick<Writing, "trx">,
  { accountId, recoveryHashes }: Credential,
): Promise<readonly string[]> {
  if (recoveryHashes.length > 0) return [];
  const codes = Array.from({ length: CODES }, recoveryCode);
  await setRecovery(
    trx,
    accountId,
    codes.map((code) => recoveryHash(office, accountId, code)),
  );
  return codes;
}

function recoveryCode(): string {
  const signs = [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return `${signs.slice(0, 5).join("")}-${signs.slice(5).join("")}`;
}

/** What is kept of a recovery code. */
export function recoveryHash({ database }: Office, accountId: string, code: string): string {
  const plain = code.normalize("NFKC").toLowerCase().replaceAll(/[\s-]/g, "");
  return database.keys.vault("recovery-code").sign(`${accountId}\n${plain}`).toString("base64url");
}
