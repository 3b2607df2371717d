import { summariesOf } from "../../storage/stores/case-summary-store.js";
import { loadProceedings } from "../../storage/stores/proceeding-store.js";
import type { Office } from "../office.js";
import { type ProceedingRow, proceedingRow } from "./proceeding-row.js";

export interface ProceedingQuestion {
  readonly agencyId: string;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly caseId?: string | undefined;
  readonly after: ProceedingPlace | null;
  readonly limit: number;
}

/** The row after which the next page begins. */
export interface ProceedingPlace {
  readonly day: string;
  readonly id: string;
}

/** No day is earlier: what was never filed comes last. */
const NO_DAY = "0001-01-01";

/** The reconsiderations and lawsuits of an agency, the latest first. An agency has tens of them, so the fold is made of each. */
export async function listProceedings(
  { database, calendar }: Office,
  { agencyId, kind, state, caseId, after, limit }: ProceedingQuestion,
): Promise<{ readonly rows: ProceedingRow[]; readonly next: ProceedingPlace | null }> {
  const all = (await loadProceedings(database, agencyId)).filter(
    (one) => (kind === undefined || one.kind === kind) && (caseId === undefined || one.requestId === caseId),
  );
  const rows = all
    .map((one) => proceedingRow(one, { calendar, caseNumber: null }))
    .filter((row) => state === undefined || row.state.code === state)
    .map((row) => ({ row, place: { day: row.filedOn ?? NO_DAY, id: row.id } }))
    .sort((one, other) => latestFirst(one.place, other.place))
    .filter(({ place }) => after === null || latestFirst(after, place) < 0);
  const page = rows.slice(0, limit);
  const numbers = new Map(
    (
      await summariesOf(
        database,
        page.flatMap(({ row }) => row.caseId ?? []),
      )
    ).map((one) => [one.caseId, one.number]),
  );
  return {
    rows: page.map(({ row }) => ({ ...row, caseNumber: row.caseId === null ? null : (numbers.get(row.caseId) ?? null) })),
    next: rows.length > limit ? (page.at(-1)?.place ?? null) : null,
  };
}

function latestFirst(one: ProceedingPlace, other: ProceedingPlace): number {
  if (one.day !== other.day) return one.day > other.day ? -1 : 1;
  return one.id === other.id ? 0 : one.id > other.id ? -1 : 1;
}
