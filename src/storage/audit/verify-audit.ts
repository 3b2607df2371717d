import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import { type AppError, isAppError } from "../../errors.js";
import type { Database } from "../database.js";
import { contentOf } from "../stores/attachment-row.js";
import type { Tables } from "../tables.js";
import { entryHash } from "./audit-entry.js";
import { AUDITED, type AuditedKind, type AuditedRow, digestOf, rowsOf, unloggedRow } from "./audited-rows.js";

const PAGE = 500;

/** The end of a chain. Kept on paper or elsewhere, it proves later that nothing was cut off. */
export interface ChainHead {
  readonly chain: string;
  readonly length: number;
  readonly hash: string;
}

/** What is wrong at the first broken link. */
export const BREAKS = {
  "entry-changed": "日志第 {position} 条与其哈希值不符",
  "entry-missing": "日志缺少第 {position} 条",
  "row-changed": "日志第 {position} 条所记的内容已被改动",
  "row-missing": "日志第 {position} 条所记的内容已被删除",
  "requester-changed": "日志第 {position} 条所记案件的申请人信息已被改动，或者密钥不对",
  "file-changed": "日志第 {position} 条所记的附件已被改动，或者密钥不对",
  "row-unlogged": "有一项内容没有记入日志",
  "end-changed": "日志的末尾与登记的长度、哈希值不符",
  "closing-changed": "日志的截止时刻已被改动",
  "anchor-lost": "日志第 {position} 条与此前留存的哈希值不符",
  unreadable: "数据库文件损坏，不能读取",
} as const;
export type BreakKind = keyof typeof BREAKS;

export interface BrokenLink {
  readonly chain: string;
  /** Null when there is no entry to name. */
  readonly position: number | null;
  readonly broken: BreakKind;
  readonly kind: string | null;
  readonly subject: string | null;
}

export interface AuditVerdict {
  readonly isIntact: boolean;
  readonly entries: number;
  /** The first broken link of each chain, in the order of the chains; what follows it proves nothing. */
  readonly broken: readonly BrokenLink[];
  readonly heads: readonly ChainHead[];
}

/**
 * Proves that the register is as it was written: every entry fits the hash before it, every row its entry, no row is without one,
 * and every requester can be read. `anchors` are ends of chains that were kept elsewhere.
 */
export async function verifyAudit(
  database: Database,
  { anchors = [] }: { readonly anchors?: readonly ChainHead[] } = {},
): Promise<AuditVerdict> {
  const { db } = database;
  const chains = await db.selectFrom("audit_chain").selectAll().orderBy("id").execute();
  const broken: BrokenLink[] = [];
  const heads: ChainHead[] = [];
  let entries = 0;
  for (const chain of chains) {
    const walk = new ChainWalk(
      database,
      chain,
      anchors.filter((anchor) => anchor.chain === chain.id),
    );
    const fault = await walk.follow();
    entries += walk.length;
    heads.push({ chain: chain.id, length: walk.length, hash: walk.head.toString("hex") });
    if (fault !== null) broken.push(fault);
  }
  for (const { chain, length } of anchors) {
    if (chains.some(({ id }) => id === chain)) continue;
    broken.push({ chain, position: length, broken: "anchor-lost", kind: null, subject: null });
  }
  for (const kind of Object.keys(AUDITED) as AuditedKind[]) {
    // the keys of a constant
    const subject = await readable(() => unloggedRow(db, kind));
    if (subject === null) continue;
    if (subject === UNREADABLE) broken.push({ chain: "", position: null, broken: "unreadable", kind, subject: null });
    else broken.push({ chain: "", position: null, broken: "row-unlogged", kind, subject });
  }
  return { isIntact: broken.length === 0, entries, broken, heads };
}

const UNREADABLE = Symbol("unreadable");

/** A page of the disk whose checksum does not fit is a finding here, not an error. */
async function readable<Value>(read: () => Promise<Value>): Promise<Value | typeof UNREADABLE> {
  try {
    return await read();
  } catch (error) {
    const fault: AppError | null = isAppError(error) ? error : null;
    if (fault?.code === "DATABASE_DAMAGED" || fault?.code === "DATA_UNSTORABLE") return UNREADABLE;
    throw error;
  }
}

type Entry = Selectable<Tables["audit_entry"]>;

type RowsByKind = ReadonlyMap<string, ReadonlyMap<string, AuditedRow>>;

class ChainWalk {
  readonly #database: Database;
  readonly #chain: Selectable<Tables["audit_chain"]>;
  readonly #anchors: ReadonlyMap<number, string>;
  #lastAt: string | null = null;
  head: Buffer = Buffer.alloc(32);
  length = 0;

  constructor(database: Database, chain: Selectable<Tables["audit_chain"]>, anchors: readonly ChainHead[]) {
    this.#database = database;
    this.#chain = chain;
    this.#anchors = new Map(anchors.map(({ length, hash }) => [length, hash]));
  }

