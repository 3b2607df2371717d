import type { Database } from "../../storage/database.js";
import { loadEditionOpenings, loadSettingsOfAll } from "../../storage/stores/opening-store.js";
import { openingOf } from "../../tally/open-books.js";
import type { Explanation, Opening } from "../../tally/opening.js";
import type { TalliedCell } from "../../tally/tally-result.js";
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
  const { year, asOf, reporters } = question;
  const openingReporters = [...new Set(question.openingReporters)];
  const [paper, explained] = [paperOpeningName(year), openingExplanationsName(year)];
  const [editions, stored] = await Promise.all([
    loadEditionOpenings(database, { agencyIds: openingReporters, year: year - 1, asOf }),
    loadSettingsOfAll(database, {
      chains: [...new Set([...reporters, ...openingReporters])],
      names: [paper, explained, TALLY_SETTINGS_NAME],
      asOf,
    }),
  ]);
  const storedValue = (agencyId: string, name: string): unknown => stored.get(agencyId)?.get(name)?.value;
  const frozen = new Map(editions.map((edition) => [edition.agencyId, edition]));
  const openings = openingReporters.flatMap((agencyId): Opening[] => {
    const edition = frozen.get(agencyId);
    // What was frozen here counts before a file.
    if (edition !== undefined) return [openingOf({ ...edition, cells: edition.cells as TalliedCell[] })]; // frozen by freezeReport
    const opening = paperOpeningIn(storedValue(agencyId, paper));
    return opening === null ? [] : [opening];
  });
  const explanations = reporters.flatMap((agencyId): readonly Explanation[] => explanationsIn(storedValue(agencyId, explained)));
  const settings = [...new Set(reporters)].flatMap((agencyId) => {
    const value = storedValue(agencyId, TALLY_SETTINGS_NAME);
    return value === undefined ? [] : [{ agencyId, own: TALLY_SETTINGS.parse(value) }];
  });
  const [asker] = reporters;
  const { withoutPower: _own, ...choices } = settings.find(({ agencyId }) => agencyId === asker)?.own ?? {};
  const withoutPower = settings.flatMap(({ agencyId, own }) => (own.withoutPower ?? []).map((row) => ({ agencyId, row })));
  const chosen = Object.fromEntries(Object.entries(choices).filter(([, choice]) => choice !== undefined));
  return { openings, explanations, settings: { ...chosen, withoutPower } };
}
