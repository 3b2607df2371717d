import type { TallyResult } from "../tally/tally-result.js";

/** A tally as plain JSON: every cell with its value and the ids of the records behind it. docs/register/tally.md names the keys. */
export function tallyJson(agency: string, tally: TallyResult): unknown {
  const { agencyId, countedAgencies, year, format, until, asOf, received, cells } = tally;
  return {
    agency_id: agencyId,
    agency,
    counted_agencies: countedAgencies,
    year,
    format,
    until,
    as_of: asOf,
    received,
    cells: cells.map(({ table, row, column, value, unit, records, blank }) => ({
      table,
      row,
      column,
      value,
      ...(unit !== undefined && { unit }),
      ...(blank !== undefined && { blank: blank.message }),
      records,
    })),
    carried_proceedings: tally.carriedProceedings,
    opening_differences: tally.openingDifferences.map(({ agencyId: reporter, ...difference }) => ({
      agency_id: reporter,
      ...difference,
    })),
    doubts: tally.doubts.map(({ record, doubtId, message }) => ({ record, doubt_id: doubtId, message })),
  };
}
