import { type OwnedKind, ownerOf } from "../../storage/stores/record-owner.js";
import type { Office } from "../office.js";

/** The parameters of addresses that name a record of one agency. */
const NAMED: ReadonlyMap<string, OwnedKind> = new Map([
  ["caseId", "case"],
  ["proceedingId", "proceeding"],
  ["itemId", "item"],
  ["attachmentId", "attachment"],
  ["handoverId", "handover"],
  ["hookId", "webhook"],
  ["tokenId", "token"],
]);

/**
 * The agency a record belongs to that somebody asked another agency for; null when there is no such record, or it is that agency's. Whoever
 * asks is told "unknown" in every case: this is for the audit trail only.
 */
export async function recordElsewhere(
  { database }: Pick<Office, "database">,
  params: Readonly<Record<string, unknown>>,
  agencyId: string,
): Promise<string | null> {
  for (const [name, value] of Object.entries(params)) {
    const kind = NAMED.get(name);
    const owner = kind === undefined || typeof value !== "string" ? null : await ownerOf(database, kind, value);
    if (owner !== null && owner !== agencyId) return owner;
  }
  return null;
}
