import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { canonicalJson } from "../../register/hash-chain.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { write } from "../write.js";

/** A frozen annual report. `body` is plain data: the composed report, the results of the checks, the differences to the edition before. */
export interface ReportEdition {
  readonly agencyId: string;
  readonly year: number;
  /** 1, 2, 3 … */
  readonly edition: number;
  /** The instant its figures were counted at. */
  readonly asOf: string;
  /** SHA-256 over the canonical JSON of `body`. */
  readonly contentHash: string;
  readonly body: unknown;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Why there is another edition; null for the first. */
  readonly reason: string | null;
}

/** An edition to be frozen. `edition` is the number it is to bear: one more than the last that was read. */
export type NewReportEdition = Pick<ReportEdition, "agencyId" | "year" | "edition" | "asOf" | "body" | "reason">;

export type EditionFrozen =
  | { readonly result: "written"; readonly edition: ReportEdition }
  | { readonly result: "stale"; readonly last: ReportEdition | null };

/** Freezes an edition, unless somebody else froze one in between. The same content under the same number is frozen once. */
export async function freezeEdition(database: Database, edition: NewReportEdition, recordedBy: string): Promise<EditionFrozen> {
  const { agencyId, year, asOf, body, reason } = edition;
  const contentHash = createHash("sha256").update(canonicalJson(body), "utf8").digest("hex");
  return write(database, { chain: agencyId, recordedBy }, async (writing): Promise<EditionFrozen> => {
    const { trx, recordedAt } = writing;
    const last = (await editionsOf(trx, agencyId, year)).at(-1) ?? null;
    if (last !== null && last.edition === edition.edition && last.contentHash === contentHash)
      return { result: "written", edition: last };
    if ((last?.edition ?? 0) + 1 !== edition.edition) return { result: "stale", last };
    await writing.add("report_edition", [
      {
        ...{ chain_id: agencyId, year, edition: edition.edition, content_hash: contentHash, as_of: asOf },
        ...{ body: JSON.stringify(body), recorded_at: recordedAt, recorded_by: recordedBy, reason },
      },
    ]);
    return { result: "written", edition: { ...edition, contentHash, recordedAt, recordedBy } };
  });
}

/** The editions of an agency's report for a year, the first one first. */
export async function loadEditions({ db }: Database, agencyId: string, year: number): Promise<ReportEdition[]> {
  return editionsOf(db, agencyId, year);
}

async function editionsOf(db: Kysely<Tables>, agencyId: string, year: number): Promise<ReportEdition[]> {
  const rows = await db
    .selectFrom("report_edition")
    .selectAll()
    .where("chain_id", "=", agencyId)
    .where("year", "=", year)
    .orderBy("edition")
    .execute();
  return rows.map((row) => ({
    ...{ agencyId, year, edition: row.edition, asOf: row.as_of, contentHash: row.content_hash, body: row.body },
    ...{ recordedAt: row.recorded_at, recordedBy: row.recorded_by, reason: row.reason },
  }));
}
