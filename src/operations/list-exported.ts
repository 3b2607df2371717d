import { recordActivity } from "./accounts/record-activity.js";
import type { Actor, Office } from "./office.js";

/** A list as a file. */
export interface ListFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Puts into the audit trail who took which list out of the system, and how long it was. */
export async function noteExport(
  office: Office,
  actor: Actor,
  { agencyId, list, rows }: { readonly agencyId?: string; readonly list: string; readonly rows: number },
): Promise<void> {
  await recordActivity(office, actor, {
    kind: "list-exported",
    subject: agencyId ?? "",
    ...(agencyId !== undefined && { agencyId }),
    body: { list, rows },
  });
}
