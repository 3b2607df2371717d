import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Route } from "../../api/define-route.js";
import { RIGHTS, type Right } from "../../api/rights.js";
import { AppError, isAppError } from "../../errors.js";
import { namesRecord } from "../../operations/accounts/record-elsewhere.js";
import { openCursor, signCursor } from "../../operations/accounts/signed-cursor.js";
import type { Office } from "../../operations/office.js";
import type { OfficeSettings } from "../../operations/office-settings.js";
import type { BoundRoute } from "./areas.js";
import type { Caller } from "./caller.js";
import type { Call, Cursors, FileReply, Redirect } from "./handle.js";
import type { NoteRefusals } from "./note-refusals.js";
import { once } from "./once.js";
import { demandOwnSite } from "./own-site.js";
import { readInput } from "./read-input.js";
import type { Visit } from "./visit.js";

export const MEGABYTE = 1024 * 1024;
/** What a form can hold; files have routes of their own. */
const BODY_MEGABYTES = 2;
/** As much as a reader reads (readers/limits). */
const FILE_MEGABYTES = 64;

/** What a request is answered with, made by the application. */
export interface Binding extends NoteRefusals {
  readonly office: Office;
  readonly settings: OfficeSettings;
  callerOf(request: FastifyRequest): Promise<Caller>;
  visitOf(request: FastifyRequest, reply: FastifyReply, caller: Caller): Visit;
  /** Routes open to somebody whose sign-in is not complete. */
  demandStage(caller: Caller, route: Route): void;
}

function bodyMegabytes(route: Route): number {
  return route.takesFile ? FILE_MEGABYTES : BODY_MEGABYTES;
}

/** Serves one route: who calls, may they, what do they say, do it, and is the answer what was promised. */
export function bindRoute(app: FastifyInstance, bound: BoundRoute, binding: Binding): void {
  const { route } = bound;
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    bodyLimit: bodyMegabytes(route) * MEGABYTE,
    config: { routeId: route.id },
    handler: async (request, reply) => {
      const caller = await binding.callerOf(request);
      const asked: Asked = { caller, aimedAt: agencyOf(route, request) };
      try {
        const served = await serve(bound, { request, reply, binding, asked });
        // A list that was narrowed to a record of another agency is empty, and says nothing; whoever asked so is told of all the same.
        if (namesRecord(request.query)) noteGuess(binding, { request, route, asked, error: null });
        return served;
      } catch (error) {
        if (isAppError(error) && error.code === "FORBIDDEN") {
          const right = String(error.data.right ?? RIGHTS[route.right].label);
          const call = { route: route.id, doing: route.summary, right, agencyId: asked.aimedAt };
          await binding.noteRefusal(request, caller.actor, call);
        }
        if (isAppError(error) && GUESSED.has(error.status)) noteGuess(binding, { request, route, asked, error });
        throw error;
      }
    },
  });
}

/** What a guess may be answered with: there is none, it cannot be so, it does not go together. */
const GUESSED: ReadonlySet<number> = new Set([400, 404, 409, 422]);

interface Guess {
  readonly request: FastifyRequest;
  readonly route: Route;
  readonly asked: Asked;
  readonly error: AppError | null;
}

function noteGuess(binding: Binding, { request, route, asked: { caller, aimedAt }, error }: Guess): void {
  if (aimedAt === null || caller.actor.id === "anybody") return;
  binding.noteGuess(request, { caller, route, agencyId: aimedAt, error });
}

/** Who calls, and whose data they are after as far as it is known: of routes that name no agency the handler finds out. */
interface Asked {
  readonly caller: Caller;
  aimedAt: string | null;
}

interface Serving {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly binding: Binding;
  readonly asked: Asked;
}

async function serve(bound: BoundRoute, { request, reply, binding, asked }: Serving): Promise<FastifyReply> {
  const { route } = bound;
  const { caller } = asked;
  const visit = binding.visitOf(request, reply, caller);
  if (route.method !== "GET" && request.headers.authorization === undefined) demandOwnSite(request.headers, visit.origin);
  await demandRight(caller, route.right, asked.aimedAt);
  binding.demandStage(caller, route);
  const call = callOf(route, request, { binding, asked, visit });
  if (route.method === "GET" || route.file !== undefined) return answer(route, reply, await bound.handle(call));
  const write = await once(binding.office, writeOf(request, caller), async () => {
    const given = await bound.handle(call);
    return { status: statusOf(route), text: textOf(route, given) };
  });
  if (write.isRepeated) reply.header("idempotency-replayed", "true");
  reply.status(write.status);
  return write.text === "" ? reply.send() : reply.type("application/json; charset=utf-8").send(write.text);
}

