import type { FastifyRequest } from "fastify";
import type { PortalOptions } from "./portal-options.js";

/** Scheme and host for addresses that must be whole: the configured ones; when it is only tried out, those the reader came by. */
export function siteOrigin({ origin }: PortalOptions, request: FastifyRequest): string {
  return origin === "" ? `${request.protocol}://${request.host}` : origin;
}
