import type { FastifyInstance } from "fastify";
import { AppError } from "../../errors.js";

/**
 * Forms are taken from pages of this site only. Browsers say where a form comes from (Sec-Fetch-Site, else Origin); a program that says
 * nothing has no reader's cookies to misuse.
 */
export function takeOwnFormsOnly(server: FastifyInstance, origin: string): void {
  server.addHook("onRequest", async (request) => {
    if (request.method === "GET" || request.method === "HEAD") return;
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined) {
      if (site === "same-origin" || site === "none") return;
      throw new AppError("FORM_FROM_ELSEWHERE", {});
    }
    const from = request.headers.origin;
    if (from === undefined || from === origin || hostOf(from) === request.headers.host) return;
    throw new AppError("FORM_FROM_ELSEWHERE", {});
  });
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}
