import { setTimeout as pause } from "node:timers/promises";
import { Kysely, PostgresDialect, sql } from "kysely";
import type pg from "pg";
import { AppError, isAppError } from "../../errors.js";
import type { StorageConfiguration } from "../configuration.js";
import { type EmbeddedServer, embeddedServer, stopServer } from "../server/embedded-server.js";
import { OLDEST_MAJOR } from "../server/find-binaries.js";
import type { Tables } from "../tables.js";
import { connectionSettings } from "./address.js";
import { createDatabase } from "./create-database.js";
import { databaseFault } from "./database-fault.js";
import { type Lease, takeLease } from "./lease.js";
import { stopOnSignal } from "./stop-on-signal.js";
import { SupervisedPool } from "./supervised-pool.js";

export interface Connection {
  readonly db: Kysely<Tables>;
  /** The embedded server, or null when somebody else's is used. */
  readonly server: () => EmbeddedServer | null;
  /** Ends the connections; the last user of the embedded server stops it. */
  close(): Promise<void>;
}

/** Connects to the server of DATABASE_URL, or to the embedded one, which is found or started. Tables are not looked at. */
export async function connect(configuration: StorageConfiguration, name: string): Promise<Connection> {
  const { database } = configuration;
  const state: { embedded: Embedded | null } = { embedded: database.url === null ? await embed(configuration, name) : null };
  const settings = connectionSettings(configuration, state.embedded?.server ?? null, name);
  const revive = async (): Promise<pg.ClientConfig> => {
    state.embedded = await embed(configuration, name);
    return connectionSettings(configuration, state.embedded.server, name);
  };
  const pool = new SupervisedPool({ ...settings, max: database.connections }, state.embedded === null ? null : revive);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | null = null;
  const forget = state.embedded === null ? () => undefined : stopOnSignal(() => close());
  const close = (): Promise<void> => {
    closing ??= (async () => {
      forget();
      await db.destroy();
      if (state.embedded !== null && (await state.embedded.lease.giveUp())) await stopServer(state.embedded.server.pid);
    })();
    return closing;
  };
  try {
    await refuseUnsupported(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, server: () => state.embedded?.server ?? null, close };
}

interface Embedded {
  readonly server: EmbeddedServer;
  readonly lease: Lease;
}

/** A server may be about to end when we find it, because its last user has just left: then it is started anew. */
async function embed(configuration: StorageConfiguration, name: string): Promise<Embedded> {
  for (const until = Date.now() + configuration.database.startSeconds * 1000; ; ) {
    const server = await embeddedServer(configuration);
    try {
      const settings = connectionSettings(configuration, server, name);
      const lease = await takeLease(settings);
      await createDatabase(settings, name);
      return { server, lease };
    } catch (error) {
      const fault = databaseFault(error);
      if (!isAppError(fault) || fault.code !== "DATABASE_UNREACHABLE" || Date.now() > until) throw fault;
      await pause(100);
    }
  }
}

async function refuseUnsupported(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`.execute(db);
  const [found] = rows;
  const major = Math.floor((found?.version ?? 0) / 10_000);
  if (major < OLDEST_MAJOR) throw new AppError("DATABASE_UNSUPPORTED", { detail: `服务器版本为 ${major}` });
  if (found?.encoding !== "UTF8") throw new AppError("DATABASE_UNSUPPORTED", { detail: `编码为 ${found?.encoding}` });
}
