import type { FastifyInstance } from "fastify";
import { AccessibilityPage } from "../../web/portal/accessibility-page.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";

/** About the site itself: for people who need help with it, and for the machine that watches it. */
export function informationRoutes(server: FastifyInstance, options: PortalOptions): void {
  server.get("/accessibility", async (request, reply) => {
    const frame = await frameFor(options, request, {
      title: "无障碍与适老化",
      path: "/accessibility",
      trail: [{ name: "首页", path: "/" }],
    });
    return sendPage(request, reply, <AccessibilityPage frame={frame} />);
  });
  server.get("/healthz", { config: { rateLimit: false } }, async (_, reply) => {
    reply.header("cache-control", "no-store");
    try {
      const { sequence, mode } = await options.site.state();
      return reply.send({ status: "ok", sequence, mode });
    } catch {
      return reply.code(503).send({ status: "database-unreachable" });
    }
  });
}
