import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Sends data with a tag of its content, so that it travels once; open data may be read by pages of other sites. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, bytes: Buffer) {
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  reply.header("etag", tag).header("cache-control", "public, no-cache").header("access-control-allow-origin", "*");
  return request.headers["if-none-match"] === tag ? reply.code(304).send() : reply.send(bytes);
}
