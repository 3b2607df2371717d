import { AppError } from "../../errors.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import type { Office } from "../office.js";

/** Throws AGENCY_UNKNOWN for an id no agency has. */
export async function agencyExists({ database }: Office, id: string): Promise<void> {
  if ((await loadAgency(database, id)) === null) throw new AppError("AGENCY_UNKNOWN", { id });
}
