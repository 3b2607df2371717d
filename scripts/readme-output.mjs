// Puts the real output of npm run check-samples' first command into both READMEs. test/readme.test.ts fails when they differ.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, setUp } from "./setup.mjs";

setUp();
const { stdout } = spawnSync(process.execPath, ["bin/yangguang.js", "check", "examples", "--min-severity", "warning"], {
  cwd: ROOT,
  encoding: "utf8",
});
for (const name of ["README.md", "README.zh-CN.md"]) {
  const path = join(ROOT, name);
  const page = readFileSync(path, "utf8");
  const block = `<!-- output: npm run check-samples -->\n\`\`\`text\n${stdout.trimEnd()}\n\`\`\`\n<!-- end -->`;
  writeFileSync(
    path,
    page.replace(/<!-- output: npm run check-samples -->[\s\S]*?<!-- end -->/, () => block),
  );
}
