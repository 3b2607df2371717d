import { AppError } from "../errors.js";
import type { Setting } from "../storage/stores/setting-store.js";
import { chinaTime } from "./accounts/china-time.js";
import { namesOf } from "./cases/names-of.js";
import type { Office } from "./office.js";

/** What was written in between. */
export interface Newer {
  readonly recordedAt: string;
  /** Of the account. */
  readonly recordedBy: string;
}

export interface Overtaken {
  /** What was changed, as people call it. */
  readonly what: string;
  /** What stands now, so that the page can show both. */
  readonly details?: unknown;
}

/** Says who was faster, by name, when and with what, so that nobody has to guess why their change was not saved. */
export async function staleRecord(
  office: Pick<Office, "database">,
  newer: Newer | null,
  overtaken: Overtaken,
): Promise<AppError<"RECORD_STALE">> {
  if (newer === null) return staleBy(null, overtaken);
  const { recordedAt: at, recordedBy } = newer;
  return staleBy({ at, name: (await namesOf(office, [recordedBy]))(recordedBy) }, overtaken);
}

/** The same where the record itself has the name. Nobody: it is not known who. */
export function staleBy(
  by: { readonly name: string; readonly at: string } | null,
  { what, details }: Overtaken,
): AppError<"RECORD_STALE"> {
  const said = by === null ? { by: "其他人", at: "刚才" } : { by: by.name, at: chinaTime(by.at) };
  return new AppError("RECORD_STALE", { ...said, what }, { details });
}

/** The same for a setting, a guide, a list of rules, with what it is now. */
export function staleSetting(
  office: Pick<Office, "database">,
  current: Setting,
  what: string,
): Promise<AppError<"RECORD_STALE">> {
  return staleRecord(office, current, { what, details: { current: current.value, version: current.version } });
}
