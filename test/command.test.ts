import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const EXAMPLES = join(ROOT, "examples");
const WITH_ERRORS = join(EXAMPLES, "000_07451c4d5fbe7ae9.txt");
const WITHOUT_ERRORS = join(EXAMPLES, "004_7060708fe6e50732.txt");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yangguang-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a user would, with its output in pipes. */
function yangguang(...words: string[]): { readonly out: string; readonly err: string; readonly code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, "bin", "yangguang.js"), ...words], {
    encoding: "utf8",
    cwd: folder,
  });
  return { out: stdout, err: stderr, code: status };
}

describe("exit codes", () => {
  test("0 when nothing of the asked severity is found", () => {
    expect(yangguang("check", WITHOUT_ERRORS, "--min-severity", "error").code).toBe(0);
  });

  test("1 when something is", () => {
    expect(yangguang("check", WITH_ERRORS, "--min-severity", "error").code).toBe(1);
  });

  test("2 when a file cannot be read, and the others are still checked", () => {
    const broken = join(folder, "broken.docx");
    writeFileSync(broken, "PK\u0003\u0004 no archive");
    const { out, code } = yangguang("check", broken, WITH_ERRORS);
    expect(code).toBe(2);
    expect(out).toContain("无法读取（FILE_DAMAGED）");
    expect(out).toContain("前进区商务和经济合作局");
    expect(out.indexOf("broken.docx")).toBeLessThan(out.indexOf("000_07451c4d5fbe7ae9.txt"));
  });

  test("2 with a sentence and a code when the call is wrong", () => {
    expect(yangguang("check", "nowhere.docx")).toMatchObject({ code: 2, err: expect.stringContaining("（FILE_NOT_FOUND）") });
    expect(yangguang("check", WITH_ERRORS, "--format", "word")).toMatchObject({
      code: 2,
      err: expect.stringContaining("可用的值：text、json、sarif"),
    });
    expect(yangguang("explain", "no/such")).toMatchObject({ code: 2, err: expect.stringContaining("（CHECK_UNKNOWN）") });
  });
});

test("a reader that has seen enough ends the command quietly", () => {
  const command = `"${process.execPath}" "${join(ROOT, "bin", "yangguang.js")}" checks --json | head -c 10`;
  const { stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect(stderr).toBe("");
});

describe("check", () => {
  test("takes folders, globs and zip archives with Chinese names, in the order of input", () => {
    const reports = join(folder, "reports");
    mkdirSync(reports);
    cpSync(WITH_ERRORS, join(reports, "甲.txt"));
    writeFileSync(
      join(reports, "乙.zip"),
      zipSync({ "内/丙.txt": readFileSync(WITHOUT_ERRORS), "内/说明.exe": new Uint8Array(4) }),
    );
    const named = (words: string[]) =>
      JSON.parse(yangguang("check", ...words, "--format", "json").out).files.map(({ file }: { file: string }) =>
        file.slice(file.indexOf("reports")),
      );
    expect(named([reports])).toEqual(["reports/乙.zip/内/丙.txt", "reports/甲.txt"]);
    expect(named([join(reports, "*.txt")])).toEqual(["reports/甲.txt"]);
  });

  test("writes each listing to a file and says so", () => {
    for (const format of ["text", "json", "sarif", "html", "xlsx", "csv"]) {
      const path = join(folder, `findings.${format}`);
      expect(yangguang("check", EXAMPLES, "--format", format, "-o", path).err).toContain("已写入");
      expect(readFileSync(path).length).toBeGreaterThan(1000);
    }
    expect(readFileSync(join(folder, "findings.text"), "utf8")).not.toContain("\u001b[");
    expect(readFileSync(join(folder, "findings.xlsx")).subarray(0, 2).toString()).toBe("PK");
  });

  test("a waived finding no longer counts, in this run and the next", () => {
    const errors = JSON.parse(yangguang("check", WITH_ERRORS, "--format", "json", "--min-severity", "error").out).files[0]
      .findings;
    const waivers = join(folder, "waivers.json");
    const decisions = errors.map(({ fingerprint }: { fingerprint: string }) => ({
      fingerprint,
      decision: "waived",
      reason: "已说明",
    }));
    writeFileSync(waivers, JSON.stringify({ version: 1, decisions }));
    const { out, code } = yangguang("check", WITH_ERRORS, "--min-severity", "error", "--waivers", waivers);
    expect(code).toBe(0);
    expect(out).toContain("已豁免：已说明");
  });

  test("gives the same bytes again", () => {
    const run = () => yangguang("check", EXAMPLES, "--format", "json").out;
    expect(run()).toBe(run());
  });
});

describe("read, compare, checks, explain", () => {
  test("read --values prints one plain object", () => {
    const values = JSON.parse(yangguang("read", WITH_ERRORS, "--values").out);
    expect(values).toMatchObject({ format: "f2019", report_year: 2020, requests: { new_received: { natural: 0 } } });
  });

  test("read shows the tables with the place of every row", () => {
    const { out } = yangguang("read", WITH_ERRORS);
    expect(out).toContain("表三　收到和处理政府信息公开申请情况");
    expect(out).toMatch(/（七）总计.*第\d+行/);
  });

  test("compare tells cells and sentences of two reports apart", () => {
    const { out, code } = yangguang("compare", WITH_ERRORS, join(EXAMPLES, "003_8235322760681d5c.txt"));
    expect(out).toMatch(/表格：\d+ 格不同，\d+ 格相同/);
    expect(out).toContain("1828");
    expect(code).toBe(1);
  });

  test("every check has a page that explain prints", () => {
    const checks = JSON.parse(yangguang("checks", "--json").out);
    expect(checks.length).toBeGreaterThan(30);
    const { out, code } = yangguang("explain", checks[0].id);
    expect(code).toBe(0);
    for (const heading of ["依据", "检查什么", "例", "何时不适用"]) expect(out).toContain(heading);
  });
});
