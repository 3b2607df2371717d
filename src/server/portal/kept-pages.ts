import { gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Shown } from "../../operations/portal/public-site.js";
import { answerKept, sendKept, takesPacked } from "./answer-kept.js";
import { type KeptPage, PageStore } from "./page-store.js";
import { PagesUnderWay } from "./pages-under-way.js";
import type { PortalOptions } from "./portal-options.js";
import { choosesLarge, PUBLIC_PAGE } from "./portal-page.js";

const MOST_PAGE_BYTES = 1024 * 1024;
const LONGEST_ADDRESS = 400;
/** The counts beside the filters may be this late, and so may the rest. */
const KEPT_MS = 60_000;
/** What fits into one packet travels as it is. */
const LEAST_PACKED_BYTES = 1_400;
/** Style sheets, feeds and data have their own tags. */
const DATA_ADDRESS = /\.[a-z]{2,5}(\?|$)/;
/** Headers that belong to one answer and not to the page. */
const OF_ONE_ANSWER: ReadonlySet<string> = new Set([
  ...["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "retry-after", "age"],
  ...["content-length", "content-encoding", "set-cookie"],
]);

declare module "fastify" {
  interface FastifyRequest {
    /** The page that is made for this request and will be kept. */
    making: MakingPage | null;
    /** The number of the portal when it was asked, where that is known already. */
    askedFirst: number | null;
  }
}

interface MakingPage {
  readonly key: string;
  /** The number of the portal when it was begun. */
  readonly since: number;
  readonly over: (isKept: boolean) => void;
  shown: Shown | null;
  keptMilliseconds: number;
}

/**
 * Says what alone a page is made of: when other things change, it stays as it is; for so long at most, where an item that is
 * published later would stand in it too.
 */
export function tellShown(
  { making }: FastifyRequest,
  { itemIds, agencyIds = [] }: { readonly itemIds: readonly string[]; readonly agencyIds?: readonly string[] },
  { keptMilliseconds = KEPT_MS }: { readonly keptMilliseconds?: number } = {},
): void {
  if (making === null) return;
  making.shown = { itemIds, agencyIds };
  making.keptMilliseconds = keptMilliseconds;
}

/**
 * Public pages are used again until something they show has changed. Whether it has, the database is asked before each use, so what is
 * published is there and what is withdrawn is gone with the next request. Nothing of a reader is in such a page but the size of the
 * letters, which is part of the key. To be called before any other hook is added: most kept pages are answered by the first of all.
 */
export function keepPages(server: FastifyInstance, { site }: PortalOptions): void {
  const pages = new PageStore(site);
  const underWay = new PagesUnderWay();
  server.decorateRequest("making", null);
  server.decorateRequest("askedFirst", null);
  answerKept(server, { pages, keyOf, now: () => site.now() });

  server.addHook("preHandler", async (request, reply) => {
    const key = keyOf(request);
    // A page that is not found passes here twice.
    if (key === null || request.making !== null) return;
    // Whether the database can be reached is for the page to say.
    const first = request.askedFirst ?? (await site.now().catch(() => null));
    if (first === null) return;
    let page = pages.right(key, first);
    // However many ask for a page at once, it is made once; twice at most they wait for another to make it.
    let waited = 0;
    for (let another = underWay.of(key); page === null && another !== undefined && waited < 2; another = underWay.of(key)) {
      waited += 1;
      if (!(await another)) break;
      page = pages.right(key, first);
    }
    if (page !== null) return sendKept(request, reply, page);
    const over = underWay.begin(key);
    const since = waited === 0 ? first : await site.now().catch(() => first);
    request.making = { key, since, over, shown: null, keptMilliseconds: KEPT_MS };
  });

  server.addHook("onSend", async (request, reply, payload) => {
    const { making } = request;
    const page = making === null || !Buffer.isBuffer(payload) ? null : pageOf(making, reply, payload);
    if (making === null || page === null || !Buffer.isBuffer(payload)) return payload;
    if (payload.length <= MOST_PAGE_BYTES) pages.keep(making.key, page);
    release(request, payload.length <= MOST_PAGE_BYTES);
    if (!page.isPacked || !takesPacked(request)) return payload;
    reply.header("content-encoding", "gzip");
    return page.body;
  });
  server.addHook("onResponse", async (request) => release(request, false));
  server.addHook("onRequestAbort", async (request) => release(request, false));
}

function release(request: FastifyRequest, isKept: boolean): void {
  request.making?.over(isKept);
  request.making = null;
}

/** The page as it is kept; null for what is not to be kept. */
function pageOf({ since, shown, keptMilliseconds }: MakingPage, reply: FastifyReply, html: Buffer): KeptPage | null {
  const { statusCode: code } = reply;
  const tag = reply.getHeader("etag");
  if (typeof tag !== "string" || (code !== 200 && code !== 410) || reply.getHeader("cache-control") !== PUBLIC_PAGE) return null;
  const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    OF_ONE_ANSWER.has(name) ? [] : [name, String(value)],
  );
  const isPacked = html.length >= LEAST_PACKED_BYTES;
  const madeAt = Date.now();
  const body = isPacked ? packed(html) : html;
  return { ...{ code, tag, body, isPacked, headers, since, shown, madeAt }, until: madeAt + keptMilliseconds };
}

function keyOf(request: FastifyRequest): string | null {
  const { method, url } = request;
  if (method !== "GET" || url.length > LONGEST_ADDRESS || DATA_ADDRESS.test(url)) return null;
  return `${choosesLarge(request) ? "large" : ""}${url}`;
}

/** At once: handing so little to another thread takes longer than packing it. */
function packed(html: Buffer): Buffer {
  const large = gzipSync(html, { level: 3 });
  // What zlib gives is the beginning of a piece of memory many times as large, which would be kept with it.
  const exact = Buffer.allocUnsafeSlow(large.length);
  large.copy(exact);
  return exact;
}
