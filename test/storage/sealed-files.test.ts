import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../src/storage/audit/verify-audit.js";
import { rotateKey } from "../../src/storage/identity/rotate-key.js";
import { openFile, openLabel, sealFile } from "../../src/storage/identity/sealed-file.js";
import { attachmentsOfCase, loadAttachmentBytes, saveAttachment } from "../../src/storage/stores/attachment-store.js";
import { attachmentTexts, keepAttachmentText } from "../../src/storage/stores/attachment-text-store.js";
import { openCases } from "../../src/storage/stores/case-store.js";
import { sealOpenFiles } from "../../src/storage/stores/seal-open-files.js";
import { type Writing, write } from "../../src/storage/write.js";
import { addAgency, day, infoRequest } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

const NAME = "张晓宁身份证.txt";
const WORDS = "这一份扫描件是张晓宁的身份证";
const BYTES = new TextEncoder().encode(WORDS);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
  const events = [{ id: "c1-1", body: { type: "received" as const, on: day("2025-03-03") } }];
  await openCases(database, [{ request: infoRequest("c1", "A1"), events }], "李登记");
});
afterAll(() => database.close());

const save = (id: string) => saveAttachment(database, { id, agencyId: "A1", caseId: "c1", name: NAME, bytes: BYTES }, "李登记");
const textOf = async (id: string) => Buffer.from((await loadAttachmentBytes(database, id)) ?? []).toString("utf8");

/** Puts a file in as it was recorded before files were sealed. */
async function recordOpen(writing: Writing, id: string): Promise<void> {
  const { chain, recordedAt, recordedBy } = writing;
  await writing.add("attachment", [
    {
      ...{ id, chain_id: chain, case_id: "c1", name: NAME, media_type: "text/plain", bytes: Buffer.from(BYTES) },
      ...{ sha256: createHash("sha256").update(BYTES).digest(), key_id: null, envelope: null, content_seal: null },
      ...{ recorded_at: recordedAt, recorded_by: recordedBy },
    },
  ]);
}

test("no file of the database holds the name or the content of an attachment, nor the text that was read out of it", async () => {
  const saved = await save("f1");
  await keepAttachmentText(database, "f1", WORDS);
  expect(saved).toMatchObject({ name: NAME, size: BYTES.length });
  expect(await attachmentsOfCase(database, "c1")).toEqual([saved]);
  expect(await textOf("f1")).toBe(WORDS);
  expect(await attachmentTexts(database, ["f1"])).toEqual(new Map([["f1", WORDS]]));
  await sql`checkpoint`.execute(database.db);
  const directory = join(database.configuration.dataDirectory, "server");
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes("programs-"),
  );
  const holding = (needle: string | Buffer) =>
    files.filter((entry) => {
      try {
        return readFileSync(join(entry.parentPath, entry.name)).includes(needle);
      } catch {
        return false; // the server has deleted it meanwhile
      }
    });
  for (const secret of ["张晓宁", "扫描件是", Buffer.from(saved.sha256, "hex")]) expect(holding(secret)).toEqual([]);
  expect(holding("李登记").length).toBeGreaterThan(0);
});

test("two equal files look different: nobody sees that they are the same", async () => {
  await save("f2");
  const { rows } = await sql<{ count: number }>`
    select count(distinct bytes) + count(distinct content_seal) as count from attachment where id in ('f1', 'f2')`.execute(
    database.db,
  );
  expect(rows[0]?.count).toBe(4);
});

test("a byte changed anywhere, another file or another key opens nothing", () => {
  const key = randomBytes(32);
  const file = { id: "f1", name: NAME, sha256: "00".repeat(32), bytes: BYTES };
  const sealed = sealFile(file, key);
  expect(openFile(sealed, "f1", key)).toEqual({ ...file, bytes: Buffer.from(BYTES) });
  for (const part of ["envelope", "bytes"] as const) {
    for (let at = 0; at < sealed[part].length; at++) {
      const changed = { ...sealed, [part]: Buffer.from(sealed[part]) };
      changed[part][at] = (changed[part][at] ?? 0) ^ 1;
      expect(() => openFile(changed, "f1", key), `${part} ${at}`).toThrow();
    }
  }
  expect(() => openLabel(sealed.envelope, "f2", key)).toThrow();
  expect(() => openLabel(sealed.envelope, "f1", randomBytes(32))).toThrow();
});

test("a file recorded before files were sealed is read, sealed later, and the chain stays whole all the while", async () => {
  await write(database, { chain: "A1", recordedBy: "李登记" }, (writing) => recordOpen(writing, "old"));
  await sql`insert into attachment_text (attachment_id, body_text) values ('old', ${WORDS})`.execute(database.db);
  const before = await attachmentsOfCase(database, "c1");
  expect(await textOf("old")).toBe(WORDS);
  expect((await verifyAudit(database)).broken).toEqual([]);

  expect(await sealOpenFiles(database)).toEqual({ files: 1, texts: 1 });
  expect(await attachmentsOfCase(database, "c1")).toEqual(before);
  expect(await textOf("old")).toBe(WORDS);
  expect((await attachmentTexts(database, ["old"])).get("old")).toBe(WORDS);
  expect((await verifyAudit(database)).broken).toEqual([]);
  const { rows } = await sql`select from attachment where name is not null or key_id is null`.execute(database.db);
  expect(rows).toEqual([]);
  expect(await sealOpenFiles(database)).toEqual({ files: 0, texts: 0 });
});

test("a change of the key renews every envelope and no file, and the chain stays whole", async () => {
  const bytes = () => sql`select id, bytes from attachment order by id`.execute(database.db);
  const before = await bytes();
  const { envelopes, keyId, retired } = await rotateKey(database, "管理员");
  expect(envelopes).toBe(3);
  expect(retired).toHaveLength(1);
  expect((await bytes()).rows).toEqual(before.rows);
  const keys = await database.db.selectFrom("attachment").select("key_id").distinct().execute();
  expect(keys).toEqual([{ key_id: keyId }]);
  expect(await textOf("old")).toBe(WORDS);
  expect((await verifyAudit(database)).isIntact).toBe(true);
});

test.each([
  ["its bytes", "bytes = '\\x00'"],
  ["its name, which lies in the envelope", "name = 'x'"],
  ["whose case it is of", "case_id = null"],
  ["its seal", "content_seal = null"],
])("of a sealed file nothing is changed again: %s", async (_what, change) => {
  await expect(sql.raw(`update attachment set ${change} where id = 'f1'`).execute(database.db)).rejects.toThrow();
});
