import { fillMessage } from "../document/message.js";
import { BREAKS, type BrokenLink, type ChainHead, verifyAudit } from "../storage/audit/verify-audit.js";
import { openRegister } from "./open-register.js";

/** A place where the log of the register does not hold, in words. */
export interface Break {
  /** The agency whose chain it is; empty for a record that is in no chain. */
  readonly chain: string;
  readonly position: number | null;
  readonly kind: string | null;
  readonly subject: string | null;
  readonly message: string;
}

export interface RegisterProof {
  readonly isIntact: boolean;
  readonly entries: number;
  /** The first broken link of each chain. */
  readonly breaks: readonly Break[];
  /** The end of each chain, to be kept elsewhere. */
  readonly heads: readonly ChainHead[];
}

/** Proves that the register in a folder, or the configured one, is as it was written. */
export async function verifyRegister(folder: string | null): Promise<RegisterProof> {
  const database = await openRegister(folder);
  try {
    const { isIntact, entries, broken, heads } = await verifyAudit(database);
    return { isIntact, entries, heads, breaks: broken.map(breakOf) };
  } finally {
    await database.close();
  }
}

/** A broken link in words. */
export function breakOf({ chain, position, broken, kind, subject }: BrokenLink): Break {
  const message = fillMessage(BREAKS[broken], { position: position ?? 0 });
  return { chain, position, kind, subject, message };
}
