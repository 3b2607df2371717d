import type { PostgresPoolClient } from "kysely";
import type pg from "pg";
import { isAppError } from "../../errors.js";
import { databaseFault } from "./database-fault.js";
import { statementName } from "./statement-names.js";

/** Ends the text of a statement after which its transaction is over: COMMIT goes right behind it, and locks are held one round trip less. */
export const LAST_OF_TRANSACTION = "/* then commit */";

const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();

/** The client as kysely uses it; the same object each time, because kysely keeps what it knows of a client by it. */
export function pooledClient(client: pg.PoolClient): PostgresPoolClient {
  const known = wrapped.get(client);
  if (known) return known;
  const wrapper = new PooledClient(client) as unknown as PostgresPoolClient; // its other form takes cursors, which are not used
  wrapped.set(client, wrapper);
  return wrapper;
}

/**
 * A client whose errors are those a person is told, and which does not wait where nothing can be learned from the answer: BEGIN goes out
 * together with the first statement, COMMIT together with the last (the protocol answers them in order; what follows a failed statement
 * in a transaction fails too, so nothing is done that should not be).
 */
class PooledClient {
  readonly #client: pg.PoolClient;
  #isBroken = false;
  /** BEGIN, which goes out with the first statement. */
  #begin: string | null = null;
  #committed: Promise<pg.QueryResult> | null = null;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    client.on("error", () => {
      this.#isBroken = true; // without a listener this would end the process
    });
  }

  readonly query = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    if (text === "begin" || text.startsWith("start transaction")) {
      this.#begin = text;
      return { command: "BEGIN", rowCount: null, rows: [] };
    }
    const begin = this.#begin;
    this.#begin = null;
    try {
      if (begin === null) return await this.#sent(text, parameters);
      const [begun, answer] = this.#together(() => [quiet(this.#client.query(begin)), quiet(this.#sent(text, parameters))]);
      await begun;
      return await answer;
    } catch (error) {
      throw this.#told(error);
    }
  };

  readonly release = (destroy?: boolean): void => {
    this.#begin = null;
    this.#committed = null;
    this.#client.release(destroy === true || this.#isBroken);
  };

  #sent(text: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    if (text === "commit") return this.#commit();
    // Without values it may be several statements in one text, as a migration is: those cannot be prepared.
    const name = parameters.length === 0 ? undefined : statementName(text);
    const values = [...parameters];
    const asked = name === undefined ? { text, values } : { name, text, values };
    if (!text.endsWith(LAST_OF_TRANSACTION)) return this.#client.query(asked);
    return this.#together(() => {
      const answer = this.#client.query(asked);
      this.#committed = quiet(this.#client.query("commit"));
      return answer;
    });
  }

  #commit(): Promise<pg.QueryResult> {
    const committed = this.#committed ?? this.#client.query("commit");
    this.#committed = null;
    return committed;
  }

  /** What is asked in one go leaves in one go. */
  #together<Asked>(ask: () => Asked): Asked {
    const { connection } = this.#client as unknown as { readonly connection?: { readonly stream?: Corkable } }; // pg does not tell its types
    connection?.stream?.cork();
    try {
      return ask();
    } finally {
      connection?.stream?.uncork();
    }
  }

  #told(error: unknown): unknown {
    const fault = databaseFault(error);
    // A kept plan may not fit a table that was changed since; a fresh connection plans anew.
    const isOutdated = fault instanceof Error && "code" in fault && fault.code === "0A000";
    if (isOutdated || (isAppError(fault) && fault.code === "DATABASE_UNREACHABLE")) this.#isBroken = true;
    return fault;
  }
}

interface Corkable {
  cork(): void;
  uncork(): void;
}

/** A rejection is told to whoever waits for it later; until then nobody does. */
function quiet<Value>(answer: Promise<Value>): Promise<Value> {
  answer.catch(() => undefined);
  return answer;
}
