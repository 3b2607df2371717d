import pg from "pg";
import { AppError, isAppError } from "../../errors.js";
import { wireTypes } from "../connection/address.js";
import { databaseFault } from "../connection/database-fault.js";

/** One question to the database. A named one is planned once a connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

/** Searches that are worked on at the same time. */
const SEARCHES = 4;
/** Compiling a statement takes longer than any of these may; a second process for one reader is taken from another. */
const PLAIN = "set jit = off; set max_parallel_workers_per_gather = 0";
/** With the words not known, the index of the words is always taken, and the plan is made once. Room to note down every page of it. */
const SEARCHING = `${PLAIN}; set plan_cache_mode = force_generic_plan; set work_mem = '16MB'`;

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
  #searching: pg.Pool;

  constructor(locate: () => pg.ClientConfig, settings: PoolSettings) {
    this.#locate = locate;
    this.#settings = settings;
    this.#pool = this.#open(settings.connections, PLAIN);
    this.#searching = this.#open(Math.min(SEARCHES, settings.connections), SEARCHING);
  }

  rows<Found extends object>(statement: Statement, values: readonly unknown[]): Promise<Found[]> {
    return this.#ask(() => this.#pool, statement, values);
  }

  /**
   * The same for the search, on few connections of its own: however many search, documents are read meanwhile, and a few questions
   * at a time are answered sooner than many that get into each other's way. Its statements are named and planned once.
   */
  search<Found extends object>(statement: Required<Statement>, values: readonly unknown[]): Promise<Found[]> {
    return this.#ask(() => this.#searching, statement, values);
  }

  /** How many questions wait for a connection of the search. */
  get waitingSearches(): number {
    return this.#searching.waitingCount;
  }

  async #ask<Found extends object>(poolNow: () => pg.Pool, statement: Statement, values: readonly unknown[]): Promise<Found[]> {
    const pool = poolNow();
    const query = { ...statement, values: values.map(storable) };
    try {
      return (await pool.query<Found>(query)).rows;
    } catch (error) {
      const fault = databaseFault(error);
      if (!isAppError(fault) || fault.code !== "DATABASE_UNREACHABLE") throw fault;
      this.#renew(pool);
    }
    try {
      return (await poolNow().query<Found>(query)).rows;
    } catch (error) {
      throw databaseFault(error);
    }
  }

  async end(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#searching.end()]);
  }

  #renew(broken: pg.Pool): void {
    if (this.#pool !== broken && this.#searching !== broken) return; // another question has done it
    const old = [this.#pool, this.#searching];
    this.#pool = this.#open(this.#settings.connections, PLAIN);
    this.#searching = this.#open(Math.min(SEARCHES, this.#settings.connections), SEARCHING);
    for (const pool of old) pool.end().catch(() => undefined);
  }

  #open(connections: number, settings: string): pg.Pool {
    const pool = new pg.Pool({
      ...this.#locate(),
      application_name: "yangguang-portal",
      max: connections,
      connectionTimeoutMillis: this.#settings.connectSeconds * 1000,
      keepAlive: true,
      types: wireTypes,
      // Before any question of whoever gets the connection; when it fails, so does the question.
      verify: (client, done) => void client.query(settings).then(() => done(), done),
    });
    pool.on("error", () => undefined); // an idle connection broke; the pool has dropped it already
    return pool;
  }
}

/** No text here holds the null character: what asks for it finds nothing, rather than fails. */
function storable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storable);
  return typeof value === "string" ? value.replaceAll("\u0000", "\ufffd") : value;
}

/** The only row there must be. */
export function onlyRow<Found>(rows: readonly Found[], what: string): Found {
  const [row] = rows;
  if (row === undefined) throw new AppError("PORTAL_NOT_READY", { detail: `${what}没有内容` });
  return row;
}
