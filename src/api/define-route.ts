import type { z } from "zod";
import type { Right } from "./rights.js";

/** One thing another program can ask for. Server, pages, OpenAPI description, client and tests all read it from here. */
export interface Route {
  /** verb-noun, kept in tokens and logs: never renamed, never reused. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api; `:agencyId` in it is where the right must hold. */
  readonly path: `/${string}`;
  /** What it does, in Chinese, for the description. */
  readonly summary: string;
  readonly tag: string;
  readonly right: Right;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Left out: a file, described by `file`; with neither, nothing (204). */
  readonly reply?: z.ZodType;
  readonly file?: { readonly mediaType: string };
  /** A file sent as the raw body with its name in the query parameter `name`. */
  readonly takesFile?: true;
}

/** A route with the types of what goes in and comes out. Writes take an Idempotency-Key header; lists take and give a cursor. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

export type ParamsOf<R> = R extends { readonly params: infer Params extends z.ZodObject }
  ? z.output<Params>
  : Record<never, never>;
export type QueryOf<R> = R extends { readonly query: infer Query extends z.ZodObject } ? z.output<Query> : Record<never, never>;
export type BodyOf<R> = R extends { readonly body: infer Body extends z.ZodType } ? z.output<Body> : undefined;
export type ReplyOf<R> = R extends { readonly reply: infer Reply extends z.ZodType } ? z.output<Reply> : undefined;
