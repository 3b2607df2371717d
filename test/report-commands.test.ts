import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yangguang-test-"));
  yangguang("rehearse", "--year", "2024", "--requests", "20", "--seed", "2", "--data", folder);
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

const ofYear = (year: string, ...words: string[]) =>
  yangguang(...words, "--agency", "rehearsal-1", "--year", year, "--data", folder);

test("the year after a rehearsed one is drafted: its books are open, and what only a person can write is marked", () => {
  expect(ofYear("2025", "books", "show").out).toContain("2024年政府信息公开工作年度报告（本系统定稿）");
  const draft = ofYear("2025", "report", "draft");
  expect(draft).toMatchObject({ code: 0, err: "" });
  expect(draft.out).toContain("【待写 overview.lead】");
  expect(draft.out).toContain("【待写 problems.promise-1】上年承诺：");
  const file = join(folder, "草稿.docx");
  expect(ofYear("2025", "report", "draft", "--to", file).code).toBe(0);
  expect(readdirSync(folder)).toContain("草稿.docx");
});

test("what is written stands in the draft; what is missing is listed, and nothing is frozen", () => {
  const written = ofYear("2025", "report", "write", "--place", "overview.lead", "--text", "2025年，本局依法公开政府信息。");
  expect(written.out).toContain("已写入“一、总体情况”");
  expect(ofYear("2025", "report", "check").code).toBe(1);
  const frozen = ofYear("2025", "report", "freeze");
  expect(frozen.code).toBe(1);
  expect(frozen.out).toMatch(/^还不能定稿，须先办完 \d+ 项：/);
  expect(frozen.out).not.toContain("（部署、重点、成效）");
  expect(ofYear("2025", "report", "editions").out).toBe("还没有定稿\n");
});

test("figures are tried and imported; a sheet with a fault is not", () => {
  const sheet = join(folder, "数字.csv");
  writeFileSync(sheet, "月份,行政许可\n2025-01,12\n");
  const words = ["figures", "import", "--agency", "rehearsal-1", "--from", sheet, "--data", folder];
  expect(yangguang(...words, "--dry-run")).toMatchObject({ code: 0, out: expect.stringContaining("将写入 1 个数字") });
  expect(yangguang(...words).out).toContain("已写入 1 个数字");
  writeFileSync(sheet, "月份,行政许可\n2025-02,十二\n");
  expect(yangguang(...words)).toMatchObject({ code: 1, out: expect.stringContaining("第 2 行第 2 列") });
});

test("the edition of the rehearsed year is released, its files kept and written", () => {
  const to = join(folder, "out");
  const released = ofYear("2024", "report", "release", "--to", to);
  expect(released).toMatchObject({ code: 0, err: "" });
  expect(
    readdirSync(to)
      .map((name) => name.split(".").at(-1))
      .toSorted(),
  ).toEqual(["csv", "docx", "html", "json", "pdf", "txt", "xlsx"]);
  expect(ofYear("2024", "report", "correct", "--reason", "更正").out).toContain("内容与第 1 版相同，没有可更正的。");
});
