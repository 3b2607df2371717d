import type { NormativeDocument } from "../register/published-figure.js";
import type { Database } from "../storage/database.js";
import { openCases } from "../storage/stores/case-store.js";
import { saveDocuments } from "../storage/stores/document-store.js";
import { saveFigures } from "../storage/stores/figure-store.js";
import { openProceeding } from "../storage/stores/proceeding-store.js";
import type { RegisterRecords } from "../tally/tally-year.js";

/** A transaction that is neither a thousand small ones nor one that holds everything in memory. */
const CASES_AT_ONCE = 500;

interface Storing {
  readonly agencyId: string;
  readonly recordedBy: string;
}

/** Stores a rehearsed year as a desk would have: through the stores, so that the log holds every record, at the server's own clock. */
export async function storeRehearsal(
  database: Database,
  { requests, proceedings, documents, figures }: RegisterRecords,
  { agencyId, recordedBy }: Storing,
): Promise<void> {
  for (let from = 0; from < requests.length; from += CASES_AT_ONCE) {
    await openCases(database, requests.slice(from, from + CASES_AT_ONCE), recordedBy);
  }
  for (const { events, version: _version, ...head } of proceedings) {
    await openProceeding(database, { head, events }, recordedBy);
  }
  for (const [version, round] of roundsOf(documents).entries()) {
    const entered = round.map(({ sequence: _sequence, recordedAt: _at, recordedBy: _by, ...document }) => ({
      ...document,
      version,
    }));
    await saveDocuments(database, agencyId, { documents: entered, recordedBy });
  }
  const entered = figures.map(
    ({ agencyId: _agency, sequence: _sequence, recordedAt: _at, recordedBy: _by, ...figure }) => figure,
  );
  await saveFigures(database, agencyId, { figures: entered, recordedBy });
}

/** The first records of all documents, then the second ones: who records anew must have read what is there. */
function roundsOf(documents: readonly NormativeDocument[]): NormativeDocument[][] {
  const rounds: NormativeDocument[][] = [];
  const count = new Map<string, number>();
  for (const record of documents.toSorted((one, other) => one.sequence - other.sequence)) {
    const round = count.get(record.documentId) ?? 0;
    count.set(record.documentId, round + 1);
    const there = rounds[round];
    if (there === undefined) rounds.push([record]);
    else there.push(record);
  }
  return rounds;
}
