import { countPublished } from "./count-published.js";
import { paperDifferences, partColumns, printedExcess, type RequestsOfYear } from "./count-requests.js";
import { yearBegin } from "./counted-agency.js";
import { type AreaMember, sumOfKept } from "./kept-tally.js";
import type { Opening } from "./opening.js";
import type { ReporterPlan } from "./tally-area.js";
import { inNumbers, type OpeningDifference, type TalliedCell, type TallyResult } from "./tally-result.js";
import { DEFAULT_TALLY_SETTINGS } from "./tally-settings.js";
import type { CountedRecords, CountQuestion } from "./tally-year.js";

interface OpenedArea extends Required<Pick<CountQuestion, "year" | "until" | "asOf" | "format" | "explanations" | "settings">> {
  /** The area as one, with the report of last year that opens its books. */
  readonly asOne: ReporterPlan;
  /** What each report of the area comes to, opened with its share of that report. */
  readonly members: readonly AreaMember[];
  readonly nameOf: (agencyId: string) => string;
}

/** Whether a report of last year counted only whole reporters of this year: then what it carried forward is the sum of theirs. */
export function isOfWholeMembers({ openings }: ReporterPlan, members: readonly ReporterPlan[]): boolean {
  return openings.every(({ kind, countedAgencies }) => {
    const counted = new Set(countedAgencies);
    const isWhole = ({ agencies }: ReporterPlan): boolean =>
      agencies.every(({ agencyId }) => counted.has(agencyId)) || !agencies.some(({ agencyId }) => counted.has(agencyId));
    return kind === "edition" || members.every(isWhole);
  });
}

/**
 * The tables of an area whose books one report opens as a whole: tables three and four are the sums over its members, and only where last
 * year's report differs from that sum something is said. Table two compares stocks with that report, so it is counted at once.
 */
export function openArea(question: OpenedArea, published: Pick<CountedRecords, "documents" | "figures">): TallyResult {
  const { asOne, members, year, until, asOf, format, explanations } = question;
  const openings = asOne.openings.filter((opening) => opening.year === year - 1);
  const settings = { ...DEFAULT_TALLY_SETTINGS, ...question.settings };
  const sum = sumOfKept({ ...question, agencyId: asOne.agencyId }, members);
  const form = format.tables.requests;
  const two = countPublished({
    ...{ form: format.tables.proactive, agencies: asOne.agencies, year, begin: yearBegin(year), until, asOf },
    ...{ openings, explanations, settings, ...published },
  });
  const paper = paperDifferences({ form, openings, explanations }, (opening, column) => ({
    ledger: carriedBy(members, sum, { opening, column }),
    records: [],
  }));
  const requests = [...togetherBy({ form, openings }, sum.openingDifferences), ...paper];
  const excess = printedExcess({ openings }, requests);
  const [total] = form.crossFootings;
  const more = ({ table, row, column }: TalliedCell): number => {
    if (table !== "requests" || row !== "carried_in") return 0;
    return column === total?.total ? [...excess.values()].reduce((all, one) => all + one, 0) : (excess.get(column) ?? 0);
  };
  return inNumbers({
    ...sum,
    countedAgencies: asOne.agencies.map(({ agencyId }) => agencyId),
    cells: [
      ...two.cells,
      ...sum.cells
        .filter(({ table }) => table !== "proactive")
        .map((cell) => (cell.value === null ? cell : { ...cell, value: cell.value + more(cell) })),
    ],
    openingDifferences: openings.flatMap(({ agencyId }) =>
      [...two.differences, ...requests].filter((one) => one.agencyId === agencyId),
    ),
  });
}

/** What the agencies of an opening carried into the year in a column. */
function carriedBy(
  members: readonly AreaMember[],
  { cells }: TallyResult,
  { opening, column }: { readonly opening: Opening; readonly column: string },
): number {
  const at = cells.findIndex((cell) => cell.table === "requests" && cell.row === "carried_in" && cell.column === column);
  const counted = new Set(opening.countedAgencies);
  return members
    .filter(({ countedAgencies }) => countedAgencies.some((id) => counted.has(id)))
    .reduce((sum, { kept }) => sum + (kept.values[at] ?? 0), 0);
}

/** Differences of the members to their shares of one edition, as differences to the edition. */
function togetherBy(
  { form, openings }: Pick<RequestsOfYear, "form" | "openings">,
  differences: readonly OpeningDifference[],
): OpeningDifference[] {
  return openings.flatMap((opening) => {
    if (opening.kind !== "edition") return [];
    const own = differences.filter(({ agencyId, row }) => agencyId === opening.agencyId && row === "carried_in");
    return partColumns(form).flatMap((column): OpeningDifference[] => {
      const parts = own.filter((one) => one.column === column);
      const [first] = parts;
      if (first === undefined) return [];
      const reported = opening.pending.filter((one) => one.column === column).length;
      return [{ ...first, reported, ledger: parts.reduce((sum, one) => sum + one.ledger - one.reported, reported), records: [] }];
    });
  });
}
