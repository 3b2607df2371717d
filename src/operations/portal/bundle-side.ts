import { mkdirSync } from "node:fs";
import type { Database } from "../../storage/database.js";
import { type BundleSigner, officeSigner, portalSigner, trustKey } from "../../storage/portal/bundle-keys.js";
import type { BundleDirection } from "../../storage/portal/bundle-rows.js";
import { openStandalone } from "../../storage/portal/open-standalone.js";
import { configurationIn, openRegister } from "../open-register.js";
import { type ExportedBundle, exportBundle } from "./export-bundle.js";
import { type ImportedBundle, importBundle } from "./import-bundle.js";

/** One side of two networks: it gives out bundles in one direction and takes them in the other. */
export interface BundleSide {
  readonly gives: BundleDirection;
  readonly takes: BundleDirection;
  /** What the other side is to be told: the id to compare aloud, the key to enter. */
  readonly key: { readonly id: string; readonly publicKey: string };
  export(path: string, since: number | null): Promise<ExportedBundle>;
  import(path: string): Promise<ImportedBundle>;
  /** Takes the bundles of a signer from now on; gives its id. */
  trust(publicKey: string): Promise<string>;
  close(): Promise<void>;
}

export interface WhichSide {
  /** The folder of a portal that stands alone; null: the office. */
  readonly portal: string | null;
  /** The folder of the office's register; null: the configured one. */
  readonly data: string | null;
}

/** Opens the side a command is about. */
export async function openBundleSide({ portal, data }: WhichSide): Promise<BundleSide> {
  if (portal !== null) {
    mkdirSync(portal, { recursive: true, mode: 0o711 });
    const configuration = configurationIn(portal);
    const { db, close } = await openStandalone(configuration);
    return sideOver({ db }, { signer: portalSigner(configuration), isOffice: false, close });
  }
  const database = await openRegister(data);
  return officeSide(database, () => database.close());
}

/** The side of an open register. */
export async function officeSide(database: Database, close: () => Promise<void>): Promise<BundleSide> {
  return sideOver(database, { signer: await officeSigner(database), isOffice: true, close });
}

interface Side {
  readonly signer: BundleSigner;
  readonly isOffice: boolean;
  readonly close: () => Promise<void>;
}

export function sideOver(database: Pick<Database, "db">, { signer, isOffice, close }: Side): BundleSide {
  const [gives, takes] = isOffice ? (["to-portal", "to-office"] as const) : (["to-office", "to-portal"] as const);
  return {
    ...{ gives, takes, close },
    key: { id: signer.id, publicKey: signer.publicKey.toString("base64") },
    export: (path, since) => exportBundle(database, { path, direction: gives, signer, since, now: new Date() }),
    import: (path) => importBundle(database, { path, direction: takes }),
    trust: (publicKey) => trustKey(database.db, publicKey),
  };
}
