import pg from "pg";

/** Any number will do; it is ours. */
const LEASE = 6_947_001;

/**
 * A sign that we use the embedded server: a lock that all its users share, in a connection of its own. The server lets go of it
 * when we are killed.
 */
export interface Lease {
  /** Gives it up and tells whether nobody else holds one: then nobody else can get one either until the server has ended. */
  giveUp(): Promise<boolean>;
}

export async function takeLease(settings: pg.ClientConfig): Promise<Lease> {
  const client = new pg.Client({ ...settings, database: "postgres", statement_timeout: 0, lock_timeout: 0 });
  const end: { isOver: boolean } = { isOver: false };
  client.on("error", () => {
    end.isOver = true; // the server was killed; there is nothing left to stop
  });
  client.on("end", () => {
    end.isOver = true;
  });
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [LEASE]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    async giveUp() {
      if (end.isOver) return false;
      try {
        await client.query("select pg_advisory_unlock_shared($1)", [LEASE]);
        const { rows } = await client.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [LEASE]);
        if (rows[0]?.last === true) return true; // the connection stays open and holds everybody off until the server ends
        await client.end();
        return false;
      } catch {
        return false;
      }
    },
  };
}
