import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { AppError } from "../../errors.js";
import type { SafekeepingTail } from "./manifest.js";

type SealedKeys = NonNullable<SafekeepingTail["keys"]>;

/** What OWASP asks of scrypt at least; a backup lies about for years. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const TAG_BYTES = 16;

/** The text of a key file, sealed with a passphrase. */
export function sealKeys(text: string, passphrase: string): SealedKeys {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", scryptSync(passphrase.normalize("NFKC"), salt, 32, COST), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString("base64"), nonce: nonce.toString("base64"), sealed: sealed.toString("base64") };
}

/** Opens it again. Throws BACKUP_UNREADABLE where the passphrase is another. */
export function openKeys({ salt, nonce, sealed }: SealedKeys, passphrase: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const key = scryptSync(passphrase.normalize("NFKC"), Buffer.from(salt, "base64"), 32, COST);
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"));
  try {
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new AppError("BACKUP_UNREADABLE", { detail: "密钥的口令不对" }, { cause });
  }
}
