import { createHash, randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { openApi } from "../../api/open-api.js";
import { AppError } from "../../errors.js";
import { identifySession, identifyToken } from "../../operations/accounts/identify.js";
import type { Office } from "../../operations/office.js";
import { OFFICE_DEFAULTS, type OfficeSettings } from "../../operations/office-settings.js";
import { BOUND_ROUTES, type BoundRoute } from "./areas.js";
import { type Binding, bindRoute } from "./bind-route.js";
import { browserName } from "./browser-name.js";
import { ANYBODY, type Caller, personCalling, systemCalling } from "./caller.js";
import { noteRefusals } from "./note-refusals.js";
import { serveOfficePages } from "./office-pages.js";
import { answerable, PROBLEM_TYPE, problemOf } from "./problem-reply.js";
import { faultLine, logRequests, logToStandardError, type WriteLog } from "./request-log.js";
import { addSecurityHeaders } from "./security-headers.js";
import { demandStage, isSignIn } from "./sign-in-stage.js";
import type { Visit } from "./visit.js";

export interface OfficeApplication {
  readonly office: Office;
  readonly configuration?: Partial<OfficeSettings>;
  /** Where the built pages lie; null: none are served. Left out: where `npm run build` puts them. */
  readonly pages?: string | null;
  /** Null: nothing is logged. */
  readonly log?: WriteLog | null;
  readonly routes?: readonly BoundRoute[];
}

/** The office as a web application: every route of the API, and the pages that use it. The caller lets it listen, and closes it. */
export async function officeApplication(given: OfficeApplication): Promise<FastifyInstance> {
  const { office, log = logToStandardError, routes = BOUND_ROUTES } = given;
  const settings = { ...OFFICE_DEFAULTS, ...given.configuration };
  const app = fastify({
    logger: false,
    // Told to whoever meets a fault, and found again in the log after a restart.
    genReqId: () => randomBytes(6).toString("hex"),
    trustProxy: settings.trustProxy,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // A client that sends nothing must not hold a connection for ever.
    requestTimeout: 60_000,
    forceCloseConnections: "idle",
  });
  takeBodies(app);
  answerErrors(app, log);
  if (log !== null) logRequests(app, log);
  await app.register(cookie);
  const policies = await addSecurityHeaders(app, settings);
  const cookies = new SessionCookies(settings);
  const binding: Binding = {
    ...noteRefusals(app, office, log),
    office,
    settings,
    callerOf: (request) => callerOf(office, cookies, request),
    visitOf: (request, reply, caller) => new FastifyVisit({ request, reply, caller, cookies }),
    demandStage,
  };
  await limitRates(app, settings, cookies);
  app.addHook("onSend", async (request, reply, payload) =>
    request.url.startsWith("/api/") ? tagged(request, reply, payload) : payload,
  );
  for (const bound of routes) bindRoute(app, bound, binding);
  const description = JSON.stringify(openApi(routes.map(({ route }) => route)));
  app.get("/api/openapi.json", async (_, reply) => reply.type("application/json; charset=utf-8").send(description));
  app.get("/api/healthz", async () => ({ status: "ok" }));
  await serveOfficePages(app, { policies, folder: given.pages });
  return app;
}

/** Files come as raw bytes, everything else as JSON. */
function takeBodies(app: FastifyInstance): void {
  const json = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser(["text/plain", "application/json"]);
  // Programs say "JSON" also where they send nothing.
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body: string, done) => {
    if (body === "") done(null, undefined);
    else json(request, body, done);
  });
  app.addContentTypeParser("*", { parseAs: "buffer" }, async (_: FastifyRequest, body: Buffer) => body);
}

function answerErrors(app: FastifyInstance, log: WriteLog | null): void {
  app.setErrorHandler((error, request, reply) => {
    const limit = Math.round((request.routeOptions.bodyLimit ?? 0) / (1024 * 1024));
    const answered = answerable(error, request.id, limit);
    if (answered.code === "UNEXPECTED" && log !== null) log(faultLine(error, request.id, request.routeOptions.url ?? ""));
    return reply
      .status(answered.status)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(problemOf(answered)));
  });
}

