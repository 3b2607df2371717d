import type { MoneyUnit } from "../report/cell.js";
import { TABLE_IDS } from "../report/format.js";
import { exactSum } from "./exact-sum.js";
import {
  blankReason,
  type Doubt,
  inNumbers,
  type LettersAndPieces,
  type OpeningDifference,
  type TalliedCell,
  type TallyResult,
} from "./tally-result.js";
import type { CountQuestion } from "./tally-year.js";

/** What the tally of one agency's report brings into that of an area, in few words: a thousand of them are added up at once. */
export interface KeptTally {
  /** The values of the cells in printed order; null is a blank. */
  readonly values: readonly (number | null)[];
  /** By the place of a cell, the records it hands on to the next year. */
  readonly records: readonly (readonly [at: number, ids: readonly string[]])[];
  readonly units: readonly (readonly [at: number, unit: MoneyUnit])[];
  readonly received: LettersAndPieces;
  readonly carriedProceedings: readonly string[];
  readonly openingDifferences: readonly OpeningDifference[];
  readonly doubts: readonly Doubt[];
}

/** Takes from a tally what its area needs, in an order that does not depend on how it was counted. */
export function keptTally(tally: TallyResult): KeptTally {
  const { cells, received, carriedProceedings, openingDifferences, doubts } = inNumbers(tally);
  return {
    values: cells.map(({ value }) => value),
    records: cells.flatMap(({ records }, at) => (records.length === 0 ? [] : [[at, [...records].sort()] as const])),
    units: cells.flatMap(({ unit }, at) => (unit === undefined ? [] : [[at, unit] as const])),
    received,
    carriedProceedings: [...carriedProceedings].sort(),
    openingDifferences,
    doubts: doubts.toSorted((one, other) => compare(one.record, other.record) || compare(one.doubtId, other.doubtId)),
  };
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** One report of an area with what it came to. */
export interface AreaMember {
  readonly agencyId: string;
  readonly countedAgencies: readonly string[];
  readonly kept: KeptTally;
}

interface SumQuestion extends Pick<CountQuestion, "agencyId" | "year" | "asOf" | "format"> {
  readonly until: TallyResult["until"];
  readonly nameOf: (agencyId: string) => string;
}

/** The tables of an area from those of its members: what `sumOfTallies` gives of the same tallies, in numbers. */
export function sumOfKept(
  { agencyId, year, asOf, until, format, nameOf }: SumQuestion,
  members: readonly AreaMember[],
): TallyResult {
  const records = recordsByCell(members);
  const units = new Map(members[0]?.kept.units);
  const addresses = TABLE_IDS.flatMap((table) =>
    format.tables[table].rows.flatMap(({ id: row, columns }) => columns.map((column) => ({ table, row, column }))),
  );
  const odd = members.find(({ kept }) => kept.values.length !== addresses.length);
  if (odd !== undefined) throw new Error(`The count of ${odd.agencyId} is of another form.`);
  const cells = addresses.map((address, at): TalliedCell => {
    const unit = units.get(at);
    const base = { ...address, ...(unit !== undefined && { unit }) };
    const own = (records.get(at) ?? []).flat();
    const blank = members.filter(({ kept }) => kept.values[at] === null).map((member) => nameOf(member.agencyId));
    if (blank.length > 0)
      return { ...base, value: null, records: own, blank: blankReason("memberBlank", { agencies: blank.join("、") }) };
    return { ...base, value: exactSum(members.map(({ kept }) => kept.values[at] ?? 0)), records: own };
  });
  const total = (count: (received: LettersAndPieces) => number): number =>
    members.reduce((sum, { kept }) => sum + count(kept.received), 0);
  return {
    ...{ format: format.id, agencyId, year, until, asOf, cells },
    countedAgencies: [...new Set(members.flatMap(({ countedAgencies }) => countedAgencies))],
    received: { letters: total(({ letters }) => letters), pieces: total(({ pieces }) => pieces) },
    carriedProceedings: members.flatMap(({ kept }) => kept.carriedProceedings),
    openingDifferences: members.flatMap(({ kept }) => kept.openingDifferences),
    doubts: members.flatMap(({ kept }) => kept.doubts),
  };
}

/** By the place of a cell, the records of the members in their order. */
function recordsByCell(members: readonly AreaMember[]): Map<number, (readonly string[])[]> {
  const byCell = new Map<number, (readonly string[])[]>();
  for (const { kept } of members) {
    for (const [at, ids] of kept.records) {
      const there = byCell.get(at);
      if (there === undefined) byCell.set(at, [ids]);
      else there.push(ids);
    }
  }
  return byCell;
}
