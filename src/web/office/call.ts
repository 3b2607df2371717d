import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from "../../api/define-route.js";
import { newId } from "./new-id.js";

/** What the server could not do, as problem+json says it: a code of src/errors.ts and a Chinese sentence. */
export class CallFailed extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor({ status, code, detail, details }: { status: number; code: string; detail: string; details: unknown }) {
    super(detail);
    this.name = "CallFailed";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Told to the window when a call finds that nobody is signed in any more: whoever was in the middle of something is asked to sign in there. */
export const SESSION_OVER = "yangguang-session-over";

/** What a route is given: nothing it does not ask for. */
export interface CallInput<R> {
  readonly params?: ParamsOf<R>;
  readonly query?: Partial<QueryOf<R>>;
  readonly body?: BodyOf<R>;
  /** For routes that take a file. */
  readonly file?: File;
  /** The same key sends the same write once; left out, a new one. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** The address of a route, with its parameters in place: for links to files, too. */
export function addressOf<R extends Route>(route: R, { params, query }: Pick<CallInput<R>, "params" | "query"> = {}): string {
  const values = new Map(Object.entries(params ?? {}));
  const path = route.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? "")));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (Array.isArray(value)) for (const one of value) asked.append(name, String(one));
    else if (value !== undefined && value !== null && value !== "") asked.set(name, String(value));
  }
  return `/api${path}${asked.size > 0 ? `?${asked}` : ""}`;
}

/** Calls a route and gives its answer; throws CallFailed with a sentence that can be shown. */
export async function call<R extends Route>(route: R, input: CallInput<R> = {}): Promise<ReplyOf<R>> {
  const response = await send(route, input);
  if (response.status === 204) return undefined as ReplyOf<R>; // the route promises nothing then
  return (await response.json()) as ReplyOf<R>; // the server checks it against the route's schema
}

async function send<R extends Route>(route: R, { params, query, body, file, key, signal }: CallInput<R>): Promise<Response> {
  const isWrite = route.method !== "GET";
  const named = file === undefined ? query : { ...query, name: file.name };
  const headers = new Headers({ accept: "application/json", "x-requested-with": "yangguang" });
  if (isWrite) headers.set("idempotency-key", key ?? newId());
  if (file !== undefined) headers.set("content-type", "application/octet-stream");
  else if (body !== undefined) headers.set("content-type", "application/json");
  let response: Response;
  try {
    response = await fetch(
      addressOf(route, { ...(params && { params }), ...(named && { query: named as Partial<QueryOf<R>> }) }),
      {
        // `name` is what takesFile asks for
        method: route.method,
        headers,
        ...(file !== undefined ? { body: file } : body !== undefined ? { body: JSON.stringify(body) } : {}),
        ...(signal && { signal }),
      },
    );
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new CallFailed({
      status: 0,
      code: "UNREACHABLE",
      detail: "连不上服务器，没有保存。请检查网络后重试，填写的内容还在。",
      details: null,
    });
  }
  if (response.ok) return response;
  const failure = await failureOf(response);
  if (failure.code === "NOT_SIGNED_IN") window.dispatchEvent(new Event(SESSION_OVER));
  throw failure;
}

async function failureOf(response: Response): Promise<CallFailed> {
  const problem: unknown = await response.json().catch(() => null);
  const said = (typeof problem === "object" && problem !== null ? problem : {}) as {
    code?: unknown;
    detail?: unknown;
    details?: unknown;
  }; // RFC 9457, read with care
  return new CallFailed({
    status: response.status,
    code: typeof said.code === "string" ? said.code : `HTTP_${response.status}`,
    detail: typeof said.detail === "string" ? said.detail : `服务器没有完成这一请求（${response.status}）。请稍后重试。`,
    details: said.details ?? null,
  });
}
