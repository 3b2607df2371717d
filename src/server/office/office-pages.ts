import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { AppError } from "../../errors.js";
import type { Policies } from "./security-headers.js";

/** From src/server/office as from dist/server/office. */
const BUILT = fileURLToPath(new URL("../../../dist/office", import.meta.url));

/** Where index.html wants the nonce of its styles. */
const NONCE_PLACE = "%STYLE_NONCE%";

/** Serves the built pages. Every address that is no file is one of the application in the browser, which knows it. */
export async function serveOfficePages(
  app: FastifyInstance,
  { policies, folder: given }: { readonly policies: Policies; readonly folder: string | null | undefined },
): Promise<void> {
  const folder = given === undefined ? BUILT : given;
  const start = folder === null ? null : join(folder, "index.html");
  const page = start !== null && existsSync(start) ? readFileSync(start, "utf8") : null;
  if (folder !== null && page !== null) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      cacheControl: false,
      // Vite names these files by their content.
      setHeaders: (reply, path) => {
        reply.header(
          "cache-control",
          path.includes("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate",
        );
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" && !request.url.startsWith("/api/") && !/\.\w{1,8}$/.test(request.url.split("?")[0] ?? "");
    if (page === null || !isPage) throw new AppError("ROUTE_UNKNOWN", {});
    const nonce = randomBytes(18).toString("base64url");
    return reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", policies.ofPage(nonce))
      .header("cache-control", "no-store") // The nonce is good for one answer.
      .send(page.replaceAll(NONCE_PLACE, nonce));
  });
}
