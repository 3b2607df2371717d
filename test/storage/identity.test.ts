import { chmodSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKeyFile, withFreshKey, writeKeyFile } from "../../src/storage/identity/key-file.js";
import { rotateKey } from "../../src/storage/identity/rotate-key.js";
import { decryptRequester, encryptRequester, requesterIndex } from "../../src/storage/identity/sealing.js";
import { openDatabase } from "../../src/storage/open-database.js";
import { casesOfRequester, loadCase, openCases } from "../../src/storage/stores/case-store.js";
import { addAgency, day, IDENTITY_NUMBER, infoRequest } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
  await open(["c1", "c2", "c3"]);
});
afterAll(() => database.close());

const open = (ids: readonly string[]) =>
  openCases(
    database,
    ids.map((id) => ({
      request: infoRequest(id, "A1"),
      events: [{ id: `${id}-1`, body: { type: "received", on: day("2025-03-03") } }],
    })),
    "李登记",
  );

const requester = infoRequest("", "").requester;
const key = Buffer.alloc(32, 7);

test("no file of the database holds a name, a number or an address of a requester", async () => {
  await sql`checkpoint`.execute(database.db);
  const secrets = [requester.name, IDENTITY_NUMBER, requester.contact.phone ?? "", "泺源大街"].map((text) =>
    Buffer.from(text, "utf8"),
  );
  const directory = join(database.configuration.dataDirectory, "server");
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = (needle: Buffer) =>
    files.filter((entry) => {
      const path = join(entry.parentPath, entry.name);
      try {
        return !path.includes("programs-") && readFileSync(path).includes(needle);
      } catch {
        return false; // the server has deleted it meanwhile
      }
    });
  for (const secret of secrets) expect(found(secret), secret.toString()).toEqual([]);
  // What is not secret is found, so the search does search: the description of the request.
  expect(found(Buffer.from("低保资金发放", "utf8")).length).toBeGreaterThan(0);
});

test("the key file and the password lie outside the files of the server, and only their owner can read them", () => {
  const { dataDirectory, keyFile } = database.configuration;
  for (const path of [keyFile, join(dataDirectory, "database-password")]) expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a byte changed anywhere, another case or another key opens nothing", () => {
  const sealed = encryptRequester(requester, "c1", key);
  expect(decryptRequester(sealed, "c1", key)).toEqual(requester);
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => decryptRequester(changed, "c1", key)).toThrow();
  }
  expect(() => decryptRequester(sealed, "c2", key)).toThrow();
  expect(() => decryptRequester(sealed, "c1", Buffer.alloc(32, 8))).toThrow();
  expect(encryptRequester(requester, "c1", key).equals(sealed)).toBe(false);
});

test("the index tells kinds of documents and keys apart", () => {
  const of = (document: "id-card" | "passport", bytes: Buffer) =>
    requesterIndex({ document, number: "G123" }, bytes).toString("hex");
  expect(new Set([of("id-card", key), of("passport", key), of("passport", Buffer.alloc(32, 8))]).size).toBe(3);
});

test("a change of the key encrypts every row anew, retires the old key, and requesters are still found", async () => {
  const before = readKeyFile(database.configuration.keyFile);
  const other = await openDatabase(database.configuration, database.name);
  const outcome = await rotateKey(database, "管理员");
  expect(outcome).toMatchObject({ reencrypted: 3, envelopes: 0, retired: [before?.current] });
  const rows = await database.db.selectFrom("case_file").select("key_id").distinct().execute();
  expect(rows).toEqual([{ key_id: outcome.keyId }]);
  expect([...(readKeyFile(database.configuration.keyFile)?.keys.keys() ?? [])]).toEqual([outcome.keyId]);
  // A process that has the old key in its memory reads the file again, to read and to write.
  expect((await loadCase(other, "c1"))?.request.requester).toEqual(requester);
  await openCases(other, [{ request: infoRequest("c4", "A1"), events: [] }], "李登记");
  await other.close();
  const span = { agencyId: "A1", requester, from: "2025-03-01", to: "2025-03-31" };
  expect(await casesOfRequester(database, span)).toEqual(["c1", "c2", "c3", "c4"]);
});

test("a change of the key that was broken off is finished by the next, and nothing is unreadable in between", async () => {
  // As after a kill: the fresh key is in the file, the database does not know of it.
  writeKeyFile(database.configuration.keyFile, withFreshKey(database.keys.file));
  const again = await openDatabase(database.configuration, database.name);
  expect((await loadCase(again, "c1"))?.request.requester).toEqual(requester);
  await rotateKey(again, "管理员");
  expect((await loadCase(again, "c1"))?.request.requester).toEqual(requester);
  await again.close();
  expect((await loadCase(database, "c1"))?.request.requester).toEqual(requester);
});

test("without its key file a register does not open, and no fresh key is made", async () => {
  const { keyFile } = database.configuration;
  renameSync(keyFile, `${keyFile}.away`);
  await expect(openDatabase(database.configuration, database.name)).rejects.toMatchObject({ code: "KEY_FILE_MISSING" });
  expect(readKeyFile(keyFile)).toBeNull();
  renameSync(`${keyFile}.away`, keyFile);
});

test.each([
  ["readable by others", (path: string) => chmodSync(path, 0o644), "其他用户可以读取"],
  ["not JSON", (path: string) => writeFileSync(path, "{"), "不是有效的 JSON"],
  [
    "with a short key",
    (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace(/"index": ".*"/, '"index": "AAAA"')),
    "密钥长度不对",
  ],
  [
    "without its current key",
    (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace(/"current": "k/, '"current": "x')),
    "没有当前密钥",
  ],
  [
    "of another register",
    (path: string) => writeKeyFile(path, withFreshKey({ current: "", keys: new Map(), index: key })),
    "不是这个数据库的密钥",
  ],
])("a key file that is %s is refused with a sentence", async (_what, spoil, detail) => {
  const { keyFile } = database.configuration;
  const right = readFileSync(keyFile);
  spoil(keyFile);
  const opening = expect(openDatabase(database.configuration, database.name)).rejects;
  await opening.toMatchObject({ code: "KEY_FILE_INVALID", message: expect.stringContaining(detail) });
  writeFileSync(keyFile, right);
  chmodSync(keyFile, 0o600);
});
