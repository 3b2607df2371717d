import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import type { Office } from "../../src/operations/office.js";
import { preparePortal } from "../../src/operations/portal/prepare-portal.js";
import { exportFolder, KEY_FILE } from "../../src/operations/safekeeping/export-folder.js";
import { readExport } from "../../src/operations/safekeeping/read-export.js";
import { restoreBackup, restoreFrom } from "../../src/operations/safekeeping/restore.js";
import { columnWords, TABLE_WORDS } from "../../src/operations/safekeeping/table-words.js";
import { writeBackup } from "../../src/operations/safekeeping/write-backup.js";
import { makeSampleCity, sampleState } from "../../src/operations/sample/sample-city.js";
import { freshKeys, readKeyFile, writeKeyFile } from "../../src/storage/identity/key-file.js";
import { openDatabase } from "../../src/storage/open-database.js";
import { tableShapes } from "../../src/storage/safekeeping/table-shape.js";
import { addAttachment, loadAttachmentBytes } from "../../src/storage/stores/attachment-store.js";
import { loadCase } from "../../src/storage/stores/case-store.js";
import { saveFigures } from "../../src/storage/stores/figure-store.js";
import { addIssuedLetter } from "../../src/storage/stores/issued-letter-store.js";
import { write } from "../../src/storage/write.js";
import { day } from "../storage/register-builder.js";
import { type TestDatabase, testConfiguration, testDatabase } from "../storage/test-database.js";

const PASSPHRASE = "三个月亮 和 一条河";

let database: TestDatabase;
let office: Office;
let folder: string;
let backup: string;

