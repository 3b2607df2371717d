import type { Transaction } from "kysely";
import type { IdentityKeys } from "./identity/identity-keys.js";
import type { Tables } from "./tables.js";
import type { Writing } from "./write.js";

/** What the stores read with, inside a transaction. */
export function readingIn({ trx, keys }: Pick<Writing, "trx" | "keys">): {
  readonly db: Transaction<Tables>;
  readonly keys: IdentityKeys;
} {
  return { db: trx, keys };
}
