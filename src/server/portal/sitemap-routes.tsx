import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ItemChange } from "../../register/portal/public-item.js";
import { agencyPath, COLUMNS } from "../../web/portal/frame.js";
import { reportPath } from "../../web/portal/report-list-page.js";
import { SiteMapPage } from "../../web/portal/site-map-page.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { siteOrigin } from "./site-origin.js";
import { xmlText } from "./xml-text.js";

/** A stretch of the sequence for each file: it never holds more addresses than this, and stays the same while others grow. */
const STRETCH = 10_000;
const PAGE = 1_000;
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

interface Address {
  readonly path: string;
  readonly changedAt: string | null;
}

/** Maps of the site: for search engines (sitemaps.org), for robots and for people. */
export function sitemapRoutes(server: FastifyInstance, options: PortalOptions): void {
  const { site } = options;
  server.get("/robots.txt", (request, reply) => {
    const closed = ["/search", "/suggest", "/similar", "/status", "/ask/", "/check"]
      .map((path) => `Disallow: ${path}\n`)
      .join("");
    const text = `User-agent: *\n${closed}Sitemap: ${siteOrigin(options, request)}/sitemap.xml\n`;
    return reply.type("text/plain; charset=utf-8").header("cache-control", "public, max-age=3600").send(text);
  });
  server.get("/sitemap.xml", async (request, reply) => {
    const { sequence } = await site.state();
    const files = Array.from({ length: Math.ceil(sequence / STRETCH) }, (_, at) => `/sitemaps/items-${at + 1}.xml`);
    const origin = siteOrigin(options, request);
    const entries = ["/sitemaps/pages.xml", ...files].map(
      (path) => `  <sitemap><loc>${xmlText(origin + path)}</loc></sitemap>\n`,
    );
    return sendXml(reply, `<sitemapindex xmlns="${NAMESPACE}">\n${entries.join("")}</sitemapindex>`);
  });
  server.get("/sitemaps/pages.xml", async (request, reply) => sendUrls(options, { request, reply }, await pagesOf(options)));
  server.get("/sitemaps/:file", async (request: FastifyRequest<{ Params: { file: string } }>, reply) => {
    const [, number] = /^items-([1-9]\d{0,5})\.xml$/.exec(request.params.file) ?? [];
    const { sequence } = await site.state();
    if (number === undefined || (Number(number) - 1) * STRETCH >= sequence) return reply.callNotFound();
    return sendUrls(options, { request, reply }, await itemsOf(options, (Number(number) - 1) * STRETCH));
  });
  server.get("/site-map", async (request, reply) => {
    const frame = await frameFor(options, request, {
      title: "网站地图",
      path: "/site-map",
      trail: [{ name: "首页", path: "/" }],
    });
    const [agencies, facets] = await Promise.all([site.agencies(), site.facets({})]);
    return sendPage(request, reply, <SiteMapPage frame={frame} agencies={agencies} items={facets.disclosureItems} />);
  });
}

/** Everything that has an address of its own and is no item. */
async function pagesOf({ site }: PortalOptions): Promise<Address[]> {
  const [agencies, reports] = await Promise.all([site.agencies(), site.reports()]);
  const fixed = ["/", ...COLUMNS.map(({ path }) => `/${path}`), "/open-data", "/accessibility", "/site-map"];
  const ofAgencies = agencies.flatMap(({ id }) => [
    agencyPath(id),
    ...COLUMNS.map(({ path }) => `${agencyPath(id)}/${path}`),
    ...(reports.some(({ agencyId }) => agencyId === id) ? [`/reports/${encodeURIComponent(id)}`] : []),
  ]);
  return [
    ...[...fixed, ...ofAgencies].map((path) => ({ path, changedAt: null })),
    ...reports.map(({ agencyId, year, publishedAt }) => ({ path: reportPath(agencyId, year), changedAt: publishedAt })),
  ].slice(0, STRETCH);
}

/** The items of a stretch of the sequence that are still public. */
async function itemsOf({ site }: PortalOptions, after: number): Promise<Address[]> {
  const found: ItemChange[] = [];
  for (let from: number | null = after; from !== null; ) {
    const { changes, next } = await site.changes({}, from, PAGE);
    found.push(...changes.filter(({ sequence }) => sequence <= after + STRETCH));
    from = next !== null && next < after + STRETCH ? next : null;
  }
  return found.filter(({ item }) => !item.isTombstone).map(({ item, changedAt }) => ({ path: item.path, changedAt }));
}

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function sendUrls(options: PortalOptions, { request, reply }: Visit, addresses: readonly Address[]) {
  const origin = siteOrigin(options, request);
  const urls = addresses.map(({ path, changedAt }) => {
    const when = changedAt === null ? "" : `<lastmod>${changedAt}</lastmod>`;
    return `  <url><loc>${xmlText(origin + path)}</loc>${when}</url>\n`;
  });
  return sendXml(reply, `<urlset xmlns="${NAMESPACE}">\n${urls.join("")}</urlset>`);
}

function sendXml(reply: FastifyReply, body: string) {
  const text = `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`;
  return reply.type("application/xml; charset=utf-8").header("cache-control", "public, max-age=600").send(text);
}
