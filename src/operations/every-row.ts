import { AppError } from "../errors.js";

interface ListPage<Row, Cursor> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
}

/** A sheet has room for a million rows, a person does not. */
const MOST_ROWS = 100_000;

/**
 * All rows of a list that comes in pages. One that is too long is refused and never cut: a file that lacks rows does not say so, and
 * whoever counts in it counts wrong.
 */
export async function everyRow<Row, Cursor>(
  pageAfter: (after: Cursor | null) => Promise<ListPage<Row, Cursor>>,
  most = MOST_ROWS,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: Cursor | null = null;
  do {
    const page: ListPage<Row, Cursor> = await pageAfter(after);
    for (const row of page.rows) rows.push(row);
    if (rows.length > most || (rows.length === most && page.next !== null)) throw new AppError("LIST_TOO_LONG", { most });
    after = page.next;
  } while (after !== null);
  return rows;
}
