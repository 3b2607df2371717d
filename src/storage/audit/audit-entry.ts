import { createHash } from "node:crypto";
import { chainOf, type Hash } from "../../register/hash-chain.js";

/** What is hashed of an entry. */
export interface AuditRecord {
  readonly chain: string;
  readonly position: number;
  readonly kind: string;
  readonly subject: string;
  /** Hexadecimal, as all that is hashed. */
  readonly digest: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

const sha256: Hash = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** The hash of an entry that follows the one with the hash `head`. */
export function entryHash(head: Buffer, record: AuditRecord): Buffer {
  return Buffer.from(chainOf(head.toString("hex"), record, sha256), "hex");
}
