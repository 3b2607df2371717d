import pg from "pg";

/** Does some work, and tells what was asked of the database meanwhile, in its order: the first words of each statement. */
export async function countedStatements(work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]) {
    const [first] = words;
    const text = typeof first === "string" ? first : String((first as { readonly text: string }).text); // how the pool asks
    asked.push(text.trim().split(/\s+/).slice(0, 3).join(" "));
    return Reflect.apply(query, this, words);
  } as typeof query; // the same, told
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return asked;
}
