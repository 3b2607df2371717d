import { AppError } from "../../errors.js";
import type { Proceeding } from "../../register/proceeding.js";
import { loadProceeding } from "../../storage/stores/proceeding-store.js";
import type { Office } from "../office.js";

/** A proceeding of an agency; one of another agency is as unknown as one that does not exist. */
export async function ownProceeding({ database }: Office, agencyId: string, id: string): Promise<Proceeding> {
  const proceeding = await loadProceeding(database, id);
  if (proceeding === null || proceeding.agencyId !== agencyId)
    throw new AppError("RECORD_UNKNOWN", { id, kind: "复议或者诉讼案件" });
  return proceeding;
}
