import { CompiledQuery } from "kysely";
import type { Database } from "../database.js";

/** What the queue asks a database for. Its own tables are in a schema of their own (pgboss), beside the register. */
export interface JobDatabase {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The queue on the connections of the register, so that it follows an embedded server that was started anew. */
export function jobDatabase({ db }: Pick<Database, "db">): JobDatabase {
  return {
    async executeSql(text, values) {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values ?? []));
      return { rows: [...(rows ?? [])] };
    },
  };
}
