import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { render } from "preact-render-to-string";
import { z } from "zod";
import { LIGHT } from "../../web/design/tokens.js";
import { CHECK_STYLE } from "../../web/portal/check-style.js";
import { FINDINGS_STYLE } from "../../web/portal/findings-style.js";
import { SunMark } from "../../web/portal/frame.js";
import { PORTAL_STYLE } from "../../web/portal/portal-style.js";
import type { PortalOptions } from "./portal-options.js";
import { LARGE_TEXT } from "./portal-page.js";
import { readBody } from "./read-body.js";

/** The mark as a picture of its own: custom properties do not reach into it. */
function favicon(): string {
  const drawn = render(SunMark()).replaceAll("var(--sun)", LIGHT.sun).replaceAll("var(--accent)", LIGHT.accent);
  return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
}

/** From src/server/portal as from dist/server/portal. */
const SCRIPT = fileURLToPath(new URL("../../../dist/portal/site.js", import.meta.url));

/** What browsers do on top of the pages; nothing where it was not built, because every page works without it. */
function siteScript(): string {
  return existsSync(SCRIPT) ? readFileSync(SCRIPT, "utf8") : "";
}

const YEAR = 365 * 24 * 60 * 60;

/** Style sheet, mark, the size of letters. */
export function assetRoutes(server: FastifyInstance, { origin }: PortalOptions): void {
  const files = [
    { path: "/site.css", type: "text/css; charset=utf-8", text: PORTAL_STYLE + FINDINGS_STYLE + CHECK_STYLE },
    { path: "/site.js", type: "text/javascript; charset=utf-8", text: siteScript() },
    { path: "/favicon.svg", type: "image/svg+xml", text: favicon() },
  ];
  for (const { path, type, text } of files) {
    const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
    // A page without its style is no page: these are never refused, they cost next to nothing.
    server.get(path, { config: { rateLimit: false } }, (request, reply) => sendTagged(request, reply, { type, text, tag }));
  }
  const choice = z.object({ large: z.enum(["0", "1"]).catch("0"), back: z.string().max(2_000).catch("/") });
  server.post("/large-text", (request, reply) => {
    const { large, back } = readBody(choice, request);
    reply.setCookie(LARGE_TEXT, large, {
      path: "/",
      maxAge: YEAR,
      sameSite: "lax",
      httpOnly: true,
      secure: origin.startsWith("https:"),
    });
    return reply.redirect(cameFrom(request) ?? ownPath(back), 303);
  });
}

/** The page of this site on which the button was pressed, its question included; pages send no more than this to their own site. */
function cameFrom({ headers: { referer }, host }: FastifyRequest): string | null {
  const url = referer === undefined ? null : URL.parse(referer);
  return url === null || url.host !== host ? null : ownPath(`${url.pathname}${url.search}`);
}

/** A path of this site, whatever was sent: an address elsewhere is never followed. */
function ownPath(path: string): string {
  // What is not ASCII has no place in a header.
  return /^\/(?![/\\])[^\s\\]*$/.test(path) ? encodeURI(path).replaceAll("%25", "%") : "/";
}

function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, text, tag }: { type: string; text: string; tag: string },
) {
  reply.type(type).header("etag", tag).header("cache-control", "public, max-age=300");
  return request.headers["if-none-match"] === tag ? reply.code(304).send() : reply.send(text);
}
