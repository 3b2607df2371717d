import pg from "pg";

/** Makes a database on the embedded server when it is not there yet. */
export async function createDatabase(settings: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client({ ...settings, database: "postgres" });
  client.on("error", () => undefined); // the query that is under way fails by itself
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)} template template0`);
  } catch (error) {
    // Another process made it in the same moment.
    if (!(error instanceof pg.DatabaseError && (error.code === "42P04" || error.code === "23505"))) throw error;
  } finally {
    await client.end();
  }
}
