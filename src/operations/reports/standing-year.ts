import { AUDITED } from "../../storage/audit/audited-rows.js";
import type { Database } from "../../storage/database.js";
import { KeptReading } from "../../storage/kept-reading.js";
import { hasYearChanged } from "../../storage/stores/changed-year-store.js";
import { closedInstant, type LogEnd, logEnds } from "../../storage/stores/closed-instant.js";
import { REGISTER_CHAIN } from "../../storage/write.js";
import { yearEnd } from "../../tally/counted-agency.js";
import type { Office } from "../office.js";
import { factsBehind } from "../tally-details.js";
import { dayInChina, type RegisterTally, tallyOf } from "../tally-register.js";
import { openingExplanationsName, paperOpeningName, TALLY_SETTINGS_NAME } from "./opening-settings.js";

/** What a year comes to, with what the first section tells of its requests. */
export interface CountedYear {
  readonly counted: RegisterTally;
  readonly behind: Awaited<ReturnType<typeof factsBehind>>;
}

interface YearOfAgency {
  readonly agencyId: string;
  readonly year: number;
}

/**
 * Counts a year as it stands now. The parts of the page of a report ask one after the other: what was counted a moment ago, as of its
 * instant, is what stands now as long as nothing was written. A year that is over is counted anew only when something came that it counts.
 */
export function standingYear(office: Office, asked: YearOfAgency): Promise<CountedYear> {
  const { agencyId, year } = asked;
  return lastCounted.of(office.database.db, `${agencyId} ${year}`, () => countStanding(office, asked));
}

const lastCounted = new KeptReading<CountedYear>(Object.keys(AUDITED), 5);

interface FinishedYear extends CountedYear {
  /** Of every chain it is counted from. */
  readonly ends: readonly LogEnd[];
}

/** Each holds the ids of its requests, thousands of them: those that were asked for last stay. */
const MOST_KEPT = 24;
const finished = new WeakMap<Database["db"], Map<string, FinishedYear>>();

async function countStanding(office: Office, asked: YearOfAgency): Promise<CountedYear> {
  const { database, calendar } = office;
  const { agencyId, year } = asked;
  const key = `${agencyId} ${year}`;
  const own = finished.get(database.db) ?? new Map<string, FinishedYear>();
  finished.set(database.db, own);
  const known = own.get(key);
  const still = known === undefined ? null : await asOfNow(database, known);
  own.delete(key);
  if (still !== null) {
    own.set(key, still);
    return still;
  }
  const counted = await tallyOf(database, { agencyId, year, asOf: null });
  const behind = await factsBehind(database, counted, calendar);
  const { tally, counting } = counted;
  // An area keeps what each of its reports comes to (count-members); a year that goes on changes with every day.
  if (counting.named === null || dayInChina(tally.asOf) <= yearEnd(year)) return { counted, behind };
  const ends = await logEnds(database, [...new Set([...counting.chains, REGISTER_CHAIN])], tally.asOf);
  const [oldest] = own.keys();
  if (own.size >= MOST_KEPT && oldest !== undefined) own.delete(oldest);
  // Its requests are in the cells; nobody asks for them one by one again.
  own.set(key, { counted: { ...counted, counting: { ...counting, named: null } }, behind, ends });
  return { counted, behind };
}

/** The same count as of now, when nothing that it counts was put on record since; else null. */
async function asOfNow(database: Database, { counted, behind, ends }: FinishedYear): Promise<FinishedYear | null> {
  const { tally, counting } = counted;
  const chains = ends.map(({ agencyId }) => agencyId);
  const asOf = await closedInstant(database, chains);
  const now = await logEnds(database, chains, asOf);
  const settings = [paperOpeningName(tally.year), openingExplanationsName(tally.year), TALLY_SETTINGS_NAME];
  if (await hasYearChanged(database, { until: tally.until, ends, now, settings })) return null;
  const question = { ...counting.question, asOf };
  return { counted: { ...counted, tally: { ...tally, asOf }, counting: { ...counting, question } }, behind, ends: now };
}
