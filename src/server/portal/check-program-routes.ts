import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { CHECK_WORKER_POLICY } from "./content-policy.js";

/** From src/server/portal as from dist/server/portal. */
const PROGRAM = fileURLToPath(new URL("../../../dist/portal-check/", import.meta.url));
const ENTRY = "page.js";

/** Whether the program that checks reports inside the browser was built; without it the server checks. */
export function hasCheckProgram(): boolean {
  return existsSync(join(PROGRAM, ENTRY));
}

/** The program that checks reports inside the browser: its pieces carry their hash in their names and are kept for ever, but for the entry. */
export function checkProgramRoutes(server: FastifyInstance): void {
  if (!hasCheckProgram()) return;
  server.register(fastifyStatic, {
    root: PROGRAM,
    prefix: "/check/",
    decorateReply: false,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", path.includes(`/${ENTRY}`) ? "public, max-age=300" : "public, max-age=31536000, immutable");
      reply.header("content-security-policy", CHECK_WORKER_POLICY);
    },
  });
}
