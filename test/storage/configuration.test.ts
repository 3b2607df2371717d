import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseConfiguration } from "../../src/storage/configuration.js";
import { readConfiguration } from "../../src/storage/read-configuration.js";

const parse = (text: string | null, environment: Record<string, string> = {}) =>
  parseConfiguration({ text, path: "yangguang.config.json", environment, folder: "/srv/yangguang" });

test("without a file everything has a default, outside the working folder", () => {
  const { dataDirectory, keyFile, database } = parse(null, { XDG_DATA_HOME: "/home/a/.data" });
  expect(dataDirectory).toBe(process.getuid?.() === 0 ? "/var/lib/yangguang" : "/home/a/.data/yangguang");
  expect(keyFile).toBe(join(dataDirectory, "identity-keys.json"));
  expect(database).toEqual({
    ...{ url: null, binaries: null, port: null, connections: 10, startSeconds: 60, connectSeconds: 10 },
    ...{ statementSeconds: 120, freeMegabytes: 256 },
  });
});

test("paths of the file are relative to it; the environment wins over the file", () => {
  const text = JSON.stringify({ dataDirectory: "data", keyFile: "/etc/keys.json", database: { port: 5433, connections: 3 } });
  expect(parse(text)).toMatchObject({
    dataDirectory: "/srv/yangguang/data",
    keyFile: "/etc/keys.json",
    database: { port: 5433 },
  });
  const environment = { YANGGUANG_DATABASE_PORT: "6000", DATABASE_URL: "postgres://a@b/c", YANGGUANG_DATA_DIRECTORY: "" };
  expect(parse(text, environment)).toMatchObject({
    ...{ dataDirectory: "/srv/yangguang/data", database: { port: 6000, connections: 3, url: "postgres://a@b/c" } },
  });
});

test.each([
  ["{", {}, "不是有效的 JSON"],
  ["[]", {}, "应为对象"],
  ['{"dataDir": "x"}', {}, "没有名为“dataDir”的设置"],
  ['{"database": {"prot": 1}}', {}, "database：没有名为“prot”的设置"],
  ['{"database": {"port": "5432"}}', {}, "database.port：应为数字"],
  ['{"database": {"port": 80}}', {}, "database.port：不能小于 1024"],
  ['{"database": {"connections": 1000}}', {}, "database.connections：不能大于 100"],
  ['{"database": {"connections": 1.5}}', {}, "database.connections：应为整数"],
  ['{"dataDirectory": ""}', {}, "dataDirectory：不能为空"],
  [null, { DATABASE_URL: "mysql://a/b" }, "database.url：应以 postgres://"],
  [null, { YANGGUANG_DATABASE_PORT: "x" }, "database.port：应为数字"],
  ['{"__proto__": {"x": 1}}', {}, "没有名为“__proto__”的设置"],
])("%s with %j is refused with a sentence", (text, environment, words) => {
  expect(() => parse(text, environment as Record<string, string>)).toThrow(
    expect.objectContaining({ code: "CONFIG_INVALID", message: expect.stringContaining(words) }),
  );
});

test("the file is found in the working folder or by name; one that is named must exist", () => {
  const folder = mkdtempSync(join(tmpdir(), "yangguang-config-"));
  expect(readConfiguration({}, folder).database.connections).toBe(10);
  writeFileSync(join(folder, "yangguang.config.json"), '{"database": {"connections": 4}}');
  expect(readConfiguration({}, folder).database.connections).toBe(4);
  writeFileSync(join(folder, "other.json"), '{"database": {"connections": 5}}');
  expect(readConfiguration({ YANGGUANG_CONFIG: "other.json" }, folder).database.connections).toBe(5);
  expect(() => readConfiguration({ YANGGUANG_CONFIG: "none.json" }, folder)).toThrow(
    expect.objectContaining({ code: "FILE_NOT_FOUND" }),
  );
  rmSync(folder, { recursive: true });
});

test("docs/operating/configuration.md has a row for each setting and each variable", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "operating", "configuration.md"), "utf8");
  const source = readFileSync(join(import.meta.dirname, "..", "..", "src", "storage", "configuration.ts"), "utf8");
  const variables = [...source.matchAll(/name: "([A-Z_]+)", at: \[(.*?)\]/g)];
  expect(variables.length).toBeGreaterThan(8);
  for (const [, name, at] of variables) {
    const setting = at?.replaceAll('"', "").replaceAll(", ", ".");
    expect(page).toMatch(new RegExp(`^\\| \`${setting?.replaceAll(".", "\\.")}\` \\| \`${name}\` \\|`, "m"));
  }
});
