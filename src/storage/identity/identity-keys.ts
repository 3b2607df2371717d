import type { Kysely, Transaction } from "kysely";
import { AppError } from "../../errors.js";
import type { IdentityProof, Requester } from "../../register/info-request.js";
import type { Tables } from "../tables.js";
import { freshKeys, type KeyFile, readKeyFile, writeKeyFile } from "./key-file.js";
import { type FileLabel, fileSeal, type LabelledFile, openFile, openLabel, type SealedFile, sealFile } from "./sealed-file.js";
import { caseIndex, decryptRequester, encryptRequester, keyProof, requesterIndex, requesterSeal } from "./sealing.js";
import { Vault } from "./vault.js";

/** The columns of a case that hold its requester. */
export interface SealedRequester {
  readonly requester: Buffer;
  readonly key_id: string;
  readonly requester_seal: Buffer;
  readonly requester_index: Buffer;
}

/** Which file, and under which key its envelope is. */
interface FileKey {
  readonly id: string;
  readonly key_id: string;
}

/** The keys of the requesters' identity data and of files, as this process has read them from the key file. */
export class IdentityKeys {
  readonly path: string;
  #file: KeyFile;
  readonly #vaults = new Map<string, Vault>();
  /** Requesters that were opened already, with what they were opened from: a list shows the same again and again. */
  readonly #opened = new Map<string, { readonly sealed: string; readonly requester: Requester }>();

  constructor(path: string, file: KeyFile) {
    this.path = path;
    this.#file = file;
  }

  get file(): KeyFile {
    return this.#file;
  }

  /** Reads the file again: another process has changed the key. */
  reload(): void {
    const file = readKeyFile(this.path);
    if (file === null) throw new AppError("KEY_FILE_MISSING", { path: this.path });
    this.#file = file;
    this.#vaults.clear();
    this.#opened.clear();
  }

  /**
   * Encrypts with the key that is current in the database, and holds on to it until the transaction ends, so that nothing is
   * written under an old key once it was replaced.
   */
  async seal(trx: Transaction<Tables>, caseId: string, requester: Requester): Promise<SealedRequester> {
    const id = await currentKeyId(trx);
    const { index } = this.#file;
    return {
      requester: encryptRequester(requester, caseId, this.key(id)),
      key_id: id,
      requester_seal: requesterSeal(requester, caseId, index),
      requester_index: caseIndex(requester, caseId, index),
    };
  }

  /** The same for a file. */
  async sealFile(trx: Transaction<Tables>, file: LabelledFile): Promise<SealedFile & { readonly key_id: string }> {
    const id = await currentKeyId(trx);
    return { ...sealFile(file, this.key(id)), key_id: id };
  }

  openFileLabel({ id, key_id, envelope }: Pick<SealedFile, "envelope"> & FileKey): FileLabel {
    return openLabel(envelope, id, this.key(key_id));
  }

  openFile({ id, key_id, ...file }: SealedFile & FileKey): LabelledFile {
    return openFile(file, id, this.key(key_id));
  }

  /** What stands for a file in the chain. */
  fileSeal(file: Omit<LabelledFile, "bytes">): Buffer {
    return fileSeal(file, this.#file.index);
  }

  open({ id, requester, key_id }: { readonly id: string; readonly requester: Buffer; readonly key_id: string }): Requester {
    const sealed = `${key_id} ${requester.toString("latin1")}`;
    const known = this.#opened.get(id);
    if (known?.sealed === sealed) return known.requester;
    const opened = decryptRequester(requester, id, this.key(key_id));
    if (this.#opened.size >= MOST_OPENED) this.#opened.clear();
    this.#opened.set(id, { sealed, requester: opened });
    return opened;
  }

  key(id: string): Buffer {
    if (!this.#file.keys.has(id)) this.reload();
    const key = this.#file.keys.get(id);
    if (key === undefined) throw new AppError("KEY_FILE_INVALID", { path: this.path, detail: `没有密钥 ${id}` });
    return key;
  }

  index(identity: IdentityProof): Buffer {
    return requesterIndex(identity, this.#file.index);
  }

  caseIndex(requester: Pick<Requester, "identity">, caseId: string): Buffer {
    return caseIndex(requester, caseId, this.#file.index);
  }

  /** Encrypts and signs for one purpose with a key of its own, made from the one that is never changed. */
  vault(purpose: string): Vault {
    const vault = this.#vaults.get(purpose) ?? new Vault(this.#file.index, purpose);
    this.#vaults.set(purpose, vault);
    return vault;
  }

  seals(requester: Requester, caseId: string): Buffer {
    return requesterSeal(requester, caseId, this.#file.index);
  }
}

/** Some megabytes. Who could read them here could read the keys too. */
const MOST_OPENED = 20_000;

/** The key that is current, held on to until the transaction ends. */
async function currentKeyId(trx: Transaction<Tables>): Promise<string> {
  const { id } = await trx
    .selectFrom("identity_key")
    .select("id")
    .where("is_current", "=", true)
    .forShare()
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * The keys that belong to a database. They are made with it and never again: a fresh key could not read what is there, so a
 * missing or foreign file is an error, not an occasion.
 */
export async function loadIdentityKeys(db: Kysely<Tables>, path: string): Promise<IdentityKeys> {
  const known = await db
    .selectFrom("identity_key")
    .select(["id", "proof", "is_current"])
    .where("retired_at", "is", null)
    .execute();
  if (known.length === 0) return makeKeys(db, path);
  const file = readKeyFile(path);
  if (file === null) throw new AppError("KEY_FILE_MISSING", { path });
  for (const { id, proof } of known) {
    const key = file.keys.get(id);
    if (key === undefined || !keyProof(Buffer.concat([key, file.index]), id).equals(proof)) {
      throw new AppError("KEY_FILE_INVALID", { path, detail: "不是这个数据库的密钥" });
    }
  }
  return new IdentityKeys(path, file);
}

async function makeKeys(db: Kysely<Tables>, path: string): Promise<IdentityKeys> {
  let file = readKeyFile(path);
  if (file === null) {
    try {
      writeKeyFile(path, freshKeys(), { isNew: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
        throw new AppError("KEY_FILE_INVALID", { path, detail: "不能写入" }, { cause: error });
      }
    }
    file = readKeyFile(path);
  }
  if (file === null) throw new AppError("KEY_FILE_MISSING", { path });
  const { current, index } = file;
  await db
    .insertInto("identity_key")
    .values(
      [...file.keys].map(([id, key]) => ({ id, proof: keyProof(Buffer.concat([key, index]), id), is_current: id === current })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return loadIdentityKeys(db, path);
}
