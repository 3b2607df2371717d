import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

test("two thousand mutated files are read or end in a coded error; none crashes, none hangs", { timeout: 400_000 }, () => {
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, "scripts", "fuzz.mjs"), "--inputs", "2000"], {
    encoding: "utf8",
  });
  expect(stdout).toContain("inputs 2000");
  expect(stdout).toContain("bugs: 0");
  expect(status).toBe(0);
});
