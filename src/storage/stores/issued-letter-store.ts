import type { Selectable } from "kysely";
import type { PlainDate } from "../../law/plain-date.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import type { Writing } from "../write.js";

/** A letter that went out. `Body` is what it said, of which the storage knows nothing but that it must not lie open. */
export interface IssuedLetter<Body> {
  readonly id: string;
  readonly agencyId: string;
  readonly caseId: string;
  /** Id in law/letters. */
  readonly letterId: string;
  readonly actEventId: string;
  /** As printed; null for letters that bear none. */
  readonly number: string | null;
  readonly datedOn: PlainDate;
  readonly body: Body;
  /** Ids of the files among the attachments of the case; no pdf where none could be set. */
  readonly docxId: string;
  readonly pdfId: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export type NewIssuedLetter<Body> = Omit<IssuedLetter<Body>, "agencyId" | "recordedAt" | "recordedBy">;

const PURPOSE = "issued-letter";

/** Stores a letter in the transaction that issues it. */
export async function addIssuedLetter<Body>(writing: Writing, letter: NewIssuedLetter<Body>): Promise<IssuedLetter<Body>> {
  const { chain, keys, recordedAt, recordedBy } = writing;
  const { id, caseId, letterId, actEventId, number, datedOn, body, docxId, pdfId } = letter;
  await writing.add("issued_letter", [
    {
      id,
      chain_id: chain,
      case_id: caseId,
      letter_id: letterId,
      act_event_id: actEventId,
      number,
      dated_on: datedOn,
      body: keys.vault(PURPOSE).seal(JSON.stringify(body), id),
      docx_id: docxId,
      pdf_id: pdfId,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    },
  ]);
  return { ...letter, agencyId: chain, recordedAt, recordedBy };
}

type Reading = Pick<Database, "db" | "keys">;

/** The letters of a case in the order they went out. */
export async function lettersOfCase<Body>({ db, keys }: Reading, caseId: string): Promise<IssuedLetter<Body>[]> {
  const rows = await db
    .selectFrom("issued_letter")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => letterOf<Body>(row, keys));
}

/** The letter issued under an id; null when there is none. */
export async function loadIssuedLetter<Body>({ db, keys }: Reading, id: string): Promise<IssuedLetter<Body> | null> {
  const row = await db.selectFrom("issued_letter").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : letterOf<Body>(row, keys);
}

function letterOf<Body>(row: Selectable<Tables["issued_letter"]>, keys: Reading["keys"]): IssuedLetter<Body> {
  return {
    id: row.id,
    agencyId: row.chain_id,
    caseId: row.case_id,
    letterId: row.letter_id,
    actEventId: row.act_event_id,
    number: row.number,
    datedOn: row.dated_on as PlainDate, // a column of days
    body: issuedBody<Body>(keys, row),
    docxId: row.docx_id,
    pdfId: row.pdf_id,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  };
}

/** What a letter said, as it was sealed. */
export function issuedBody<Body>(keys: Reading["keys"], { id, body }: { readonly id: string; readonly body: Buffer }): Body {
  return JSON.parse(keys.vault(PURPOSE).open(body, id).toString("utf8")) as Body; // what addIssuedLetter was given, and the seal proves it
}
