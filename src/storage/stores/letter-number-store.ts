import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";
import type { Writing } from "../write.js";

/** A number in the series of an agency, a kind of letter and a year: 〔2025〕3号. */
export interface LetterNumber {
  readonly kind: string;
  readonly year: number;
  readonly number: number;
  readonly letterId: string;
}

/**
 * The next number for a letter, or the one it has. Taken in the transaction that issues the letter and under the lock of the agency's
 * chain: when that fails the number is free again, so the series has no gaps and no doubles.
 */
export async function takeLetterNumber(
  writing: Writing,
  { kind, year, letterId }: Omit<LetterNumber, "number">,
): Promise<LetterNumber> {
  const { trx, chain, recordedAt, recordedBy } = writing;
  const { rows } = await sql<{ readonly known: Omit<LetterNumber, "letterId"> | null; readonly last: number | null }>`
    select (select json_build_object('kind', kind, 'year', year, 'number', number) from letter_number where letter_id = ${letterId}) as known,
      (select max(number) from letter_number where chain_id = ${chain} and kind = ${kind} and year = ${year}) as last`.execute(
    trx,
  );
  const [row] = rows;
  if (row?.known) return { ...row.known, letterId };
  const number = (row?.last ?? 0) + 1;
  await writing.add("letter_number", [
    { chain_id: chain, kind, year, number, letter_id: letterId, recorded_at: recordedAt, recorded_by: recordedBy },
  ]);
  return { kind, year, number, letterId };
}

/** The number the next letter of a series would have. It is nobody's until it is taken. */
export async function nextLetterNumber(
  db: Kysely<Tables>,
  { agencyId, kind, year }: { readonly agencyId: string; readonly kind: string; readonly year: number },
): Promise<number> {
  const last = await db
    .selectFrom("letter_number")
    .select(({ fn }) => fn.max<number | null>("number").as("number"))
    .where("chain_id", "=", agencyId)
    .where("kind", "=", kind)
    .where("year", "=", year)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}
