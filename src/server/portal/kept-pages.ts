import { gunzipSync, gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PortalOptions } from "./portal-options.js";
import { LARGE_TEXT, PUBLIC_PAGE } from "./portal-page.js";

const MOST_BYTES = 16 * 1024 * 1024;
const MOST_PAGE_BYTES = 1024 * 1024;
const LONGEST_ADDRESS = 400;
/** The counts beside the filters may be this late, and so may the rest. */
const KEPT_MS = 60_000;
/** What fits into one packet travels as it is. */
const LEAST_PACKED_BYTES = 1_400;
/** Style sheets, feeds and data have their own tags. */
const DATA_ADDRESS = /\.[a-z]{2,5}(\?|$)/;

interface KeptPage {
  readonly code: number;
  readonly tag: string;
  /** As it travels: packed, unless it is so small that it travels as it is. */
  readonly body: Buffer;
  readonly isPacked: boolean;
  /** The number of the portal before it was made, and the items it was made of; null for a page that may show anything. */
  readonly since: number;
  readonly about: readonly string[] | null;
  readonly madeAt: number;
  readonly until: number;
}

interface Told {
  readonly ids: readonly string[];
  readonly keptMilliseconds: number;
}

const itemsOfPage = new WeakMap<FastifyRequest, Told>();

/**
 * Says which items alone a page is made of: when others change, it stays as it is; for so long at most, where an item that is
 * published later would stand in it too.
 */
export function tellItems(
  request: FastifyRequest,
  ids: readonly string[],
  { keptMilliseconds = KEPT_MS }: { readonly keptMilliseconds?: number } = {},
): void {
  itemsOfPage.set(request, { ids, keptMilliseconds });
}

/**
 * Public pages are used again until something they show has changed. Whether it has, the database is asked before each use, so what is
 * published is there and what is withdrawn is gone with the next request. Nothing of a reader is in such a page but the size of the
 * letters, which is part of the key.
 */
export function keepPages(server: FastifyInstance, { site }: PortalOptions): void {
  const kept = new Map<string, KeptPage>();
  /** The number of the portal when a page that is being made was begun; taken away when it is kept. */
  const askedAt = new WeakMap<FastifyRequest, number>();
  /** Tells those who wait for a page that it is kept, or that it is not one to keep. */
  const underWay = new Map<string, Promise<boolean>>();
  const making = new WeakMap<FastifyRequest, () => void>();
  let bytes = 0;
  const drop = (key: string, page: KeptPage) => {
    kept.delete(key);
    bytes -= weightOf(page);
  };
  const keep = (key: string, page: KeptPage) => {
    const earlier = kept.get(key);
    if (earlier !== undefined) drop(key, earlier);
    kept.set(key, page);
    bytes += weightOf(page);
    // The least recently used go first.
    for (const [oldKey, old] of kept) {
      if (bytes <= MOST_BYTES) return;
      drop(oldKey, old);
    }
  };

  const rightPage = (key: string, askedFirst: number): KeptPage | null => {
    const page = kept.get(key);
    if (page === undefined || page.until < Date.now()) return null;
    // One that was begun after somebody asked tells them all there was to tell, whatever has changed since.
    return page.since >= askedFirst || site.isSince(page.since, page.about) ? page : null;
  };
  const begin = (key: string, request: FastifyRequest) => {
    const isKept = new Promise<boolean>((resolve) => {
      making.set(request, () => {
        underWay.delete(key);
        resolve(!askedAt.has(request));
      });
    });
    underWay.set(key, isKept);
  };
  const release = (request: FastifyRequest) => {
    making.get(request)?.();
    making.delete(request);
  };

  server.addHook("preHandler", async (request, reply) => {
    const key = keyOf(request);
    // A page that is not found passes here twice.
    if (key === null || askedAt.has(request)) return;
    // Whether the database can be reached is for the page to say.
    const first = await site.now().catch(() => null);
    if (first === null) return;
    let page = rightPage(key, first);
    // However many ask for a page at once, it is made once; twice at most they wait for another to make it.
    let waited = 0;
    for (let another = underWay.get(key); page === null && another !== undefined && waited < 2; another = underWay.get(key)) {
      waited += 1;
      if (!(await another)) break;
      page = rightPage(key, first);
    }
    if (page === null) {
      if (!underWay.has(key)) begin(key, request);
      askedAt.set(request, waited === 0 ? first : await site.now().catch(() => first));
      return;
    }
    kept.delete(key);
    kept.set(key, page);
    reply
      .code(page.code)
      .type("text/html; charset=utf-8")
      .headers({ vary: "accept-encoding, cookie", etag: page.tag, "cache-control": PUBLIC_PAGE })
      .header("age", Math.floor((Date.now() - page.madeAt) / 1000));
    if (request.headers["if-none-match"] === page.tag) return reply.code(304).send();
    return reply.send(page.isPacked ? sentAs(request, reply, page) : page.body);
  });

  server.addHook("onSend", async (request, reply, payload) => {
    const since = askedAt.get(request);
    const key = keyOf(request);
    const tag = reply.getHeader("etag");
    if (since === undefined || key === null || typeof payload !== "string" || typeof tag !== "string") return payload;
    const { statusCode: code } = reply;
    if ((code !== 200 && code !== 410) || reply.getHeader("cache-control") !== PUBLIC_PAGE) return payload;
    const html = Buffer.from(payload);
    const told = itemsOfPage.get(request);
    const madeAt = Date.now();
    const page: KeptPage = {
      code,
      tag,
      ...(html.length < LEAST_PACKED_BYTES ? { body: html, isPacked: false } : { body: packed(html), isPacked: true }),
      since,
      about: told?.ids ?? null,
      madeAt,
      until: madeAt + (told?.keptMilliseconds ?? KEPT_MS),
    };
    if (html.length <= MOST_PAGE_BYTES) {
      keep(key, page);
      askedAt.delete(request);
    }
    release(request);
    return page.isPacked && takesPacked(request) ? sentAs(request, reply, page) : html;
  });
  server.addHook("onResponse", async (request) => release(request));
  server.addHook("onRequestAbort", async (request) => release(request));
}

function keyOf({ method, url, cookies }: FastifyRequest): string | null {
  if (method !== "GET" || url.length > LONGEST_ADDRESS || DATA_ADDRESS.test(url)) return null;
  return `${cookies[LARGE_TEXT] === "1" ? "large" : ""}${url}`;
}

const takesPacked = ({ headers }: FastifyRequest) => /\bgzip\b/.test(String(headers["accept-encoding"] ?? ""));

/** Nearly everybody can unpack; for whoever cannot it is done here. */
function sentAs(request: FastifyRequest, reply: FastifyReply, { body }: KeptPage): Buffer {
  if (!takesPacked(request)) return gunzipSync(body);
  reply.header("content-encoding", "gzip");
  return body;
}

/** At once: handing so little to another thread takes longer than packing it. */
function packed(html: Buffer): Buffer {
  const large = gzipSync(html, { level: 3 });
  // What zlib gives is the beginning of a piece of memory many times as large, which would be kept with it.
  const exact = Buffer.allocUnsafeSlow(large.length);
  large.copy(exact);
  return exact;
}

/** A string, a map entry and the headers come on top. */
function weightOf({ body }: KeptPage): number {
  return body.length + 1_500;
}
