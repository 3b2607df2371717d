import { createHmac } from "node:crypto";
import { canonicalJson } from "../../register/hash-chain.js";
import type { IdentityProof, Requester } from "../../register/info-request.js";
import { decryptBound, encryptBound } from "./bound-cipher.js";

/** A requester as stored, bound to the case so that it cannot be moved to another. */
export function encryptRequester(requester: Requester, caseId: string, key: Buffer): Buffer {
  return encryptBound(Buffer.from(canonicalJson(requester), "utf8"), key, placeOf(caseId));
}

/** The requester again. Throws when a byte of it, its case or the key is another. */
export function decryptRequester(sealed: Buffer, caseId: string, key: Buffer): Requester {
  // What was encrypted is what `encryptRequester` was given: the tag has proved it.
  return JSON.parse(decryptBound(sealed, key, placeOf(caseId)).toString("utf8")) as Requester; // see above
}

/**
 * Finds the same requester again without showing who it is: fees are counted by person and month (国办函〔2020〕109号), and a
 * repeated request is one of the same person. Widths, spaces and letter case do not matter.
 */
export function requesterIndex({ document, number }: IdentityProof, indexKey: Buffer): Buffer {
  const plain = number.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
  return createHmac("sha256", indexKey).update(`requester\n${document}\n${plain}`).digest();
}

/** What a case is found by: without a proof of identity by nothing, because two of whom nothing is known are not the same person. */
export function caseIndex({ identity }: Pick<Requester, "identity">, caseId: string, indexKey: Buffer): Buffer {
  if (identity !== undefined) return requesterIndex(identity, indexKey);
  return createHmac("sha256", indexKey).update(`nobody known\n${caseId}`).digest();
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

const placeOf = (caseId: string): string => `case_file\n${caseId}`;
