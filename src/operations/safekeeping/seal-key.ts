import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../../errors.js";
import type { StorageConfiguration } from "../../storage/configuration.js";
import { IdentityKeys } from "../../storage/identity/identity-keys.js";
import { freshKeys, type KeyFile, readKeyFile, writeKeyFile } from "../../storage/identity/key-file.js";

const SEAL_KEY = "seal-key.json";

const schema = z.strictObject({ index: z.base64() });

/** Puts the key of the seals into an export in the clear: with it the chain can be proved, and seals are the same in the new register. */
export function writeSealKey(folder: string, { index }: Pick<KeyFile, "index">): void {
  writeFileSync(join(folder, SEAL_KEY), `${JSON.stringify({ index: index.toString("base64") })}\n`, { mode: 0o600 });
}

/**
 * The keys an export in the clear is sealed with where it goes: those that are there, or fresh ones. The key of the seals is never
 * another: the chain holds what it made.
 */
export function keysForOpenExport({ keyFile: path }: StorageConfiguration, folder: string | null): IdentityKeys {
  const source = folder === null ? null : join(folder, SEAL_KEY);
  if (source === null || !existsSync(source)) throw new AppError("KEY_FILE_MISSING", { path: source ?? SEAL_KEY });
  const parsed = schema.safeParse(JSON.parse(readFileSync(source, "utf8")));
  if (!parsed.success) throw new AppError("KEY_FILE_INVALID", { path: source, detail: "结构不符" });
  const index = Buffer.from(parsed.data.index, "base64");
  const there = readKeyFile(path);
  if (there === null) {
    const fresh = { ...freshKeys(), index };
    writeKeyFile(path, fresh, { isNew: true });
    return new IdentityKeys(path, fresh);
  }
  if (!there.index.equals(index))
    throw new AppError("KEY_FILE_INVALID", { path, detail: "是另一套数据的密钥；请换一个空的位置" });
  return new IdentityKeys(path, there);
}
