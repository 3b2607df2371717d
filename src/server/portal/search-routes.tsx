import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { SearchPage } from "../../web/portal/search-page.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { readFilter } from "./read-filter.js";

const typed = z.object({ q: z.string().max(100).catch(""), agency: z.string().max(100).optional().catch(undefined) });

/** The search, and what is offered while somebody types. */
export function searchRoutes(server: FastifyInstance, options: PortalOptions): void {
  const { site } = options;
  server.get("/search", async (request, reply) => {
    const { filter, page, text } = readFilter(request.query);
    const [result, facets] = await Promise.all([
      text.trim() === "" ? null : site.search({ ...filter, text, page }),
      site.facets(filter),
    ]);
    const frame = await frameFor(options, request, {
      title: text === "" ? "检索" : `检索：${text}`,
      path: "/search",
      isPrivate: true,
      trail: [{ name: "首页", path: "/" }],
    });
    return sendPage(request, reply, <SearchPage frame={frame} result={result} facets={facets} filter={filter} />);
  });
  server.get("/suggest", async (request, reply) => {
    const { q, agency } = typed.parse(request.query ?? {});
    reply.header("cache-control", "public, max-age=60");
    return reply.send(q.trim() === "" ? [] : await site.suggest(q, agency));
  });
}
