import type { SignedIn } from "../../operations/accounts/identify.js";

/** The browser at the other end, as far as signing in and out needs it. */
export interface Visit {
  /** Who is signed in, however far; null for nobody and for access tokens. */
  readonly signedIn: SignedIn | null;
  /** Name of browser and system, without version: for the list of one's own sessions. */
  readonly browser: string;
  /** Where the call came from, for the audit trail. */
  readonly address: string;
  /** The address people use, without a slash at the end. */
  readonly origin: string;
  /** The address that was called, with everything in it. */
  readonly calledUrl: string;
  /** Lets the browser keep a session. */
  keepSession(secret: string): void;
  dropSession(): void;
  /** What the browser kept of a sign-in that went to another service; it is forgotten with this. */
  takeAttempt(): string | null;
  keepAttempt(secret: string): void;
}
