import { expect, test } from "vitest";
import { JOBS } from "../../server/jobs/jobs.js";
import { jobWords } from "./job-words.js";

test.each([
  ["send-notices", { collected: 31, mailed: 0, failed: 0 }, "新提醒 31 条"],
  ["send-notices", { collected: 2, mailed: 2, failed: 1 }, "新提醒 2 条，发出邮件 2 封，1 封没有发出，以后再发"],
  ["take-in-submissions", { taken: 3, left: ["A1"] }, "登记 3 件，1 件要人看"],
  ["back-up", { name: "n", size: 9, sha256: "f", rows: 5026, isProved: true, differing: [] }, "5,026 行，恢复后核对一致"],
  ["back-up", { rows: 2, isProved: false, differing: ["audit_log"] }, "2 行，1 处与原库不同，恢复后核对不一致"],
  ["push-request-status", { changed: 0 }, ""],
  ["refresh-portal-terms", {}, ""],
  ["back-up", { code: "DISK_FULL", message: "磁盘满了。" }, "磁盘满了。"],
  ["back-up", { code: "TypeError" }, "TypeError"],
  ["back-up", "完成", "完成"],
  ["back-up", null, ""],
])("%s told %j", (job, detail, words) => {
  expect(jobWords(job, detail)).toBe(words);
});

test("no job is told in the names of the program", () => {
  for (const { id } of JOBS) expect(jobWords(id, { changed: 1, sent: 1, rows: 1, counts: 1 })).not.toMatch(/[a-z]/);
});
