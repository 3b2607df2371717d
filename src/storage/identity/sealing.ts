import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { canonicalJson } from "../../register/hash-chain.js";
import type { Requester } from "../../register/info-request.js";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A requester as stored: nonce, tag and text in one, bound to the case so that it cannot be moved to another. */
export function encryptRequester(requester: Requester, caseId: string, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(boundTo(caseId));
  const text = Buffer.concat([cipher.update(canonicalJson(requester), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The requester again. Throws when a byte of it, its case or the key is another. */
export function decryptRequester(sealed: Buffer, caseId: string, key: Buffer): Requester {
  const text = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(boundTo(caseId))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  // What was encrypted is what `encryptRequester` was given: the tag has proved it.
  return JSON.parse(Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8")) as Requester; // see above
}

/**
 * Finds the same requester again without showing who it is: fees are counted by person and month (国办函〔2020〕109号), and a
 * repeated request is one of the same person. Widths, spaces and letter case do not matter.
 */
export function requesterIndex({ identity }: Pick<Requester, "identity">, indexKey: Buffer): Buffer {
  const number = identity.number.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
  return createHmac("sha256", indexKey).update(`requester\n${identity.document}\n${number}`).digest();
}

/** Stands for the requester in the hash chain: stays the same when the key is changed, and tells nothing without the key. */
export function requesterSeal(requester: Requester, caseId: string, indexKey: Buffer): Buffer {
  return createHmac("sha256", indexKey)
    .update(`seal\n${caseId}\n${canonicalJson(requester)}`)
    .digest();
}

/** What a key makes of a fixed text: tells a wrong key from the right one. */
export function keyProof(key: Buffer, id: string): Buffer {
  return createHmac("sha256", key).update(`proof\n${id}`).digest();
}

function boundTo(caseId: string): Buffer {
  return Buffer.from(`case_file\n${caseId}`, "utf8");
}
