import { createHash } from "node:crypto";
import { AppError } from "../../errors.js";
import { beginWrite, forgetWrite, type KeptReply, keepReply } from "../../operations/accounts/kept-replies.js";
import type { Office } from "../../operations/office.js";

export interface Write {
  /** Of the Idempotency-Key header; null when there is none. */
  readonly key: string | null;
  readonly caller: string;
  /** All that makes the request what it is. */
  readonly request: readonly (string | Uint8Array)[];
}

const KEY = /^[\w.:-]{8,128}$/;

/**
 * Does a write once, however often it is sent with its key (draft-ietf-httpapi-idempotency-key-header): the second time the answer
 * of the first is given. A write that failed has changed nothing and may be tried again with the same key.
 */
export async function once(
  office: Office,
  { key, caller, request }: Write,
  work: () => Promise<KeptReply>,
): Promise<KeptReply & { readonly isRepeated: boolean }> {
  if (key === null) return { ...(await work()), isRepeated: false };
  if (!KEY.test(key)) throw new AppError("IDEMPOTENCY_KEY_INVALID", {});
  const hash = createHash("sha256");
  for (const part of request) hash.update(part).update("\u0000");
  const begun = await beginWrite(office.database, { caller, key, requestHash: hash.digest(), now: office.now() });
  switch (begun.result) {
    case "answered":
      return { ...begun.reply, isRepeated: true };
    case "under-way":
      throw new AppError("WRITE_UNDER_WAY", {});
    case "other-request":
      throw new AppError("IDEMPOTENCY_KEY_REUSED", {});
    case "begun":
      break;
    default:
      begun satisfies never;
  }
  let reply: KeptReply;
  try {
    reply = await work();
  } catch (error) {
    await forgetWrite(office.database, { caller, key });
    throw error;
  }
  // If this fails the key stays taken for some minutes: better told to wait than done twice.
  await keepReply(office.database, { caller, key }, reply);
  return { ...reply, isRepeated: false };
}
