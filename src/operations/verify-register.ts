import { fillMessage } from "../document/message.js";
import { BREAKS, type BrokenLink, type ChainHead, verifyAudit } from "../storage/audit/verify-audit.js";
import { officeOver } from "./office.js";
import { openRegister } from "./open-register.js";
import { type DifferingProjections, differingProjections } from "./system/projections.js";

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

/** A proof of the log with what is derived from the events; null when the log does not hold, because then there is nothing to compare with. */
export interface WholeProof extends RegisterProof {
  readonly projections: DifferingProjections | null;
}

/** Proves that the register in a folder, or the configured one, is as it was written, and what is derived follows from it. */
export async function verifyRegister(folder: string | null): Promise<WholeProof> {
  const database = await openRegister(folder);
  try {
    const { isIntact, entries, broken, heads } = await verifyAudit(database);
    const projections = isIntact ? await differingProjections(officeOver(database)) : null;
    return { isIntact, entries, heads, breaks: broken.map(breakOf), projections };
  } finally {
    await database.close();
  }
}

/** A broken link in words. */
export function breakOf({ chain, position, broken, kind, subject }: BrokenLink): Break {
  const message = fillMessage(BREAKS[broken], { position: position ?? 0 });
  return { chain, position, kind, subject, message };
}
