import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../errors.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import type { Format } from "../report/format.js";
import { formatForYear } from "../report/formats/index.js";
import type { Database } from "../storage/database.js";
import { openDatabase } from "../storage/open-database.js";
import { loadAgencies, saveAgencies } from "../storage/stores/agency-store.js";
import { yearEnd } from "../tally/counted-agency.js";
import type { Edition } from "../tally/freeze-report.js";
import { rehearsedYear } from "../tally/rehearsed-year.js";
import { configurationIn } from "./open-register.js";
import { publishRehearsal } from "./publish-rehearsal.js";
import { rehearsedAgency } from "./rehearsed-agency.js";
import type { ReleasedFile } from "./release-report.js";
import { storeRehearsal } from "./store-rehearsal.js";
import { dayInChina, type RegisterTally, tallyOf } from "./tally-register.js";

export interface RehearsalPlan {
  readonly agencies: number;
  readonly year: number;
  /** How many requests each agency has on its books. */
  readonly requests: number;
  /** The same seed gives the same year. */
  readonly seed: number;
}

/** What was on the books of one agency, what was counted of it and what was published. */
export interface RehearsedReport extends RegisterTally {
  readonly records: {
    readonly requests: number;
    readonly events: number;
    readonly proceedings: number;
    readonly documents: number;
    readonly figures: number;
  };
  readonly edition: Edition;
  readonly files: readonly ReleasedFile[];
  /** False when no typesetting engine is installed. */
  readonly hasPdf: boolean;
  /** Seconds to store the year, and to count, check, freeze and write the report. */
  readonly seconds: { readonly stored: number; readonly reported: number };
}

export interface WrittenRehearsal extends RehearsedReport {
  /** The folder its files are in. */
  readonly folder: string;
}

const RECORDED_BY = "演练";

/** Lets a disclosure desk live through a year, in a register of its own in a folder, and writes the reports beside it. */
export async function* rehearse(folder: string | null, plan: RehearsalPlan): AsyncGenerator<WrittenRehearsal> {
  formOf(plan.year); // before anything is made
  const home = folder ?? mkdtempSync(join(tmpdir(), "yangguang-rehearsal-"));
  const database = await openDatabase(configurationIn(home));
  try {
    for await (const report of rehearseIn(database, plan)) {
      const own = join(home, "reports", report.tally.agencyId);
      mkdirSync(own, { recursive: true });
      for (const { name, bytes } of report.files) writeFileSync(join(own, name), bytes);
      yield { ...report, folder: own };
    }
  } finally {
    await database.close();
  }
}

/** The same in a register that is open. It must be empty: invented records must never stand beside real ones. */
export async function* rehearseIn(database: Database, plan: RehearsalPlan): AsyncGenerator<RehearsedReport> {
  const { agencies, year, requests, seed } = plan;
  const format = formOf(year);
  if ((await loadAgencies(database)).length > 0) throw new AppError("REHEARSAL_REGISTER_IN_USE", {});
  const bureaus = Array.from({ length: agencies }, (_, at) => rehearsedAgency(at + 1));
  await saveAgencies(
    database,
    bureaus.map((agency) => ({ agency, version: 0 })),
    { recordedBy: RECORDED_BY },
  );
  for (const [at, { id: agencyId }] of bureaus.entries()) {
    const begun = performance.now();
    const register = rehearsedYear({ seed: seed + at, agencyId, year, requests, format, calendar: STATE_COUNCIL_CALENDAR });
    await storeRehearsal(database, register, { agencyId, recordedBy: RECORDED_BY });
    const stored = performance.now();
    const counted = await tallyOf(database, { agencyId, year, asOf: null });
    const published = await publishRehearsal(database, counted, RECORDED_BY);
    const events = [...register.requests, ...register.proceedings].reduce((sum, { version }) => sum + version, 0);
    yield {
      ...counted,
      ...published,
      records: {
        requests: register.requests.length,
        events,
        proceedings: register.proceedings.length,
        documents: new Set(register.documents.map(({ documentId }) => documentId)).size,
        figures: register.figures.length,
      },
      seconds: { stored: (stored - begun) / 1000, reported: (performance.now() - stored) / 1000 },
    };
  }
}

/** The form of a year that is over. */
function formOf(year: number): Format {
  const format = formatForYear(year);
  if (format !== null && yearEnd(year) < dayInChina(new Date().toISOString())) return format;
  throw new AppError("OPTION_INVALID", { option: "--year", value: String(year), allowed: "2019 及以后已经结束的年度" });
}
