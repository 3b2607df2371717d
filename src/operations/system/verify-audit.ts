import { type ChainHead, verifyAudit as verify } from "../../storage/audit/verify-audit.js";
import { recordActivity } from "../accounts/record-activity.js";
import type { Actor, Office } from "../office.js";
import { breakOf, type RegisterProof } from "../verify-register.js";

/** Proves the whole audit trail, while people work. `anchors` are ends of chains that were kept elsewhere. */
export async function verifyAudit(office: Office, actor: Actor, anchors: readonly ChainHead[]): Promise<RegisterProof> {
  const { isIntact, entries, broken, heads } = await verify(office.database, { anchors });
  await recordActivity(office, actor, { kind: "audit-verified", subject: "", body: { isIntact, entries } });
  return { isIntact, entries, heads, breaks: broken.map(breakOf) };
}