/** Throws NOT_SIGNED_IN or FORBIDDEN unless the caller has the right there. */
async function demandRight(caller: Caller, right: Right, agencyId: string | null): Promise<void> {
  if (await caller.may(right, agencyId)) return;
  if (caller.actor.id === "anybody") throw new AppError("NOT_SIGNED_IN", {});
  throw new AppError("FORBIDDEN", { right: RIGHTS[right].label });
}

function agencyOf(route: Route, request: FastifyRequest): string | null {
  if (!route.path.split("/").includes(":agencyId")) return null;
  const { agencyId } = request.params as { readonly agencyId: string }; // the path has it
  return agencyId;
}

interface Called {
  readonly binding: Binding;
  readonly asked: Asked;
  readonly visit: Visit;
}

function callOf(route: Route, request: FastifyRequest, { binding, asked, visit }: Called): Call<Route> {
  const { caller } = asked;
  const { office, settings } = binding;
  const { name, query } = queryOf(route, request);
  return {
    office,
    actor: caller.actor,
    params: route.params === undefined ? {} : readInput(route.params, request.params),
    query: route.query === undefined ? {} : readInput(route.query, query),
    body: (route.body === undefined ? undefined : readInput(route.body, request.body ?? {})) as undefined, // as the route has it
    file: route.takesFile ? { name: name.slice(0, 255), bytes: bytesOf(request.body) } : null,
    agencyId: asked.aimedAt,
    demand(right, agency) {
      asked.aimedAt = agency;
      return demandRight(caller, right, agency);
    },
    may: (right, agency) => caller.may(right, agency),
    cursors: cursorsOf(office, route),
    settings,
    visit,
  };
}

function queryOf(route: Route, request: FastifyRequest): { readonly name: string; readonly query: unknown } {
  const { name, ...rest } = request.query as Readonly<Record<string, unknown>>; // Fastify parses it so
  if (!route.takesFile) return { name: "", query: request.query };
  if (typeof name !== "string" || name.trim() === "") {
    throw new AppError("INPUT_INVALID", { fields: "文件名（不能为空）" }, { details: [{ field: "name" }] });
  }
  return { name: name.trim(), query: rest };
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array && body.length > 0) return body;
  throw new AppError("FILE_EMPTY", {});
}

function cursorsOf(office: Office, { id }: Route): Cursors {
  return {
    next: (place) => signCursor(office, id, place),
    place(cursor) {
      if (cursor === undefined) return null;
      const place = openCursor(office, id, cursor);
      if (place === undefined) throw new AppError("INPUT_INVALID", { fields: "cursor（应为上一页给出的 next）" });
      return place;
    },
  };
}

function writeOf(request: FastifyRequest, caller: Caller) {
  const key = request.headers["idempotency-key"];
  const { body } = request;
  return {
    key: typeof key === "string" && caller.actor.id !== "anybody" ? key : null,
    caller: caller.actor.id,
    request: [request.method, request.url, body instanceof Uint8Array ? body : JSON.stringify(body ?? null)],
  };
}

function statusOf(route: Route): number {
  return route.reply === undefined ? 204 : 200;
}

/** The answer as its schema promises it: what the schema does not name does not leave the house. */
function textOf(route: Route, given: unknown): string {
  return route.reply === undefined ? "" : JSON.stringify(route.reply.parse(given));
}

function answer(route: Route, reply: FastifyReply, given: unknown): FastifyReply {
  if (isRedirect(given)) return reply.redirect(given.location, 303);
  if (route.file === undefined) {
    const text = textOf(route, given);
    return text === "" ? reply.status(204).send() : reply.type("application/json; charset=utf-8").send(text);
  }
  const { fileName, mediaType, bytes } = given as FileReply; // HandlersOf: a route with `file` gives one
  const name = encodeURIComponent(fileName).replaceAll("'", "%27");
  return reply
    .type(mediaType)
    .header("content-disposition", `${SHOWN_IN_PLACE.has(mediaType) ? "inline" : "attachment"}; filename*=UTF-8''${name}`)
    .header("content-security-policy", mediaType === "application/pdf" ? OF_VIEWERS : SANDBOX)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** A file runs nothing, whatever it is. The viewer a browser has for pdf does not start in a sandbox, and runs nothing of ours either. */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
const OF_VIEWERS = "frame-ancestors 'self'";

/** What a browser shows without running anything in it. */
const SHOWN_IN_PLACE: ReadonlySet<string> = new Set(["application/pdf", "image/png", "image/jpeg", "text/plain; charset=utf-8"]);

function isRedirect(given: unknown): given is Redirect {
  return typeof given === "object" && given !== null && "location" in given && Object.keys(given).length === 1;
}
