import { type SealedNow, sealOpenFiles } from "../../storage/stores/seal-open-files.js";
import type { Office } from "../office.js";

/** Seals the files that an older version has stored open. */
export async function sealOldFiles({ database }: Office): Promise<SealedNow> {
  return sealOpenFiles(database);
}
