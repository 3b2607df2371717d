import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
import { writeBackup } from "../../src/operations/safekeeping/write-backup.js";
import { makeSampleCity, sampleState } from "../../src/operations/sample/sample-city.js";
import { saveFigures } from "../../src/storage/stores/figure-store.js";
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
  folder = mkdtempSync(join(tmpdir(), "yangguang-safekeeping-"));
  backup = join(folder, "city.yangguang-backup");
  await writeBackup(office, { path: backup, passphrase: PASSPHRASE });
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

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
}, 120_000);

test("an exported folder makes the same register in a fresh installation", async () => {
  const out = join(folder, "open-files");
  const exported = await exportFolder(office, { folder: out, withKeys: true });
  expect(exported.files).toBeGreaterThan(5);
  const restored = await restoreFrom(() => readExport(out), { ...elsewhere(freshName()), passphrase: null, keyFileFrom: out });
  expect(restored).toMatchObject({ isProved: true, rows: exported.rows, differingTables: [], differingTallies: [] });
  const cases = readFileSync(join(out, "tables", "public.case_file.jsonl"), "utf8")
    .trim()
    .split("\n");
  expect(cases.length).toBeGreaterThan(15);
  expect(readFileSync(join(out, KEY_FILE), "utf8")).toBe(readFileSync(database.keys.path, "utf8"));
}, 120_000);

test("a backup without the passphrase of its keys leaves the database empty, and can be restored after all", async () => {
  const there = elsewhere(freshName());
  await expect(restoreBackup(backup, { ...there, passphrase: "不对" })).rejects.toMatchObject({ code: "BACKUP_UNREADABLE" });
  await expect(restoreBackup(backup, { ...there, passphrase: null })).rejects.toMatchObject({ code: "KEY_FILE_MISSING" });
  copyFileSync(database.keys.path, there.configuration.keyFile);
  expect((await restoreBackup(backup, { ...there, passphrase: null })).isProved).toBe(true);
}, 120_000);

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
}, 120_000);

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
}, 120_000);
