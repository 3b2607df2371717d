import pg from "pg";
import type { StorageConfiguration } from "../configuration.js";
import type { EmbeddedServer } from "../server/embedded-server.js";

const { types } = pg;

const DATE = 1082;
const BIGINT = 20;
const TIMESTAMP_WITH_ZONE = 1184;

/** Days stay days and instants are UTC with milliseconds, whatever the time zone of this process. */
function typeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
  if (format !== "binary") {
    if (oid === DATE) return (text) => text;
    if (oid === BIGINT) return Number;
    if (oid === TIMESTAMP_WITH_ZONE) return (text) => new Date(text).toISOString();
  }
  return types.getTypeParser(oid, "text");
}

/** The reader of what comes over the wire, for every connection there is. */
export const wireTypes: NonNullable<pg.ClientConfig["types"]> = {
  getTypeParser: typeParser as typeof types.getTypeParser, // the overloads of pg name every oid
};

/** How to reach one database; for the pool and for single connections alike. */
export function connectionSettings(
  { database }: StorageConfiguration,
  server: EmbeddedServer | null,
  name: string,
): pg.ClientConfig {
  return {
    ...(server === null
      ? { connectionString: database.url ?? "" }
      : { host: server.host, port: server.port, user: server.user, password: server.password, database: name, ssl: false }),
    application_name: "yangguang",
    connectionTimeoutMillis: database.connectSeconds * 1000,
    statement_timeout: database.statementSeconds * 1000,
    lock_timeout: database.statementSeconds * 500,
    idle_in_transaction_session_timeout: database.statementSeconds * 1000,
    keepAlive: true,
    types: wireTypes,
  };
}
