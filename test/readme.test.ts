import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

test.each(["README.md", "README.zh-CN.md"])("%s shows what npm run check-samples really prints", (name) => {
  const [, shown] =
    /<!-- output: npm run check-samples -->\n```text\n([\s\S]*?)\n```\n<!-- end -->/.exec(
      readFileSync(join(ROOT, name), "utf8"),
    ) ?? [];
  const words = ["bin/yangguang.js", "check", "examples", "--min-severity", "warning"];
  const { stdout } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8" });
  expect(shown).toBe(stdout.trimEnd());
});
