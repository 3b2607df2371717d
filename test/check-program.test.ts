import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { describe, expect, test } from "vitest";
import { checkProgramRoutes } from "../src/server/portal/check-program-routes.js";

const PROGRAM = join(import.meta.dirname, "..", "dist", "portal-check");
const KILOBYTE = 1024;
const files = readdirSync(PROGRAM);
const scripts = files.filter((name) => name.endsWith(".js"));
const isForPdf = (name: string) => name.startsWith("read-pdf") || name.startsWith("pdfium");
const packedKilobytes = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + statSync(join(PROGRAM, `${name}.gz`)).size, 0) / KILOBYTE;
const textOf = (name: string) => readFileSync(join(PROGRAM, name), "utf8");

describe("the program that checks a report inside the browser", () => {
  test("imports nothing of Node, nor from elsewhere", () => {
    expect(scripts.length).toBeGreaterThan(8);
    const bound = scripts.filter((name) =>
      /(?:from|import)\s*\(?\s*["'`](?:node:|https?:)|(?<![.\w])require\(["'`]|getBuiltinModule/.test(textOf(name)),
    );
    expect(bound).toEqual([]);
  });

  // docs/operating/portal.md names these.
  test("keeps to its budget", () => {
    expect(packedKilobytes(["page.js"])).toBeLessThan(16);
    expect(packedKilobytes(scripts.filter((name) => !isForPdf(name)))).toBeLessThan(280);
    expect(packedKilobytes(scripts.filter(isForPdf))).toBeLessThan(64);
    expect(packedKilobytes(files.filter((name) => name.endsWith(".wasm")))).toBeLessThan(2200);
  });

  test("loads what reads a pdf only for a pdf", () => {
    const naming = scripts.filter((name) => /pdfium-[\w-]+\.wasm/.test(textOf(name)));
    expect(naming.every(isForPdf)).toBe(true);
    expect(naming).toHaveLength(1);
    const worker = scripts.find((name) => name.startsWith("check-worker")) ?? "";
    expect(textOf(worker)).not.toMatch(/import[^("'`]{0,200}["'`]\.\/read-pdf/);
  });

  test("is sent packed, kept by its name, and may do nothing but load its own pieces", async () => {
    const server = Fastify();
    checkProgramRoutes(server);
    const worker = scripts.find((name) => name.startsWith("check-worker")) ?? "";
    const got = await server.inject({ url: `/check/${worker}`, headers: { "accept-encoding": "gzip" } });
    expect(got.statusCode).toBe(200);
    expect(got.headers).toMatchObject({
      "content-encoding": "gzip",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    });
    expect(gunzipSync(got.rawPayload).toString("utf8")).toBe(textOf(worker));
    const entry = await server.inject({ url: "/check/page.js" });
    expect(entry.headers["cache-control"]).toBe("public, max-age=300");
    const wasm = await server.inject({ url: `/check/${files.find((name) => name.endsWith(".wasm"))}` });
    expect(wasm.headers["content-type"]).toBe("application/wasm");
    expect((await server.inject({ url: "/check/..%2f..%2fpackage.json" })).statusCode).toBe(404);
    await server.close();
  });
});
