import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AppError, ERRORS } from "./errors.js";

const PAGE = readFileSync(join(import.meta.dirname, "..", "docs", "errors.md"), "utf8");

test("docs/errors.md has a row for each code, with its status, in order, and no other", () => {
  const rows = [...PAGE.matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)]);
  expect(rows).toEqual(Object.entries(ERRORS).map(([code, { status }]) => [code, status]));
});

test("every message is a Chinese sentence that says what to do", () => {
  for (const { message } of Object.values(ERRORS)) expect(message).toMatch(/[一-鿿].*[。；]$|。$/);
});

test("an error carries its code, its status and its sentence filled in", () => {
  const error = new AppError("FILE_TOO_LARGE", { megabytes: 70, limit: 64 });
  expect(error).toMatchObject({ code: "FILE_TOO_LARGE", status: 413, data: { megabytes: 70, limit: 64 } });
  expect(error.message).toContain("文件有 70 MB，超过 64 MB 的上限");
});
