import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";
import { isAppError } from "../../errors.js";
import { databaseFault } from "./database-fault.js";

/**
 * A pool whose errors are those a person is told. When the embedded server is gone — somebody killed it — it is started again
 * and the connection made once more; what was under way on the old connections fails and was not acknowledged.
 */
export class SupervisedPool implements PostgresPool {
  readonly options: pg.PoolConfig;
  readonly #revive: (() => Promise<pg.ClientConfig>) | null;
  #pool: pg.Pool;
  #reviving: Promise<void> | null = null;
  #hasEnded = false;

  constructor(settings: pg.PoolConfig, revive: (() => Promise<pg.ClientConfig>) | null) {
    this.options = settings;
    this.#revive = revive;
    this.#pool = poolOf(settings);
  }

  async connect(): Promise<PostgresPoolClient> {
    try {
      return reporting(await this.#pool.connect());
    } catch (error) {
      const fault = databaseFault(error);
      if (this.#revive === null || this.#hasEnded || !isAppError(fault) || fault.code !== "DATABASE_UNREACHABLE") throw fault;
    }
    this.#reviving ??= this.#renew(this.#revive).finally(() => {
      this.#reviving = null;
    });
    await this.#reviving;
    try {
      return reporting(await this.#pool.connect());
    } catch (error) {
      throw databaseFault(error);
    }
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.#pool.end();
  }

  async #renew(revive: () => Promise<pg.ClientConfig>): Promise<void> {
    const settings = await revive();
    const old = this.#pool;
    this.#pool = poolOf({ ...this.options, ...settings });
    old.end().catch(() => undefined);
  }
}

function poolOf(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings);
  pool.on("error", () => undefined); // an idle connection broke; the pool has dropped it already
  return pool;
}

const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();

/** The client with its errors turned; the same object each time, because kysely keeps what it knows of a client by it. */
function reporting(client: pg.PoolClient): PostgresPoolClient {
  const known = wrapped.get(client);
  if (known) return known;
  const broken: { isSo: boolean } = { isSo: false };
  client.on("error", () => {
    broken.isSo = true; // without a listener this would end the process
  });
  const query = async (text: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      const fault = databaseFault(error);
      if (isAppError(fault) && fault.code === "DATABASE_UNREACHABLE") broken.isSo = true;
      throw fault;
    }
  };
  const wrapper = {
    query: query as unknown as PostgresPoolClient["query"], // its other form takes cursors, which are not used
    release: (destroy?: boolean) => client.release(destroy === true || broken.isSo),
  };
  wrapped.set(client, wrapper);
  return wrapper;
}
