// npm run build: the program (tsc), the pages of the office, the script of the portal and its check of reports (vite), at the same time. Types are checked by npm run typecheck.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./setup.mjs";

const tool = (name, ...words) =>
  new Promise((resolve) => {
    const program = join(ROOT, "node_modules", ".bin", name);
    const child = spawn(program, words, { cwd: ROOT, shell: process.platform === "win32", stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("error", (error) => resolve({ name, status: 1, said: error.message }));
    child.on("close", (status) => resolve({ name, status: status ?? 1, said }));
  });

const built = await Promise.all([
  tool("tsc", "-p", "tsconfig.build.json", "--noCheck"),
  tool("vite", "build", "--logLevel", "warn"),
  tool("vite", "build", "-c", "vite.portal.config.ts", "--logLevel", "warn"),
  tool("vite", "build", "-c", "vite.check.config.ts", "--logLevel", "warn"),
]);
for (const { name, status, said } of built) {
  if (status === 0) continue;
  process.stderr.write(`${said}\n${name}：未成功。\n`);
  process.exitCode = 1;
}
