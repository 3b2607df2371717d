import type { FastifyRequest } from "fastify";
import type { Route } from "../../api/define-route.js";
import { AppError } from "../../errors.js";
import type { SessionStage } from "../../operations/accounts/identify.js";
import type { Caller } from "./caller.js";

/** Routes where a password or a code is tried: they are limited by address. */
const TRIES: ReadonlySet<string> = new Set(["sign-in", "verify-second-factor", "verify-key-sign-in", "finish-external-sign-in"]);

/** What somebody may do whose sign-in is not complete: the step that is next, look who they are, and leave. */
const OPEN: Readonly<Record<Exclude<SessionStage, "full">, ReadonlySet<string>>> = {
  "second-factor": new Set(["verify-second-factor", "begin-key-sign-in", "verify-key-sign-in"]),
  "change-password": new Set(["change-password"]),
  "enrol-second-factor": new Set(["begin-second-factor", "confirm-second-factor", "begin-security-key", "confirm-security-key"]),
};
const ALWAYS_OPEN: ReadonlySet<string> = new Set(["read-sign-in", "sign-out"]);

export function isSignIn(request: FastifyRequest): boolean {
  return TRIES.has((request.routeOptions.config as { readonly routeId?: string }).routeId ?? ""); // bindRoute gives it
}

/** Throws SIGN_IN_INCOMPLETE when a step of the sign-in is still to be done. */
export function demandStage({ signedIn }: Caller, route: Route): void {
  if (signedIn === null || route.right === "public" || ALWAYS_OPEN.has(route.id)) return;
  const { stage } = signedIn.session;
  if (stage === "full" || OPEN[stage].has(route.id)) return;
  throw new AppError("SIGN_IN_INCOMPLETE", { step: STEPS[stage] }, { details: { stage } });
}

const STEPS: Readonly<Record<Exclude<SessionStage, "full">, string>> = {
  "second-factor": "完成第二步验证",
  "change-password": "修改密码",
  "enrol-second-factor": "启用动态口令或者安全密钥",
};
