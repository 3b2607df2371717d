import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";
import { isAppError } from "../../errors.js";
import { databaseFault } from "./database-fault.js";
import { pooledClient } from "./pooled-client.js";

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
      return pooledClient(await this.#pool.connect());
    } catch (error) {
      const fault = databaseFault(error);
      if (this.#revive === null || this.#hasEnded || !isAppError(fault) || fault.code !== "DATABASE_UNREACHABLE") throw fault;
    }
    this.#reviving ??= this.#renew(this.#revive).finally(() => {
      this.#reviving = null;
    });
    await this.#reviving;
    try {
      return pooledClient(await this.#pool.connect());
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
  // What was sent is answered in order, so that a statement need not wait for the answer of the one before (pooled-client.ts).
  const pool = new pg.Pool({ ...settings, pipeline: true } as pg.PoolConfig); // pg has it since 8.23, its types do not yet
  pool.on("error", () => undefined); // an idle connection broke; the pool has dropped it already
  return pool;
}
