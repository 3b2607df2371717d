import type { z } from "zod";
import type { Right } from "./rights.js";

/** One thing another program can ask for. Server, pages, OpenAPI description, client and tests all read it from here. */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  /** verb-noun, kept in tokens and logs: never renamed, never reused. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api; `:agencyId` in it is where the right must hold. */
  readonly path: `/${string}`;
  /** What it does, in Chinese, for the description. */
  readonly summary: string;
  readonly tag: string;
  readonly right: Right;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Left out: a file, described by `file`. */
  readonly reply?: Reply;
  readonly file?: { readonly mediaType: string };
  /** A file sent as the raw body with its name in the query parameter `name`. */
  readonly takesFile?: true;
}

/** A route with the types of what goes in and comes out. Writes take an Idempotency-Key header; lists take and give a cursor. */
export function defineRoute<
  const Params extends z.ZodObject,
  const Query extends z.ZodObject,
  const Body extends z.ZodType,
  const Reply extends z.ZodType,
>(route: Route<Params, Query, Body, Reply>): Route<Params, Query, Body, Reply> {
  return route;
}

export type ParamsOf<R> = R extends Route<infer Params, z.ZodObject, z.ZodType, z.ZodType> ? z.output<Params> : never;
export type QueryOf<R> = R extends Route<z.ZodObject, infer Query, z.ZodType, z.ZodType> ? z.output<Query> : never;
export type BodyOf<R> = R extends Route<z.ZodObject, z.ZodObject, infer Body, z.ZodType> ? z.output<Body> : never;
export type ReplyOf<R> = R extends Route<z.ZodObject, z.ZodObject, z.ZodType, infer Reply> ? z.output<Reply> : never;
