import { sql } from "kysely";
import { AppError } from "../../errors.js";
import { numberedPlace, requestNumber } from "../../register/request-number.js";
import type { Writing } from "../write.js";
import { casesWithNumber } from "./case-summary-store.js";
import { takeLetterNumber } from "./letter-number-store.js";

const KIND = "request";

export interface NumberWanted {
  readonly caseId: string;
  readonly year: number;
  /** As it stands in a book on paper; left out, the next of the year is taken. */
  readonly number?: string | undefined;
}

/**
 * Gives requests their numbers in the series of the agency and the year, under the lock of its chain: without gaps and doubles. A number
 * that was given by hand and is of the series takes its place in it. Throws REQUEST_NUMBER_TAKEN when somebody else has it.
 */
export async function numberRequests(
  writing: Writing,
  wanted: readonly NumberWanted[],
  scheme: string,
): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  const byHand = wanted.flatMap(({ caseId, number }) => (number === undefined ? [] : [{ caseId, number }]));
  const taken = await casesWithNumber(
    writing.trx,
    writing.chain,
    byHand.map(({ number }) => number),
  );
  for (const { caseId, number } of byHand) {
    const holder = taken.get(number);
    const isTwice = byHand.some((other) => other.caseId !== caseId && other.number === number);
    if (isTwice || (holder !== undefined && holder !== caseId)) throw new AppError("REQUEST_NUMBER_TAKEN", { number });
    const place = numberedPlace(number, scheme);
    if (place !== null) await holdPlace(writing, { caseId, number, ...place });
    numbers.set(caseId, number);
  }
  for (const { caseId, year, number } of wanted) {
    if (number !== undefined) continue;
    const { number: next, year: itsYear } = await takeLetterNumber(writing, { kind: KIND, year, letterId: caseId });
    numbers.set(caseId, requestNumber(scheme, itsYear, next));
  }
  return numbers;
}

/**
 * The next number of the year for a case that is not there yet, in a letter of its own: all that must be known behind the lock is asked in one
 * question, and the number goes out with the last statement. Null where the case, its letter or its number is there: then the usual way is taken.
 */
export async function freshNumber(
  { trx, chain, recordedAt, recordedBy, addLast }: Writing,
  { caseId, letterId, year }: { readonly caseId: string; readonly letterId: string; readonly year: number },
  scheme: string,
): Promise<string | null> {
  const { rows } = await sql<{ readonly is_known: boolean; readonly last: number | null }>`
    select exists (select from case_file where id = ${caseId} or letter_id = ${letterId})
        or exists (select from letter_number where letter_id = ${caseId}) as is_known,
      (select max(number) from letter_number where chain_id = ${chain} and kind = ${KIND} and year = ${year}) as last`.execute(
    trx,
  );
  const [row] = rows;
  if (row === undefined || row.is_known) return null;
  const number = (row.last ?? 0) + 1;
  addLast("letter_number", [
    { chain_id: chain, kind: KIND, year, number, letter_id: caseId, recorded_at: recordedAt, recorded_by: recordedBy },
  ]);
  return requestNumber(scheme, year, number);
}

/** The number the next request of a year would be given. */
export async function nextRequestNumber(
  { trx, chain }: Pick<Writing, "chain"> & { readonly trx: Pick<Writing["trx"], "selectFrom"> },
  year: number,
  scheme: string,
): Promise<string> {
  const last = await trx
    .selectFrom("letter_number")
    .select(({ fn }) => fn.max<number | null>("number").as("number"))
    .where("chain_id", "=", chain)
    .where("kind", "=", KIND)
    .where("year", "=", year)
    .executeTakeFirst();
  return requestNumber(scheme, year, (last?.number ?? 0) + 1);
}

interface Place {
  readonly caseId: string;
  readonly number: string;
  readonly year: number;
  readonly place: number;
}

async function holdPlace(
  { trx, chain, recordedAt, recordedBy, add }: Writing,
  { caseId, number, year, place }: Place,
): Promise<void> {
  const holder = await trx
    .selectFrom("letter_number")
    .select("letter_id")
    .where("chain_id", "=", chain)
    .where("kind", "=", KIND)
    .where("year", "=", year)
    .where("number", "=", place)
    .executeTakeFirst();
  if (holder?.letter_id === caseId) return;
  if (holder !== undefined) throw new AppError("REQUEST_NUMBER_TAKEN", { number });
  await add("letter_number", [
    { chain_id: chain, kind: KIND, year, number: place, letter_id: caseId, recorded_at: recordedAt, recorded_by: recordedBy },
  ]);
}
