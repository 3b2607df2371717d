import { gunzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { KeptPage, PageStore } from "./page-store.js";

interface Answering {
  readonly pages: PageStore;
  readonly keyOf: (request: FastifyRequest) => string | null;
  readonly now: () => Promise<number>;
}

/**
 * Answers with a kept page before anything is prepared for making one, which would take longer than the answer. The visit counts
 * towards the limit of its address as any other does; whoever is beyond it, and whatever cannot be answered so, goes the long way.
 */
export function answerKept(server: FastifyInstance, { pages, keyOf, now }: Answering): void {
  let count: ReturnType<FastifyInstance["createRateLimit"]> | null = null;
  const answer = async (request: FastifyRequest, reply: FastifyReply, key: string): Promise<boolean> => {
    // Whether the database can be reached is for the page to say.
    const first = await now().catch(() => null);
    if (first === null) return false;
    request.askedFirst = first;
    const page = pages.right(key, first);
    if (page === null) return false;
    count ??= server.createRateLimit();
    const visit = await count(request);
    if (visit.isAllowed || visit.isExceeded) return false;
    const limits = { limit: visit.max, remaining: visit.remaining, reset: visit.ttlInSeconds };
    write(request, reply, { page, limits });
    return true;
  };
  server.addHook("onRequest", (request, reply, done) => {
    const key = keyOf(request);
    // Where other limits hold, they are for the long way.
    if (key === null || !pages.has(key) || request.routeOptions.config.rateLimit !== undefined) return done();
    answer(request, reply, key).then((isAnswered) => {
      if (!isAnswered) done();
    }, done);
  });
}

interface Written {
  readonly page: KeptPage;
  readonly limits: Readonly<Record<"limit" | "remaining" | "reset", number>>;
}

/** Straight to the connection: all headers are known, and nothing is added on the way. */
function write(request: FastifyRequest, reply: FastifyReply, { page, limits }: Written): void {
  reply.hijack();
  const { raw } = reply;
  const headers = [...page.headers, "age", ageOf(page)];
  for (const [name, value] of Object.entries(limits)) headers.push(`x-ratelimit-${name}`, String(value));
  if (request.headers["if-none-match"] === page.tag) {
    raw.writeHead(304, headers).end();
    return;
  }
  const isUnpacked = page.isPacked && !takesPacked(request);
  const body = isUnpacked ? gunzipSync(page.body) : page.body;
  headers.push("content-length", String(body.length));
  if (page.isPacked && !isUnpacked) headers.push("content-encoding", "gzip");
  raw.writeHead(page.code, headers).end(body);
}

/** The same for a request that has come the long way and waited there for the page. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage) {
  reply.code(page.code).header("age", ageOf(page));
  for (let at = 0; at + 1 < page.headers.length; at += 2) reply.header(page.headers[at] ?? "", page.headers[at + 1]);
  if (request.headers["if-none-match"] === page.tag) return reply.code(304).send();
  if (!page.isPacked) return reply.send(page.body);
  // Nearly everybody can unpack; for whoever cannot it is done here.
  if (!takesPacked(request)) return reply.send(gunzipSync(page.body));
  return reply.header("content-encoding", "gzip").send(page.body);
}

export const takesPacked = ({ headers }: FastifyRequest) => /\bgzip\b/.test(headers["accept-encoding"]?.toString() ?? "");

const ageOf = ({ madeAt }: KeptPage) => String(Math.floor((Date.now() - madeAt) / 1000));
