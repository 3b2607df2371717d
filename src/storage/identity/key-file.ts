import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { AppError } from "../../errors.js";

const KEY_BYTES = 32;
const key = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== KEY_BYTES) context.addIssue({ code: "custom", message: "密钥长度不对" });
  return bytes;
});

const namedKey = z.strictObject({ id: z.string().regex(/^[\w-]{1,40}$/), key });

const schema = z.strictObject({
  version: z.literal(1),
  /** The key new rows are encrypted with. */
  current: z.string(),
  keys: z.array(namedKey).min(1),
  /** Private keys of the inbox of the portal (X25519), the newest last; those before it open what is still on its way. */
  inbox: z.array(namedKey).optional(),
  /** Private keys that bundles for the portal are signed with (Ed25519), the newest last. */
  signing: z.array(namedKey).optional(),
  /** Makes the blind index and the seals. It is not rotated: a requester must be found again over the years. */
  index: key,
});

/** The keys as they lie in the key file. */
export interface KeyFile {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly index: Buffer;
  /** Each in the order they were made. */
  readonly inbox?: ReadonlyMap<string, Buffer>;
  readonly signing?: ReadonlyMap<string, Buffer>;
}

/** A file of fresh keys. */
export function freshKeys(): KeyFile {
  const id = freshKeyId();
  return { current: id, keys: new Map([[id, randomBytes(KEY_BYTES)]]), index: randomBytes(KEY_BYTES) };
}

/** The same keys with a fresh one that is now the current. */
export function withFreshKey(file: KeyFile): KeyFile {
  const id = freshKeyId();
  return { ...file, current: id, keys: new Map([...file.keys, [id, randomBytes(KEY_BYTES)]]) };
}

export function freshKeyId(): string {
  return `k${randomBytes(6).toString("hex")}`;
}

/** The keys in a file, or null when there is none. Throws KEY_FILE_INVALID, also when others than its owner may read it. */
export function readKeyFile(path: string): KeyFile | null {
  const invalid = (detail: string, cause?: unknown) => new AppError("KEY_FILE_INVALID", { path, detail }, { cause });
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw invalid("不能读取", error);
  }
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0) throw invalid("其他用户可以读取，权限应为 0600");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw invalid("不是有效的 JSON", error);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? "结构不符");
  const { current, index } = parsed.data;
  const mapOf = (list: readonly z.output<typeof namedKey>[]) => new Map(list.map((one) => [one.id, one.key]));
  const keys = mapOf(parsed.data.keys);
  if (!keys.has(current)) throw invalid("没有当前密钥");
  return { current, keys, index, inbox: mapOf(parsed.data.inbox ?? []), signing: mapOf(parsed.data.signing ?? []) };
}

/** Writes the file whole or not at all, on the disk before it takes the place of the old one: a lost key cannot be made again. */
export function writeKeyFile(path: string, { current, keys, index, inbox, signing }: KeyFile, { isNew = false } = {}): void {
  const fresh = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const listOf = (map: ReadonlyMap<string, Buffer>) => [...map].map(([id, bytes]) => ({ id, key: bytes.toString("base64") }));
  const content = {
    version: 1,
    current,
    keys: listOf(keys),
    index: index.toString("base64"),
    ...(inbox !== undefined && inbox.size > 0 && { inbox: listOf(inbox) }),
    ...(signing !== undefined && signing.size > 0 && { signing: listOf(signing) }),
  };
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  const file = openSync(fresh, "wx", 0o600);
  try {
    writeSync(file, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(fresh, 0o600); // whatever the umask
  if (isNew) {
    try {
      linkSync(fresh, path); // fails when another process has made one
    } finally {
      unlinkSync(fresh);
    }
  } else {
    renameSync(fresh, path);
  }
  syncFolder(dirname(path));
}

function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
