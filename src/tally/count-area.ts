import { TABLE_IDS } from "../report/format.js";
import { countProceedings } from "./count-proceedings.js";
import { countPublished, type PublishedCount } from "./count-published.js";
import { countRequests } from "./count-requests.js";
import { yearBegin, yearEnd } from "./counted-agency.js";
import type { Opening } from "./opening.js";
import { type ReporterPlan, sumOfCells } from "./tally-area.js";
import { inNumbers, type OpeningDifference, type TallyResult } from "./tally-result.js";
import { DEFAULT_TALLY_SETTINGS } from "./tally-settings.js";
import type { CountedRecords, CountQuestion } from "./tally-year.js";

interface AreaInNumbers extends Omit<CountQuestion, "agencies" | "openings"> {
  /** The reports the area's is the sum of, each with its own opening. */
  readonly reporters: readonly ReporterPlan[];
  readonly nameOf: (agencyId: string) => string;
}

/**
 * The tables of a whole area in numbers: what `sumOfTallies` gives over its members, without counting each of a thousand by itself.
 * Tables three and four add up request by request, so they are counted at once with all openings; table two is summed, because one
 * blank makes the sum blank and says whose it is.
 */
export function countAreaInNumbers(
  question: AreaInNumbers,
  { courses, proceedings, documents, figures }: CountedRecords,
): TallyResult {
  const { agencyId, year, asOf, format, explanations = [], reporters, nameOf } = question;
  const end = yearEnd(year);
  const until = question.until === undefined || question.until > end ? end : question.until;
  const openings = reporters.flatMap((reporter) => reporter.openings.filter((opening) => opening.year === year - 1));
  const settings = { ...DEFAULT_TALLY_SETTINGS, ...question.settings };
  const shared = { begin: yearBegin(year), until, asOf, explanations, settings };
  const requests = countRequests({ ...shared, openings, form: format.tables.requests, groups: courses });
  const reviews = countProceedings({ ...shared, form: format.tables.review_litigation, proceedings });
  const [ownDocuments, ownFigures] = [byReporter(reporters, documents), byReporter(reporters, figures)];
  const published = reporters.map((reporter) => ({
    agencyId: reporter.agencyId,
    ...countPublished({
      ...shared,
      form: format.tables.proactive,
      agencies: reporter.agencies,
      year,
      documents: ownDocuments.get(reporter) ?? [],
      figures: ownFigures.get(reporter) ?? [],
      openings: reporter.openings.filter((opening) => opening.year === year - 1),
    }),
  }));
  const cells = [...summed(published, nameOf), ...requests.cells, ...reviews.cells];
  return inNumbers({
    ...{ format: format.id, agencyId, year, until, asOf },
    countedAgencies: [...new Set(reporters.flatMap(({ agencies }) => agencies.map((agency) => agency.agencyId)))],
    cells: TABLE_IDS.flatMap((table) => cells.filter((cell) => cell.table === table)),
    received: requests.received,
    carriedProceedings: reviews.carried,
    openingDifferences: inOrderOf(openings, [...published.flatMap(({ differences }) => differences), ...requests.differences]),
    doubts: [...requests.doubts, ...reviews.doubts],
  });
}

/** What is said of one report of last year stands together. */
function inOrderOf(openings: readonly Opening[], differences: readonly OpeningDifference[]): OpeningDifference[] {
  const place = new Map(openings.map(({ agencyId }, at) => [agencyId, at]));
  return differences.toSorted((one, other) => (place.get(one.agencyId) ?? 0) - (place.get(other.agencyId) ?? 0));
}

function summed(published: readonly (PublishedCount & { readonly agencyId: string })[], nameOf: (agencyId: string) => string) {
  const [first, ...others] = published;
  if (first === undefined) return [];
  if (others.length === 0) return first.cells;
  return first.cells.map((cell, at) => sumOfCells(cell, at, published, nameOf));
}

/** The records of each reporter, so that a thousand agencies are not looked through a thousand times. */
function byReporter<Kept extends { readonly agencyId: string }>(
  reporters: readonly ReporterPlan[],
  records: readonly Kept[],
): Map<ReporterPlan, Kept[]> {
  const own = new Map(reporters.map((reporter): [ReporterPlan, Kept[]] => [reporter, []]));
  const byAgency = new Map(
    reporters.flatMap((reporter) => reporter.agencies.map(({ agencyId }) => [agencyId, own.get(reporter)] as const)),
  );
  for (const record of records) byAgency.get(record.agencyId)?.push(record);
  return own;
}
