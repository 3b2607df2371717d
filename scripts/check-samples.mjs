// npm run check-samples: reads and checks the sample reports and writes one page of findings.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectNode, ROOT, setUp } from "./setup.mjs";

setUp();
const page = join("out", "findings.html");
mkdirSync(join(ROOT, "out"), { recursive: true });
const yangguang = (...words) =>
  spawnSync(projectNode(), [join("bin", "yangguang.js"), ...words], { cwd: ROOT, stdio: "inherit" }).status ?? 2;

const listed = yangguang("check", "examples", "--min-severity", "warning");
const written = yangguang("check", "examples", "--format", "html", "--output", page);
process.stdout.write(`用浏览器打开：${pathToFileURL(join(ROOT, page)).href}\n`);
// Findings in the samples are what is to be shown; only a file that cannot be read is a failure here.
process.exitCode = Math.max(listed, written) > 1 ? 1 : 0;
