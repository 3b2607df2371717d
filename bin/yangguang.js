#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) {
  const { runCommand } = await import(main);
  process.exitCode = await runCommand(process.argv.slice(2));
} else {
  process.stderr.write("尚未编译。请在项目目录运行 npm start 或 npm run build。\n");
  process.exitCode = 2;
}
