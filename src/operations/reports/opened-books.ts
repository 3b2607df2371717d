import type { Database } from "../../storage/database.js";
import { loadEditions } from "../../storage/stores/edition-store.js";
import { loadSetting } from "../../storage/stores/setting-store.js";
import type { EditionBody } from "../../tally/freeze-report.js";
import { openingOf } from "../../tally/open-books.js";
import type { Explanation, Opening } from "../../tally/opening.js";
import type { TallySettings } from "../../tally/tally-settings.js";
import {
  explanationsIn,
  openingExplanationsName,
  paperOpeningIn,
  paperOpeningName,
  TALLY_SETTINGS,
  TALLY_SETTINGS_NAME,
} from "./opening-settings.js";

/** What the tally of a year needs besides the records. */
export interface OpenedBooks {
  readonly openings: readonly Opening[];
  readonly explanations: readonly Explanation[];
  readonly settings: Partial<TallySettings>;
}

export interface BooksQuestion {
  readonly year: number;
  readonly asOf: string;
  /** The agency that asks, and those whose tables its report is the sum of. */
  readonly reporters: readonly string[];
  /** The agencies whose reports of last year hand on to them (register/reporting-agency). */
  readonly openingReporters: readonly string[];
}

/**
 * With what the books of a year are opened, as it was on record at an instant: last year's reports, as they were last frozen here or else
 * read from a file; the explanations of differences; what the desks have set for their tally.
 */
export async function openedBooks(database: Database, question: BooksQuestion): Promise<OpenedBooks> {
  const { year, asOf, reporters, openingReporters } = question;
  const openings: Opening[] = [];
  for (const agencyId of new Set(openingReporters)) {
    const opening = await openingFor(database, { agencyId, year, asOf });
    if (opening !== null) openings.push(opening);
  }
  const explanations: Explanation[] = [];
  const settings: { agencyId: string; own: ReturnType<typeof TALLY_SETTINGS.parse> }[] = [];
  for (const agencyId of new Set(reporters)) {
    const explained = await loadSetting(database, agencyId, openingExplanationsName(year), asOf);
    explanations.push(...explanationsIn(explained?.value));
    const own = await loadSetting(database, agencyId, TALLY_SETTINGS_NAME, asOf);
    if (own !== null) settings.push({ agencyId, own: TALLY_SETTINGS.parse(own.value) });
  }
  const [asker] = reporters;
  const { withoutPower: _own, ...choices } = settings.find(({ agencyId }) => agencyId === asker)?.own ?? {};
  const withoutPower = settings.flatMap(({ agencyId, own }) => (own.withoutPower ?? []).map((row) => ({ agencyId, row })));
  const chosen = Object.fromEntries(Object.entries(choices).filter(([, choice]) => choice !== undefined));
  return { openings, explanations, settings: { ...chosen, withoutPower } };
}

interface Reporter {
  readonly agencyId: string;
  readonly year: number;
  readonly asOf: string;
}

/** What was frozen here counts before a file. */
async function openingFor(database: Database, { agencyId, year, asOf }: Reporter): Promise<Opening | null> {
  const editions = await loadEditions(database, agencyId, year - 1);
  const last = editions.findLast(({ recordedAt }) => recordedAt <= asOf);
  if (last !== undefined) return openingOf((last.body as EditionBody).tally); // frozen by freezeReport
  return paperOpeningIn((await loadSetting(database, agencyId, paperOpeningName(year), asOf))?.value);
}
