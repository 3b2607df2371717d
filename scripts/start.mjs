// npm start: sets up a fresh clone, then starts portal and office with a sample city and stays until Ctrl+C.
// npm start -- --once (or YANGGUANG_ONCE=1): makes sure that both answer, and ends.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectNode, ROOT, setUp } from "./setup.mjs";

setUp();
const words = process.argv.slice(2);
if (process.env.YANGGUANG_ONCE === "1" && !words.includes("--once")) words.push("--once");
const child = spawn(projectNode(), [join("bin", "yangguang.js"), "serve", "--sample", ...words], { cwd: ROOT, stdio: "inherit" });
// Ctrl+C reaches the child by itself, and it stops in its own order; a signal to us alone is handed on.
process.on("SIGINT", () => undefined);
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
