import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from "../../api/define-route.js";
import type { Right } from "../../api/rights.js";
import type { Actor, Office } from "../../operations/office.js";
import type { OfficeSettings } from "../../operations/office-settings.js";
import type { Visit } from "./visit.js";

/** One call of a route, with everything checked that its schemas can check and the right of the caller. */
export interface Call<R> {
  readonly office: Office;
  readonly actor: Actor;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** For routes that take a file. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** The agency in which the right was proved; null for routes that name none: there the handler calls `demand` for each record. */
  readonly agencyId: string | null;
  /** Goes on only if the caller has a right in an agency; else throws FORBIDDEN. */
  readonly demand: (right: Right, agencyId: string) => Promise<void>;
  /** The same as a question. */
  readonly may: (right: Right, agencyId: string) => Promise<boolean>;
  /** Where a list goes on: signed, so that nobody can ask for what it would not have given. */
  readonly cursors: Cursors;
  readonly settings: OfficeSettings;
  /** The session of the browser, for signing in and out. */
  readonly visit: Visit;
}

/** The cursors of one list, the route that gives it. */
export interface Cursors {
  /** What `next` put in; null for the first page. Throws INPUT_INVALID for what we did not give. */
  place(cursor: string | undefined): unknown;
  next(place: unknown): string;
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
  : R extends { readonly reply: unknown }
    ? (call: Call<R>) => Promise<ReplyOf<R>>
    : (call: Call<R>) => Promise<undefined | Redirect>;

/** Where the browser is sent next, as the answer of a route without a reply: a sign-in that comes back from elsewhere. */
export interface Redirect {
  readonly location: string;
}

/** A handler for each route of an area: a route without one does not compile. */
export type HandlersOf<Routes extends Readonly<Record<string, Route>>> = {
  readonly [Id in keyof Routes]: Handler<Routes[Id]>;
};
