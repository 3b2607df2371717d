import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { ItemSummary } from "../../register/portal/public-item.js";
import { agencyPath } from "../../web/portal/frame.js";
import type { PortalOptions } from "./portal-options.js";
import { siteOrigin } from "./site-origin.js";
import { xmlText } from "./xml-text.js";

const ENTRIES = 40;
const asked = z.object({ agency: z.string().max(100).optional().catch(undefined) });

interface Feed {
  readonly title: string;
  readonly origin: string;
  /** Below the site: "/feed.atom?agency=…". */
  readonly self: string;
  readonly home: string;
  readonly updatedAt: string;
  readonly items: readonly ItemSummary[];
}

/** What was published last, for readers of feeds: of everybody, or of one agency. */
export function feedRoutes(server: FastifyInstance, options: PortalOptions): void {
  const serve = (format: "atom" | "json") => async (request: FastifyRequest, reply: FastifyReply) => {
    const { agency: id } = asked.parse(request.query ?? {});
    const agency = id === undefined ? null : await options.site.agency(id);
    if (id !== undefined && agency === null) return reply.callNotFound();
    const { sequence, changedAt } = await options.site.state();
    const tag = `"${sequence}-${format}"`;
    reply.header("etag", tag).header("cache-control", "public, max-age=60").header("access-control-allow-origin", "*");
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    const { items } = await options.site.items({
      ...(agency !== null && { agencyIds: [agency.id] }),
      ...{ pageSize: ENTRIES, withoutTombstones: true },
    });
    const feed = feedOf({ options, request, agency, format }, items, changedAt);
    if (format === "atom") return reply.type("application/atom+xml; charset=utf-8").send(atom(feed));
    return reply.type("application/feed+json; charset=utf-8").send(jsonFeed(feed));
  };
  server.get("/feed.atom", serve("atom"));
  server.get("/feed.json", serve("json"));
}

interface FeedAsked {
  readonly options: PortalOptions;
  readonly request: FastifyRequest;
  readonly agency: PublicAgency | null;
  readonly format: "atom" | "json";
}

function feedOf({ options, request, agency, format }: FeedAsked, items: readonly ItemSummary[], changedAt: string | null): Feed {
  return {
    title: `${agency?.name ?? options.name}：最新公开`,
    origin: siteOrigin(options, request),
    self: `/feed.${format}${agency === null ? "" : `?agency=${encodeURIComponent(agency.id)}`}`,
    home: agency === null ? "/" : agencyPath(agency.id),
    updatedAt: changedAt ?? items[0]?.publishedAt ?? "1970-01-01T00:00:00.000Z",
    items,
  };
}

/** RFC 4287. */
function atom({ title, origin, self, home, updatedAt, items }: Feed): string {
  const entries = items.map(
    ({ title: name, path, publishedAt, agencyName, summary, themeName }) => `  <entry>
    <id>${xmlText(origin + path)}</id>
    <title>${xmlText(name)}</title>
    <link rel="alternate" href="${xmlText(origin + path)}"/>
    <published>${publishedAt}</published>
    <updated>${publishedAt}</updated>
    <author><name>${xmlText(agencyName)}</name></author>
${themeName === null ? "" : `    <category term="${xmlText(themeName)}"/>\n`}    <summary>${xmlText(summary ?? name)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${xmlText(origin + self)}</id>
  <title>${xmlText(title)}</title>
  <updated>${updatedAt}</updated>
  <link rel="self" href="${xmlText(origin + self)}"/>
  <link rel="alternate" href="${xmlText(origin + home)}"/>
${entries.join("\n")}
</feed>
`;
}

/** JSON Feed 1.1. */
function jsonFeed({ title, origin, self, home, items }: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    ...{ title, language: "zh-CN", home_page_url: origin + home, feed_url: origin + self },
    items: items.map((item) => ({
      ...{ id: origin + item.path, url: origin + item.path, title: item.title, date_published: item.publishedAt },
      content_text: item.summary ?? item.title,
      authors: [{ name: item.agencyName }],
      ...(item.themeName === null ? {} : { tags: [item.themeName] }),
    })),
  });
}