  async follow(): Promise<BrokenLink | null> {
    for (;;) {
      const page = await readable(() => this.#nextPage());
      if (page === UNREADABLE) return this.#fault("unreadable");
      if (page.length === 0) return this.#atEnd();
      const rows = await readable(() => this.#rowsOf(page));
      if (rows === UNREADABLE) return this.#fault("unreadable");
      for (const entry of page) {
        const fault = this.#linkFault(entry) ?? (await this.#contentFault(entry, rows));
        if (fault !== null) return fault;
        this.length = entry.position;
        this.head = entry.hash;
        this.#lastAt = entry.recorded_at;
      }
    }
  }

  #nextPage(): Promise<Entry[]> {
    return (
      this.#database.db
        .selectFrom("audit_entry")
        .selectAll()
        .where("chain_id", "=", this.#chain.id)
        .where("position", ">", this.length)
        // What is written while we read is proved next time.
        .where("position", "<=", this.#chain.length)
        .orderBy("position")
        .limit(PAGE)
        .execute()
    );
  }

  async #rowsOf(page: readonly Entry[]): Promise<RowsByKind> {
    const found = new Map<string, Map<string, AuditedRow>>();
    for (const kind of Object.keys(AUDITED) as AuditedKind[]) {
      // the keys of a constant; files are read one by one, they may be large
      if (kind === "attachment") continue;
      const subjects = page.filter((entry) => entry.kind === kind).map(({ subject }) => subject);
      if (subjects.length > 0) found.set(kind, await rowsOf(this.#database.db, kind, subjects));
    }
    return found;
  }

  #linkFault(entry: Entry): BrokenLink | null {
    if (entry.position !== this.length + 1) return this.#fault("entry-missing");
    const { position, kind, subject, digest, hash } = entry;
    const expected = entryHash(this.head, {
      chain: this.#chain.id,
      position,
      kind,
      subject,
      digest: digest.toString("hex"),
      recordedAt: entry.recorded_at,
      recordedBy: entry.recorded_by,
    });
    if (!expected.equals(hash)) return this.#fault("entry-changed", entry);
    const anchor = this.#anchors.get(position);
    return anchor !== undefined && anchor !== hash.toString("hex") ? this.#fault("anchor-lost", entry) : null;
  }

  async #contentFault(entry: Entry, rows: RowsByKind): Promise<BrokenLink | null> {
    if (entry.kind === "attachment") return this.#fileFault(entry);
    return this.#rowFault(entry, rows) ?? (await this.#requesterFault(entry));
  }

  #rowFault(entry: Entry, rows: RowsByKind): BrokenLink | null {
    const kind = entry.kind as AuditedKind; // the hash has proved that we wrote it
    const row = rows.get(kind)?.get(entry.subject);
    if (row === undefined) return this.#fault("row-missing", entry);
    if (!digestOf(kind, row).equals(entry.digest)) return this.#fault("row-changed", entry);
    return null;
  }

  /** The chain holds the seal of a requester; the encrypted text must open and fit it. */
  async #requesterFault(entry: Entry): Promise<BrokenLink | null> {
    if (entry.kind !== "case_file") return null;
    const { db, keys } = this.#database;
    const row = await db
      .selectFrom("case_file")
      .select(["id", "requester", "key_id", "requester_kind", "requester_seal", "requester_index"])
      .where("id", "=", entry.subject)
      .executeTakeFirst();
    if (row === undefined) return this.#fault("row-missing", entry);
    try {
      const requester = keys.open(row);
      const isRight =
        keys.seals(requester, row.id).equals(row.requester_seal) &&
        keys.caseIndex(requester, row.id).equals(row.requester_index) &&
        requester.kind === row.requester_kind;
      return isRight ? null : this.#fault("requester-changed", entry);
    } catch {
      return this.#fault("requester-changed", entry); // the tag does not fit
    }
  }

  /** The chain holds the seal of a file, or name and hash of an old one; the file must open and fit them. */
  async #fileFault(entry: Entry): Promise<BrokenLink | null> {
    const { db, keys } = this.#database;
    const row = await readable(() => db.selectFrom("attachment").selectAll().where("id", "=", entry.subject).executeTakeFirst());
    if (row === UNREADABLE) return this.#fault("unreadable", entry);
    if (row === undefined) return this.#fault("row-missing", entry);
    let file: ReturnType<typeof contentOf>;
    try {
      file = contentOf(row, keys);
    } catch {
      return this.#fault("file-changed", entry); // the tag does not fit
    }
    const { name, sha256, bytes } = file;
    const isSealRight = row.content_seal?.equals(keys.fileSeal({ id: row.id, name, sha256 })) ?? true;
    if (!isSealRight || createHash("sha256").update(bytes).digest("hex") !== sha256) return this.#fault("file-changed", entry);
    const isFit = digestOf("attachment", { ...row, name, sha256: Buffer.from(sha256, "hex") }).equals(entry.digest);
    return isFit ? null : this.#fault("row-changed", entry);
  }

  #atEnd(): BrokenLink | null {
    if (this.length !== this.#chain.length) return this.#fault("entry-missing");
    if (!this.head.equals(this.#chain.head) || (this.length > 0 && this.#lastAt !== this.#chain.last_at))
      return this.#fault("end-changed");
    if (!isClosingProved(this.#chain)) return this.#fault("closing-changed");
    const lost = [...this.#anchors.keys()].find((length) => length > this.length);
    return lost === undefined ? null : { ...this.#fault("anchor-lost"), position: lost };
  }

  #fault(broken: BreakKind, entry: Entry | null = null): BrokenLink {
    return {
      chain: this.#chain.id,
      position: entry?.position ?? this.length + 1,
      broken,
      kind: entry?.kind ?? null,
      subject: entry?.subject ?? null,
    };
  }
}

const NEVER_CLOSED = "1970-01-01T00:00:00.000Z";

/** The instant a chain was closed at is in no entry: it is proved by a seal of its own. */
function isClosingProved({ id, closed_at: at, closed_seal: seal }: Selectable<Tables["audit_chain"]>): boolean {
  if (seal === null) return at === NEVER_CLOSED;
  return createHash("sha256").update(`${id}\u001f${at}`).digest().equals(seal);
}
