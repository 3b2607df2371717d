import { z } from "zod";

export const BACKUP_FORMAT = "yangguang-backup";
export const EXPORT_FORMAT = "yangguang-export";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup or an export says of itself before its rows. */
export const safekeepingHead = z.object({
  format: z.enum([BACKUP_FORMAT, EXPORT_FORMAT]),
  version: z.literal(1),
  madeAt: z.string(),
  /** The changes of the tables it was made with; it is loaded into tables of just these. */
  migrations: z.array(z.string()).min(1),
  /** Whether requesters and files are as in the database, or in the clear: then they are sealed anew when they are loaded. */
  persons: z.enum(["sealed", "open"]).default("sealed"),
});
export type SafekeepingHead = z.output<typeof safekeepingHead>;

const keptTable = z.object({
  name: z.string().regex(/^(public|portal)\.[a-z_]+$/),
  columns: z.array(z.string()),
  rows: z.int().min(0),
  /** Of the rows as the server writes them, in the order of the key. */
  sha256,
});
export type KeptTable = z.output<typeof keptTable>;

const keptChain = z.object({ chain: z.string(), length: z.int(), hash: sha256 });

/** The cells of a year as they were counted just before: counted again from what was restored they must be the same. */
const keptTally = z.object({ agencyId: z.string(), year: z.int(), asOf: z.string(), sha256 });
export type KeptTally = z.output<typeof keptTally>;

/** What it says after its rows: how many there are, and what they must amount to. */
export const safekeepingTail = z.object({
  tables: z.array(keptTable),
  chains: z.array(keptChain),
  tallies: z.array(keptTally),
  /** The key file, sealed with a passphrase; null: it is kept elsewhere. */
  keys: z.object({ salt: z.string(), nonce: z.string(), sealed: z.string() }).nullable(),
});
export type SafekeepingTail = z.output<typeof safekeepingTail>;
