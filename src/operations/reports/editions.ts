import { createHash } from "node:crypto";
import { AppError } from "../../errors.js";
import type { Database } from "../../storage/database.js";
import { loadEditions, type ReportEdition } from "../../storage/stores/edition-store.js";
import { loadReleases, type ReportRelease } from "../../storage/stores/release-store.js";
import { type EditionBody, isUnchanged } from "../../tally/freeze-report.js";

/** An edition as it is listed. */
export interface ListedEdition {
  readonly year: number;
  readonly edition: number;
  readonly asOf: string;
  readonly contentHash: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly reason: string | null;
  readonly release: ReportRelease | null;
}

export interface WholeEdition {
  readonly listed: ListedEdition;
  readonly body: EditionBody;
  /** Whether the content still gives its hash. */
  readonly isUnchanged: boolean;
}

/** The editions of an agency's report for a year with how they were given out, the first one first. */
export async function editionsOfYear(database: Database, agencyId: string, year: number): Promise<ListedEdition[]> {
  const releases = await loadReleases(database, agencyId, year);
  return (await loadEditions(database, agencyId, year)).map((edition) => listed(edition, releases.get(edition.edition) ?? null));
}

interface EditionAsked {
  readonly agencyId: string;
  readonly year: number;
  readonly edition: number;
}

/** One edition with everything that was frozen in it. Throws RECORD_UNKNOWN when there is none of that number. */
export async function wholeEdition(database: Database, { agencyId, year, edition }: EditionAsked): Promise<WholeEdition> {
  const found = (await loadEditions(database, agencyId, year)).find((one) => one.edition === edition);
  if (found === undefined) throw new AppError("RECORD_UNKNOWN", { id: `${year}/${edition}`, kind: "报告版次" });
  const body = found.body as EditionBody; // frozen by freezeReport
  const release = (await loadReleases(database, agencyId, year)).get(edition) ?? null;
  return { listed: listed(found, release), body, isUnchanged: isUnchanged({ contentHash: found.contentHash, body }, sha256) };
}

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** An edition as it is listed. */
export function listed(edition: ReportEdition, release: ReportRelease | null): ListedEdition {
  const { year, asOf, contentHash, recordedAt, recordedBy, reason } = edition;
  return { year, edition: edition.edition, asOf, contentHash, frozenAt: recordedAt, frozenBy: recordedBy, reason, release };
}
