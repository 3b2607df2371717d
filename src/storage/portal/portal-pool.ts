import pg from "pg";
import { AppError, isAppError } from "../../errors.js";
import { wireTypes } from "../connection/address.js";
import { databaseFault } from "../connection/database-fault.js";

/** One question to the database. A named one is planned once a connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** What reads the portal's tables. */
export interface PortalReader {
  rows<Found extends object>(statement: Statement, values: readonly unknown[]): Promise<Found[]>;
}

export interface PoolSettings {
  readonly connections: number;
  readonly connectSeconds: number;
}

/**
 * The portal's connections, with its own role. `locate` says where the database is: when the embedded server was started anew at
 * another port, it is asked again.
 */
export class PortalPool implements PortalReader {
  readonly #locate: () => pg.ClientConfig;
  readonly #settings: PoolSettings;
  #pool: pg.Pool;

  constructor(locate: () => pg.ClientConfig, settings: PoolSettings) {
    this.#locate = locate;
    this.#settings = settings;
    this.#pool = this.#open();
  }

  async rows<Found extends object>(statement: Statement, values: readonly unknown[]): Promise<Found[]> {
    const pool = this.#pool;
    try {
      return (await pool.query<Found>({ ...statement, values: values.map(storable) })).rows;
    } catch (error) {
      const fault = databaseFault(error);
      if (!isAppError(fault) || fault.code !== "DATABASE_UNREACHABLE") throw fault;
      this.#renew(pool);
    }
    try {
      return (await this.#pool.query<Found>({ ...statement, values: values.map(storable) })).rows;
    } catch (error) {
      throw databaseFault(error);
    }
  }

  /** Several questions on one connection, read only, with settings of their own. */
  async together<Outcome>(settings: string, work: (reader: PortalReader) => Promise<Outcome>): Promise<Outcome> {
    let client: pg.PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      throw databaseFault(error);
    }
    let isBroken = false;
    const query = async <Found extends object>(statement: Statement, values: readonly unknown[]): Promise<Found[]> =>
      (await client.query<Found>({ ...statement, values: values.map(storable) })).rows;
    try {
      await client.query(`begin read only; ${settings}`);
      const outcome = await work({ rows: query });
      await client.query("commit");
      return outcome;
    } catch (error) {
      await client.query("rollback").catch(() => {
        isBroken = true;
      });
      throw databaseFault(error);
    } finally {
      client.release(isBroken);
    }
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }

  #renew(broken: pg.Pool): void {
    if (this.#pool !== broken) return; // another question has done it
    this.#pool = this.#open();
    broken.end().catch(() => undefined);
  }

  #open(): pg.Pool {
    const pool = new pg.Pool({
      ...this.#locate(),
      application_name: "yangguang-portal",
      max: this.#settings.connections,
      connectionTimeoutMillis: this.#settings.connectSeconds * 1000,
      keepAlive: true,
      types: wireTypes,
    });
    pool.on("error", () => undefined); // an idle connection broke; the pool has dropped it already
    return pool;
  }
}

/** No text here holds the null character: what asks for it finds nothing, rather than fails. */
function storable(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\u0000", "\ufffd") : value;
}

/** The only row there must be. */
export function onlyRow<Found>(rows: readonly Found[], what: string): Found {
  const [row] = rows;
  if (row === undefined) throw new AppError("PORTAL_NOT_READY", { detail: `${what}没有内容` });
  return row;
}
