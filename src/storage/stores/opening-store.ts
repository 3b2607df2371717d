import { sql } from "kysely";
import type { Database } from "../database.js";
import type { Setting } from "./setting-store.js";

/** What the last edition of an agency's report hands on to the year after; tally/open-books reads it. */
export interface EditionOpening {
  readonly agencyId: string;
  readonly year: number;
  readonly asOf: string;
  readonly format: string;
  readonly countedAgencies: readonly string[];
  /** The cells of the report's tally that are handed on, as they were frozen. */
  readonly cells: unknown;
}

interface OpeningQuestion {
  readonly agencyIds: readonly string[];
  /** The year of the reports. */
  readonly year: number;
  /** Editions frozen later are not looked at. */
  readonly asOf: string;
}

/** The same of several agencies, without reading their reports. */
export async function loadEditionOpenings({ db }: Database, question: OpeningQuestion): Promise<EditionOpening[]> {
  const rows = await db
    .selectFrom("report_edition")
    .distinctOn("chain_id")
    .select(["chain_id", "year", "opening_cells", "opening_agencies", "opening_format", "opening_as_of"])
    .where("chain_id", "=", sql<string>`any(${question.agencyIds})`)
    .where("year", "=", question.year)
    .where("recorded_at", "<=", question.asOf)
    .orderBy("chain_id")
    .orderBy("edition", "desc")
    .execute();
  return rows.flatMap((row): EditionOpening[] => {
    const { chain_id: agencyId, year, opening_cells: cells, opening_format: format, opening_as_of: asOf } = row;
    if (format === null || asOf === null) return []; // not a report that was counted here
    return [{ agencyId, year, asOf, format, countedAgencies: row.opening_agencies as string[], cells }]; // written as such
  });
}

/** Some settings of several agencies as they stood at an instant, by agency and name. */
export async function loadSettingsOfAll(
  { db }: Database,
  { chains, names, asOf }: { readonly chains: readonly string[]; readonly names: readonly string[]; readonly asOf: string },
): Promise<Map<string, Map<string, Setting>>> {
  const rows = await db
    .selectFrom("setting_version")
    .distinctOn(["chain_id", "name"])
    .select(["chain_id", "name", "value", "version", "recorded_at", "recorded_by", "reason"])
    .where("chain_id", "=", sql<string>`any(${chains})`)
    .where("name", "=", sql<string>`any(${names})`)
    .where("recorded_at", "<=", asOf)
    .orderBy("chain_id")
    .orderBy("name")
    .orderBy("version", "desc")
    .execute();
  const byChain = new Map<string, Map<string, Setting>>();
  for (const { chain_id, name, value, version, recorded_at: recordedAt, recorded_by: recordedBy, reason } of rows) {
    const own = byChain.get(chain_id) ?? new Map<string, Setting>();
    own.set(name, { value, version, recordedAt, recordedBy, reason });
    byChain.set(chain_id, own);
  }
  return byChain;
}
