import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from "../../api/define-route.js";
import type { Actor, Office } from "../../operations/office.js";

/** One call of a route, with everything checked that its schemas can check and the right of the caller. */
export interface Call<R> {
  readonly office: Office;
  readonly actor: Actor;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** For routes that take a file. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** The agency in which the right was proved; null for routes that name none: there the handler asks `actor` for each record. */
  readonly agencyId: string | null;
}

/** A file as an answer. */
export interface FileReply {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Calls one operation and gives what the route promises; throws AppError for what cannot be served. */
export type Handler<R> = R extends { readonly file: unknown }
  ? (call: Call<R>) => Promise<FileReply>
  : (call: Call<R>) => Promise<ReplyOf<R>>;

/** A handler for each route of an area: a route without one does not compile. */
export type HandlersOf<Routes extends Readonly<Record<string, Route>>> = {
  readonly [Id in keyof Routes]: Handler<Routes[Id]>;
};
