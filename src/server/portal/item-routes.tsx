import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PublishedItem } from "../../register/publishing/published-item.js";
import { ItemPage } from "../../web/portal/item-page.js";
import { contentDisposition } from "./content-disposition.js";
import { tellShown } from "./kept-pages.js";
import { itemTags } from "./page-meta.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { sendTagged } from "./send-tagged.js";

/** Documents at their permanent addresses, as page and as data, and their files. */
export function itemRoutes(server: FastifyInstance, options: PortalOptions): void {
  const { site } = options;
  server.get("/items/:id", async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
    const asksForData = request.params.id.endsWith(".json");
    const found = await site.item(asksForData ? request.params.id.slice(0, -".json".length) : request.params.id);
    if (found === null) return reply.callNotFound();
    const { item } = found;
    if (asksForData) {
      return sendTagged(request, reply.type("application/json; charset=utf-8"), Buffer.from(JSON.stringify(found)));
    }
    tellShown(request, { itemIds: [item.id, ...found.links.map(({ itemId }) => itemId)] });
    if (item.tombstone !== null) reply.code(410);
    const agency = await site.agency(item.agencyId);
    const frame = await frameFor(options, request, {
      title: item.title,
      path: item.path,
      agency,
      column: "catalogue",
      tags: itemTags(options, agency, item),
      structured: structured(options, item),
    });
    return sendPage(request, reply, <ItemPage frame={frame} found={found} />);
  });
  server.get("/index-numbers/*", async (request: FastifyRequest<{ Params: { "*": string } }>, reply) => {
    const found = await site.itemByIndexNumber(request.params["*"]);
    return found === null ? reply.callNotFound() : reply.redirect(found.item.path, 301);
  });
  server.get("/attachments/:id/:name", (request: FastifyRequest<{ Params: { id: string } }>, reply) =>
    sendAttachment(options, request.params.id, reply),
  );
}

/** Pictures may be shown in a page; everything else is only ever saved, so that no file of anybody runs on this site. */
const SHOWN_IN_PAGES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

async function sendAttachment({ site }: PortalOptions, id: string, reply: FastifyReply) {
  const file = await site.attachment(id);
  if (file === null) return reply.callNotFound();
  return reply
    .header("etag", `"${file.sha256.slice(0, 32)}"`)
    .header("cache-control", "public, max-age=3600")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("x-content-type-options", "nosniff")
    .header("content-disposition", contentDisposition(file.name, { isShown: SHOWN_IN_PAGES.has(file.mediaType) }))
    .type(file.mediaType)
    .send(Buffer.from(file.bytes));
}

/** The document for search engines (schema.org). */
function structured({ origin }: PortalOptions, item: PublishedItem): Readonly<Record<string, unknown>> {
  return {
    "@context": "https://schema.org",
    "@type": "DigitalDocument",
    name: item.title,
    identifier: [item.indexNumber, ...(item.documentNumber === null ? [] : [item.documentNumber])],
    datePublished: item.publishedAt,
    dateModified: item.revisedAt,
    dateCreated: item.madeOn,
    inLanguage: "zh-CN",
    publisher: { "@type": "GovernmentOrganization", name: item.agencyName },
    ...(item.summary === null ? {} : { abstract: item.summary }),
    url: `${origin}${item.path}`,
  };
}
