import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { configurationIn } from "../src/operations/open-register.js";
import { openDatabase } from "../src/storage/open-database.js";

const ROOT = join(import.meta.dirname, "..");

let folder = "";
let rehearsed = { out: "", err: "", code: null as number | null };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yangguang-test-"));
  rehearsed = yangguang("rehearse", "--year", "2025", "--requests", "30", "--seed", "2", "--data", folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a user would. */
function yangguang(...words: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, "bin", "yangguang.js"), ...words], {
    encoding: "utf8",
    cwd: tmpdir(),
  });
  return { out: stdout, err: stderr, code: status };
}

test("rehearse says what it counted and leaves the report in every form in the folder", () => {
  expect(rehearsed).toMatchObject({ code: 0, err: "" });
  expect(rehearsed.out).toContain("演练市自然资源和规划局　2025年（演练，数据均为虚构）");
  expect(rehearsed.out).toContain("申请 30 件");
  const forms = readdirSync(join(folder, "reports", "rehearsal-1")).map((name) => name.split(".").at(-1));
  expect(forms.sort()).toEqual(["csv", "docx", "html", "json", "pdf", "txt", "xlsx"]);
});

test("rehearse refuses a folder that has a register", () => {
  const again = yangguang("rehearse", "--year", "2025", "--data", folder);
  expect(again).toMatchObject({ code: 2, out: "", err: expect.stringContaining("（REHEARSAL_REGISTER_IN_USE）") });
});

test("tally prints the tables, and as JSON the records behind each cell", () => {
  const words = ["tally", "--agency", "rehearsal-1", "--year", "2025", "--data", folder];
  expect(yangguang(...words).out).toContain("三、收到和处理政府信息公开申请情况");
  const { out, code } = yangguang(...words, "--format", "json");
  const { cells, as_of: asOf } = JSON.parse(out);
  const received = cells.find((cell: { row: string; column: string }) => cell.row === "new_received" && cell.column === "total");
  expect(code).toBe(0);
  expect(received.value).toBeGreaterThan(0);
  expect(new Set(received.records).size).toBe(received.value);
  expect(JSON.parse(yangguang(...words, "--as-of", asOf, "--format", "json").out).cells).toEqual(cells);
});

test("tally with an instant before anything was recorded knows no agency, and refuses one without a zone or to come", () => {
  const words = ["tally", "--agency", "rehearsal-1", "--year", "2025", "--data", folder, "--as-of"];
  expect(yangguang(...words, "2025-06-30T16:00:00Z").err).toContain("（AGENCY_UNKNOWN）");
  for (const instant of ["2026-01-20", "2026-01-20T08:00:00", "9999-01-01T00:00:00Z"]) {
    expect(yangguang(...words, instant)).toMatchObject({ code: 2, err: expect.stringContaining("（OPTION_INVALID）") });
  }
});

test("rebuild makes what is derived again, and audit verify finds that it follows from the events", () => {
  expect(yangguang("rebuild", "--data", folder)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/已重建：办理情况 \d+ 条，列表 \d+ 件/),
  });
  const verified = yangguang("audit", "verify", "--data", folder, "--format", "json");
  expect(JSON.parse(verified.out).differing).toEqual({ courses: [], summaries: [], kept_counts: [] });
});

test("audit verify ends with 0 and the ends of the chains, and with 1 and the first broken link once a record is changed", async () => {
  const whole = yangguang("audit", "verify", "--data", folder);
  expect(whole).toMatchObject({ code: 0, out: expect.stringContaining("日志完整：2 条链") });

  const database = await openDatabase(configurationIn(folder));
  await database.db.connection().execute(async (db) => {
    // As somebody would who owns the server: no guard sees it.
    await sql`set session_replication_role = replica`.execute(db);
    await sql`update monthly_figure set value = value + 1 where id = 'rehearsal-1-art20_5.licensing-decisions-3-1'`.execute(db);
  });
  await database.close();

  const broken = yangguang("audit", "verify", "--data", folder);
  expect(broken.code).toBe(1);
  expect(broken.out).toMatch(/链 rehearsal-1：日志第 \d+ 条所记的内容已被改动（monthly_figure .*）/);
  const { is_intact: isIntact, breaks } = JSON.parse(yangguang("audit", "verify", "--data", folder, "--format", "json").out);
  expect(isIntact).toBe(false);
  expect(breaks).toMatchObject([{ chain: "rehearsal-1", kind: "monthly_figure" }]);
});

test("a folder that is not there is an error, and is not made", () => {
  const nowhere = join(folder, "nowhere");
  expect(yangguang("audit", "verify", "--data", nowhere)).toMatchObject({
    code: 2,
    err: expect.stringContaining("（FILE_NOT_FOUND）"),
  });
  expect(existsSync(nowhere)).toBe(false);
});
