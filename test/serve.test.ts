import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

test("the sample city is made, both servers answer, and everything stops", { timeout: 240_000 }, async () => {
  const data = mkdtempSync(join(tmpdir(), "yangguang-serve-"));
  chmodSync(data, 0o711); // the embedded server runs as another user where we are root
  const words = [join(ROOT, "bin", "yangguang.js"), "serve", "--sample", "--once", "--office-port", "0", "--portal-port", "0"];
  const env = { ...process.env, YANGGUANG_DATA_DIRECTORY: data, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  const child = spawn(process.execPath, words, { cwd: data, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(code, said).toBe(0);
  expect(said).toMatch(/公开平台 {2}http:\/\/127\.0\.0\.1:\d+/);
  expect(said).toMatch(/办公室 {4}http:\/\/127\.0\.0\.1:\d+/);
  expect(said).toContain("两个地址都已确认可以访问");
  expect(said).toMatch(/密码都是：\S{19}/);
  expect(existsSync(join(data, "sample", "server"))).toBe(true);
  expect(existsSync(join(data, "server"))).toBe(false);
  rmSync(data, { recursive: true, force: true });
});
