import type { Kysely } from "kysely";
import type { IdentityKeys } from "./identity/identity-keys.js";
import type { EmbeddedServer } from "./server/embedded-server.js";
import type { Tables } from "./tables.js";

/** An open register. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly keys: IdentityKeys;
  /** The embedded server, or null when DATABASE_URL names another. */
  readonly server: () => EmbeddedServer | null;
  /** The folder of what is ours alone: backups lie in it. */
  readonly dataDirectory: string;
  close(): Promise<void>;
}
