import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { chmodSync, linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { AppError } from "../../errors.js";
import type { StorageConfiguration } from "../configuration.js";
import type { Database } from "../database.js";
import { freshKeyId, writeKeyFile } from "../identity/key-file.js";
import type { Tables } from "../tables.js";
import { alone } from "./inbox-keys.js";

const PUBLIC_WRAP = Buffer.from("302a300506032b6570032100", "hex");
const PRIVATE_WRAP = Buffer.from("302e020100300506032b657004220420", "hex");
const KEY_BYTES = 32;

/** Whoever signs bundles. */
export interface BundleSigner {
  /** The beginning of the SHA-256 of the public key: what two people compare. */
  readonly id: string;
  readonly publicKey: Buffer;
  sign(bytes: Uint8Array): Buffer;
}

function signerOf(privateBytes: Buffer): BundleSigner {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_WRAP, privateBytes]), format: "der", type: "pkcs8" });
  const publicKey = Buffer.from(createPublicKey(key).export({ format: "der", type: "spki" }).subarray(PUBLIC_WRAP.length));
  return { id: signerId(publicKey), publicKey, sign: (bytes) => sign(null, bytes, key) };
}

function signerId(publicKey: Buffer): string {
  return createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
}

export function isSigned(bytes: Uint8Array, signature: Uint8Array, publicKey: Buffer): boolean {
  return verify(null, bytes, publicObject(publicKey), signature);
}

function publicObject(bytes: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_WRAP, bytes]), format: "der", type: "spki" });
}

function freshPrivateBytes(): Buffer {
  const { privateKey } = generateKeyPairSync("ed25519");
  return Buffer.from(privateKey.export({ format: "der", type: "pkcs8" }).subarray(PRIVATE_WRAP.length));
}

/** The signer of the office: its key lies in the key file, made when first needed. */
export async function officeSigner(database: Database): Promise<BundleSigner> {
  const known = () => [...(database.keys.file.signing ?? [])].at(-1)?.[1];
  const there = known();
  if (there !== undefined) return signerOf(there);
  return alone(database, async () => {
    const { keys } = database;
    const made = known();
    if (made !== undefined) return signerOf(made);
    const fresh = freshPrivateBytes();
    writeKeyFile(keys.path, { ...keys.file, signing: new Map([[freshKeyId(), fresh]]) });
    keys.reload();
    return signerOf(fresh);
  });
}

/** The signer of a portal that stands alone: its key lies in a file of its own, readable for its owner only. */
export function portalSigner({ dataDirectory }: Pick<StorageConfiguration, "dataDirectory">): BundleSigner {
  const path = join(dataDirectory, "portal-signing-key");
  const read = (): Buffer | null => {
    try {
      return Buffer.from(readFileSync(path, "utf8").trim(), "base64");
    } catch {
      return null;
    }
  };
  let bytes = read();
  if (bytes === null) {
    const fresh = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
    writeFileSync(fresh, `${freshPrivateBytes().toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(fresh, 0o600); // whatever the umask
    try {
      linkSync(fresh, path); // fails when another process has made one
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      unlinkSync(fresh);
    }
    bytes = read();
  }
  if (bytes?.length !== KEY_BYTES) throw new AppError("KEY_FILE_INVALID", { path, detail: "不是签名密钥" });
  return signerOf(bytes);
}

/** Takes the bundles of a signer from now on. `text` is the public key as the other side prints it. */
export async function trustKey(db: Kysely<Tables>, text: string): Promise<string> {
  const publicKey = Buffer.from(text.trim(), "base64");
  if (publicKey.length !== KEY_BYTES) throw new AppError("INPUT_INVALID", { fields: "公钥（应为对方“bundle key”显示的一行）" });
  const id = signerId(publicKey);
  await sql`insert into portal.trusted_key (id, public_key) values (${id}, ${publicKey}) on conflict do nothing`.execute(db);
  return id;
}

export async function trustedKey(db: Kysely<Tables>, id: string): Promise<Buffer | null> {
  const { rows } = await sql<{ public_key: Buffer }>`select public_key from portal.trusted_key where id = ${id}`.execute(db);
  return rows[0]?.public_key ?? null;
}