/** Somebody signed in is counted by session, so that an office behind one address is not one caller. */
async function limitRates(app: FastifyInstance, settings: OfficeSettings, cookies: SessionCookies): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    timeWindow: 60_000,
    max: (request: FastifyRequest) => {
      if (isSignIn(request)) return settings.signInsPerMinute;
      return secretOf(cookies, request) === null ? Math.ceil(settings.requestsPerMinute / 3) : settings.requestsPerMinute;
    },
    keyGenerator: (request: FastifyRequest) => {
      if (isSignIn(request)) return `sign-in ${request.ip}`;
      const secret = secretOf(cookies, request);
      return secret === null ? request.ip : createHash("sha256").update(secret).digest("base64url");
    },
    errorResponseBuilder: (_: FastifyRequest, { ttl }: { readonly ttl: number }) =>
      new AppError("REQUESTS_TOO_MANY", { seconds: Math.ceil(ttl / 1000) }),
  });
}

/** Lets other systems ask whether something has changed; browsers keep nothing of it. */
function tagged(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  reply.header("cache-control", "no-store");
  if (request.method !== "GET" || reply.statusCode !== 200 || typeof payload !== "string") return payload;
  const tag = `W/"${createHash("sha256").update(payload).digest("base64url").slice(0, 22)}"`;
  reply.header("etag", tag);
  if (request.headers["if-none-match"] !== tag) return payload;
  reply.status(304).removeHeader("content-type").removeHeader("content-length");
  return "";
}

const BEARER = /^Bearer ([\w-]{20,200})$/;

/** What a caller shows: an access token, else a session. */
function secretOf(cookies: SessionCookies, request: FastifyRequest): string | null {
  return BEARER.exec(request.headers.authorization ?? "")?.[1] ?? cookies.session(request);
}

async function callerOf(office: Office, cookies: SessionCookies, request: FastifyRequest): Promise<Caller> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = await identifyToken(office, BEARER.exec(authorization)?.[1] ?? "");
    if (token === null) throw new AppError("NOT_SIGNED_IN", {});
    return systemCalling(token);
  }
  const secret = cookies.session(request);
  const signedIn = secret === null ? null : await identifySession(office, secret);
  return signedIn === null ? ANYBODY : personCalling(office, signedIn);
}

/** The two cookies there are. With https their names bind them to this host (RFC 6265bis `__Host-`). */
class SessionCookies {
  readonly #settings: OfficeSettings;

  constructor(settings: OfficeSettings) {
    this.#settings = settings;
  }

  session(request: FastifyRequest): string | null {
    return request.cookies[this.#name(request, "session")] || null;
  }

  attempt(request: FastifyRequest): string | null {
    return request.cookies[this.#name(request, "sign-in")] || null;
  }

  set(request: FastifyRequest, reply: FastifyReply, kind: "session" | "sign-in", secret: string): void {
    reply.setCookie(this.#name(request, kind), secret, {
      path: "/",
      httpOnly: true,
      secure: this.#isSecure(request),
      // The answer of an identity service comes as a visit from another site: that one cookie must come along.
      sameSite: kind === "session" ? "strict" : "lax",
    });
  }

  clear(request: FastifyRequest, reply: FastifyReply, kind: "session" | "sign-in"): void {
    reply.clearCookie(this.#name(request, kind), { path: "/", httpOnly: true, secure: this.#isSecure(request) });
  }

  origin(request: FastifyRequest): string {
    return (this.#settings.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/+$/, "");
  }

  #isSecure(request: FastifyRequest): boolean {
    return this.origin(request).startsWith("https:");
  }

  #name(request: FastifyRequest, kind: string): string {
    return `${this.#isSecure(request) ? "__Host-" : ""}yangguang-${kind}`;
  }
}

class FastifyVisit implements Visit {
  readonly signedIn: Visit["signedIn"];
  readonly browser: string;
  readonly address: string;
  readonly origin: string;
  readonly calledUrl: string;
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  readonly #cookies: SessionCookies;

  constructor(of: { request: FastifyRequest; reply: FastifyReply; caller: Caller; cookies: SessionCookies }) {
    this.#request = of.request;
    this.#reply = of.reply;
    this.#cookies = of.cookies;
    this.signedIn = of.caller.signedIn;
    this.browser = browserName(of.request.headers["user-agent"] ?? "");
    this.address = of.request.ip;
    this.origin = of.cookies.origin(of.request);
    this.calledUrl = `${this.origin}${of.request.url}`;
  }

  keepSession(secret: string): void {
    this.#cookies.set(this.#request, this.#reply, "session", secret);
  }

  dropSession(): void {
    this.#cookies.clear(this.#request, this.#reply, "session");
  }

  takeAttempt(): string | null {
    this.#cookies.clear(this.#request, this.#reply, "sign-in");
    return this.#cookies.attempt(this.#request);
  }

  keepAttempt(secret: string): void {
    this.#cookies.set(this.#request, this.#reply, "sign-in", secret);
  }
}