beforeAll(async () => {
  database = await testDatabase();
  office = { database, calendar: STATE_COUNCIL_CALENDAR, now: () => new Date() };
  await preparePortal(database, database.configuration);
  await makeSampleCity(office, { requests: 12, withReport: false, tell: () => undefined });
  await answerOneCase();
  folder = mkdtempSync(join(tmpdir(), "yangguang-safekeeping-"));
  backup = join(folder, "city.yangguang-backup");
  await writeBackup(office, { path: backup, passphrase: PASSPHRASE });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

/** A letter with its file, and what the applicant handed in: the city has none of its own. */
async function answerOneCase(): Promise<void> {
  const { id: caseId, chain_id: chain } = await database.db
    .selectFrom("case_file")
    .select(["id", "chain_id"])
    .limit(1)
    .executeTakeFirstOrThrow();
  await write(database, { chain, recordedBy: "王敏" }, async (writing) => {
    const file = (id: string, name: string) => ({ id, agencyId: chain, caseId, name, bytes: Buffer.from(`${name}的内容`) });
    await addAttachment(writing, file("scan", "身份证.txt"));
    await addAttachment(writing, file("letter", "答复书.txt"));
    await addIssuedLetter(writing, {
      ...{ id: "l1", caseId, letterId: "L-GRANT", actEventId: "e1", number: "答复〔2025〕1号", datedOn: day("2025-03-04") },
      ...{ body: { draft: { title: "答复书" } }, docxId: "letter", pdfId: null },
    });
  });
}

/** An empty database beside, with no keys. */
function elsewhere(name: string) {
  return { configuration: testConfiguration(name), database: name };
}

const freshName = (): string => `test_kept_${Math.random().toString(36).slice(2, 10)}`;

test("a sample city is restored from its backup with every row, chain and figure, and says so", async () => {
  const restored = await restoreBackup(backup, { ...elsewhere(freshName()), passphrase: PASSPHRASE });
  expect(restored).toMatchObject({ isProved: true, isAuditIntact: true, differingTables: [], differingTallies: [] });
  expect(restored.rows).toBeGreaterThan(500);
  expect(restored.tallies).toBeGreaterThan(10);
});

test("an exported folder makes the same register in a fresh installation", async () => {
  const out = join(folder, "open-files");
  const exported = await exportFolder(office, { folder: out, withKeys: true, openedBy: null });
  expect(exported.files).toBeGreaterThan(5);
  const restored = await restoreFrom(() => readExport(out), { ...elsewhere(freshName()), passphrase: null, keyFileFrom: out });
  expect(restored).toMatchObject({ isProved: true, rows: exported.rows, differingTables: [], differingTallies: [] });
  const cases = readFileSync(join(out, "tables", "public.case_file.jsonl"), "utf8")
    .trim()
    .split("\n");
  expect(cases.length).toBeGreaterThan(15);
  expect(readFileSync(join(out, KEY_FILE), "utf8")).toBe(readFileSync(database.keys.path, "utf8"));
});

test("what a city takes with it in the clear can be read by any program, and makes the same register under other keys", async () => {
  const out = join(folder, "clear");
  const exported = await exportFolder(office, { folder: out, withKeys: false, openedBy: "张局长" });
  const rows = (table: string) =>
    readFileSync(join(out, "tables", `${table}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string | null>); // an object a row
  const one = await loadCase(database, rows("public.case_file")[0]?.id ?? "");
  expect(JSON.parse(rows("public.case_file")[0]?.requester ?? "")).toEqual(one?.request.requester);
  for (const { name, bytes, key_id } of rows("public.attachment")) {
    expect([name !== null, key_id]).toEqual([true, null]);
    const [, sha256 = ""] = (bytes ?? "").split(":");
    expect(
      createHash("sha256")
        .update(readFileSync(join(out, "files", sha256)))
        .digest("hex"),
    ).toBe(sha256);
  }
  expect(JSON.parse(rows("public.issued_letter")[0]?.opened_body ?? "")).toEqual({ draft: { title: "答复书" } });
  const sheet = readFileSync(join(out, "spreadsheets", "申请.csv"), "utf8");
  expect(sheet).toContain("申请编号,登记编号,机关编号");
  expect(sheet).toContain(one?.request.requester.name);
  expect(sheet).toContain(",自然人,");
  const act = await database.db.selectFrom("activity").selectAll().where("kind", "=", "persons-exported").execute();
  expect(act).toMatchObject([{ recorded_by: "张局长" }]);

  const there = elsewhere(freshName());
  const order = { ...there, passphrase: null, keyFileFrom: out };
  expect(await restoreFrom(() => readExport(out), order)).toMatchObject({
    ...{ isProved: true, rows: exported.rows, differingTables: [], differingTallies: [], isAuditIntact: true },
  });
  const { configuration, database: name } = there;
  expect(readKeyFile(configuration.keyFile)?.current).not.toBe(database.keys.file.current);
  const copy = await openDatabase(configuration, name);
  try {
    expect((await loadCase(copy, one?.request.id ?? ""))?.request.requester).toEqual(one?.request.requester);
    const [file] = await copy.db.selectFrom("attachment").select(["id", "key_id", "name"]).execute();
    expect(file).toMatchObject({ key_id: copy.keys.file.current, name: null });
    expect(await loadAttachmentBytes(copy, file?.id ?? "")).toEqual(await loadAttachmentBytes(database, file?.id ?? ""));
  } finally {
    await copy.close();
  }
});

test("the sealed form shows nobody, neither in its rows nor in its spreadsheets nor in its files", async () => {
  const out = join(folder, "sealed");
  await exportFolder(office, { folder: out, withKeys: false, openedBy: null });
  const [row] = await database.db.selectFrom("case_file").select("id").limit(1).execute();
  const name = (await loadCase(database, row?.id ?? ""))?.request.requester.name ?? "";
  expect(name).not.toBe("");
  for (const path of ["tables/public.case_file.jsonl", "tables/public.attachment.jsonl", "spreadsheets/申请.csv"]) {
    expect(readFileSync(join(out, path), "utf8"), path).not.toContain(name);
  }
  for (const file of readdirSync(join(out, "files"))) expect(readFileSync(join(out, "files", file)).includes(name)).toBe(false);
});

test("without the key file nothing is taken out in the clear", async () => {
  const { keyFile } = database.configuration;
  renameSync(keyFile, `${keyFile}.away`);
  try {
    await expect(openDatabase(database.configuration, database.name)).rejects.toMatchObject({ code: "KEY_FILE_MISSING" });
  } finally {
    renameSync(`${keyFile}.away`, keyFile);
  }
});

test("what was in the clear is not brought in under the keys of another register", async () => {
  const out = join(folder, "clear");
  const { configuration, database: name } = elsewhere(freshName());
  writeKeyFile(configuration.keyFile, freshKeys());
  const order = { configuration, database: name, passphrase: null, keyFileFrom: out };
  await expect(restoreFrom(() => readExport(out), order)).rejects.toMatchObject({ code: "KEY_FILE_INVALID" });
});

test("every table and every column that is kept has its words", async () => {
  const shapes = await tableShapes(database.db);
  const wordless = shapes.flatMap(({ name, columns }) =>
    columns.flatMap(([column]) => (columnWords(name, column) === null ? [`${name}.${column}`] : [])),
  );
  expect(wordless).toEqual([]);
  expect(shapes.filter(({ name }) => TABLE_WORDS[name] === undefined)).toEqual([]);
});

test("a backup without the passphrase of its keys leaves the database empty, and can be restored after all", async () => {
  const there = elsewhere(freshName());
  await expect(restoreBackup(backup, { ...there, passphrase: "不对" })).rejects.toMatchObject({ code: "BACKUP_UNREADABLE" });
  await expect(restoreBackup(backup, { ...there, passphrase: null })).rejects.toMatchObject({ code: "KEY_FILE_MISSING" });
  copyFileSync(database.keys.path, there.configuration.keyFile);
  expect((await restoreBackup(backup, { ...there, passphrase: null })).isProved).toBe(true);
});

test("nothing is restored over a register that is there", async () => {
  const order = { configuration: database.configuration, database: database.name, passphrase: PASSPHRASE };
  await expect(restoreBackup(backup, order)).rejects.toMatchObject({ code: "RESTORE_NOT_EMPTY" });
  expect(await sampleState(office)).toBe("complete");
});

test("a backup that was cut off, or is something else, is refused and leaves nothing behind", async () => {
  const there = elsewhere(freshName());
  const whole = readFileSync(backup);
  const lines = gunzipSync(whole).toString("utf8").trimEnd().split("\n");
  const damaged: [string, Uint8Array][] = [
    ["cut in the middle", whole.subarray(0, whole.length / 2)],
    ["without its end", gzipSync(`${lines.slice(0, -1).join("\n")}\n`)],
    [
      "with a row less",
      gzipSync(`${lines.filter((_, at) => at !== lines.findIndex((line) => line.startsWith("["))).join("\n")}\n`),
    ],
    ["no backup at all", new TextEncoder().encode("姓名,金额\n")],
  ];
  for (const [name, bytes] of damaged) {
    const path = join(folder, `${name}.yangguang-backup`);
    writeFileSync(path, bytes);
    await expect(restoreBackup(path, { ...there, passphrase: PASSPHRASE }), name).rejects.toMatchObject({
      code: "BACKUP_UNREADABLE",
    });
  }
  expect((await restoreBackup(backup, { ...there, passphrase: PASSPHRASE })).isProved).toBe(true);
});

test("a backup made while people go on writing holds one moment", async () => {
  const path = join(folder, "busy.yangguang-backup");
  let hasEnded = false;
  const writing = (async () => {
    for (let at = 0; !hasEnded; at++) {
      const figure = {
        id: `busy-${at}`,
        row: "art20_5.licensing",
        column: "decisions",
        month: "2025-03",
        value: at,
        source: "试",
        version: at,
      };
      await saveFigures(database, "shili", { figures: [figure], recordedBy: "试" });
    }
  })();
  await writeBackup(office, { path, passphrase: PASSPHRASE }).finally(() => {
    hasEnded = true;
  });
  await writing;
  const restored = await restoreBackup(path, { ...elsewhere(freshName()), passphrase: PASSPHRASE });
  expect(restored).toMatchObject({ isProved: true, differingTables: [] });
});
