import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import { MOST_ATTACHMENT_MEGABYTES, MOST_ATTACHMENTS, MOST_SUBMISSION_MEGABYTES } from "../../register/portal/public-request.js";
import { askRoutes } from "./ask-routes.js";
import { assetRoutes } from "./asset-routes.js";
import { checkProgramRoutes } from "./check-program-routes.js";
import { checkRoutes } from "./check-routes.js";
import { columnRoutes } from "./column-routes.js";
import { faultPages, sendFault } from "./fault-pages.js";
import { feedRoutes } from "./feed-routes.js";
import { informationRoutes } from "./information-routes.js";
import { itemRoutes } from "./item-routes.js";
import { keepPages } from "./kept-pages.js";
import { openDataRoutes } from "./open-data-routes.js";
import type { PortalOptions } from "./portal-options.js";
import { reportRoutes } from "./report-routes.js";
import { takeOwnFormsOnly } from "./same-site.js";
import { searchRoutes } from "./search-routes.js";
import { securityHeaders } from "./security-headers.js";
import { sitemapRoutes } from "./sitemap-routes.js";
import { statusRoutes } from "./status-routes.js";

const MEGABYTE = 1024 * 1024;
/** Pages a minute from one address: a reading room with thirty readers stays far below it, a program that copies the site does not. */
const REQUESTS_A_MINUTE = 1_200;

const ROUTES = [
  ...[assetRoutes, columnRoutes, itemRoutes, searchRoutes, reportRoutes, askRoutes, statusRoutes],
  ...[checkRoutes, checkProgramRoutes, openDataRoutes, feedRoutes, sitemapRoutes, informationRoutes],
];

/** The public site as a server: it knows a `PublicSite` and nothing of the office. */
export async function portalApplication(options: PortalOptions): Promise<FastifyInstance> {
  const security = securityHeaders(options.origin);
  const server = Fastify({
    logger: false,
    trustProxy: (_, hop) => hop < options.proxies,
    bodyLimit: (MOST_SUBMISSION_MEGABYTES + 1) * MEGABYTE,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    requestTimeout: 60_000,
    // An address that cannot be read comes to no hook.
    frameworkErrors: (error, request, reply) => {
      reply.headers(security);
      void sendFault(options, error, request, reply);
    },
  });
  keepPages(server, options);
  server.addHook("onRequest", (_, reply, done) => {
    reply.headers(security);
    done();
  });
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 256 * 1024 });
  await server.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: "1 minute" });
  await server.register(multipart, {
    limits: {
      fields: 40,
      fieldSize: 64 * 1024,
      files: MOST_ATTACHMENTS,
      fileSize: MOST_ATTACHMENT_MEGABYTES * MEGABYTE,
      parts: 60,
    },
  });
  takeOwnFormsOnly(server, options.origin);
  faultPages(server, options);
  for (const routes of ROUTES) routes(server, options);
  return server;
}
