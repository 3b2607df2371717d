import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { SearchResult } from "../../register/portal/public-search.js";
import { SearchPage } from "../../web/portal/search-page.js";
import { tellShown } from "./kept-pages.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { readFilter } from "./read-filter.js";

/** What was published may be this late in the results; what was withdrawn or changed is gone from them at once. */
const KEPT_MS = 5_000;

const typed = z.object({ q: z.string().max(100).catch(""), agency: z.string().max(100).optional().catch(undefined) });

/** The search, and what is offered while somebody types. */
export function searchRoutes(server: FastifyInstance, options: PortalOptions): void {
  const { site } = options;
  server.get("/search", async (request, reply) => {
    const { filter, page, text, showsAllFilters } = readFilter(request.query);
    const [result, named, facets] = await Promise.all([
      text.trim() === "" ? null : site.search({ ...filter, text, page }),
      text.trim() === "" || page > 1 ? [] : site.named(text, filter.agencyIds?.[0]),
      site.facets(filter),
    ]);
    const frame = await frameFor(options, request, {
      title: text === "" ? "检索" : `检索：${text}`,
      path: "/search",
      isPrivate: true,
      trail: [{ name: "首页", path: "/" }],
    });
    tellShown(request, { itemIds: result === null ? [] : itemsOf(result) }, { keptMilliseconds: KEPT_MS });
    return sendPage(request, reply, <SearchPage {...{ frame, result, named, facets, filter, showsAllFilters }} />);
  });
  server.get("/suggest", async (request, reply) => {
    const { q, agency } = typed.parse(request.query ?? {});
    reply.header("cache-control", "public, max-age=60");
    return reply.send(q.trim() === "" ? [] : await site.suggest(q, agency));
  });
}

/** Every item that the page of a result shows. */
function itemsOf({ hits, instead }: SearchResult): string[] {
  const others = instead === null ? [] : [...instead.latest.map(({ id }) => id), ...instead.nearby.map(({ itemId }) => itemId)];
  return [...hits.map(({ item }) => item.id), ...others].filter((id) => id !== null);
}
