import { AppError } from "../../errors.js";
import type { RequestLink } from "../../register/request-link.js";
import { addLink } from "../../storage/stores/request-link-store.js";
import { write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { ownCase } from "./own-case.js";
import { demandRole } from "./procedure-right.js";
import { type RelatedCase, relatedCases } from "./related-cases.js";

export interface LinkToMake {
  readonly agencyId: string;
  readonly caseId: string;
  readonly linkId: string;
  readonly otherId: string;
  readonly kind: RequestLink["kind"];
  readonly isRemoved: boolean;
  readonly reason?: string | undefined;
}

/** Links two requests of an agency, or takes a link back; gives what the case hangs together with then. */
export async function linkCases(office: Office, actor: Actor, link: LinkToMake): Promise<RelatedCase[]> {
  const { agencyId, caseId, otherId, linkId, kind, isRemoved, reason } = link;
  demandRole(actor, agencyId, { role: "handler", label: "关联申请" });
  if (caseId === otherId) throw new AppError("STEP_REFUSED", { reason: "一件申请不能与自己关联。" });
  const file = await ownCase(office, agencyId, caseId);
  const other = await ownCase(office, agencyId, otherId);
  const isLater = file.request.arrivedOn >= other.request.arrivedOn;
  const pair = isLater ? { requestId: caseId, earlierId: otherId } : { requestId: otherId, earlierId: caseId };
  await write(office.database, { chain: agencyId, recordedBy: actor.id }, (writing) =>
    addLink(writing, { id: linkId, ...pair, kind, isRemoved, reason }),
  );
  return relatedCases(office, file);
}
