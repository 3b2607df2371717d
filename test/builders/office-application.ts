import { randomBytes } from "node:crypto";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import type { Route } from "../../src/api/define-route.js";
import type { Office } from "../../src/operations/office.js";
import { EVERY_AGENCY } from "../../src/register/account.js";
import type { OfficeRole } from "../../src/register/office-role.js";
import { type OfficeApplication, officeApplication } from "../../src/server/office/office-application.js";
import { saveAccount } from "../../src/storage/accounts/account-store.js";
import { openSession } from "../../src/storage/accounts/session-store.js";

/** Somebody signed in, as a browser shows it. */
export interface SignedInUser {
  readonly accountId: string;
  readonly secret: string;
  readonly cookie: string;
}

/** Roles as [role, agency]; without an agency in every one. */
export type GivenRole = OfficeRole | readonly [role: OfficeRole, agencyId: string];

/** An account with these roles, signed in: tests of routes begin here, not at the password. */
export async function signedInUser(office: Office, given: readonly GivenRole[], name = "李经办"): Promise<SignedInUser> {
  const accountId = `acc-${randomBytes(6).toString("hex")}`;
  const roles = given.map((one) =>
    typeof one === "string" ? { role: one, agencyId: EVERY_AGENCY } : { role: one[0], agencyId: one[1] },
  );
  const account = { id: accountId, loginName: accountId, name, roles, email: null, isDisabled: false };
  await saveAccount(office.database, { account, version: 0, recordedBy: "test" });
  const now = office.now();
  const secret = await openSession(office.database, {
    accountId,
    stage: "full",
    at: now.toISOString(),
    idleMinutes: 30,
    endsAt: new Date(now.getTime() + 12 * 3_600_000).toISOString(),
    browser: "test",
  });
  return { accountId, secret, cookie: `yangguang-session=${secret}` };
}

/** The application without pages and without a log. */
export async function testApplication(office: Office, more: Partial<OfficeApplication> = {}): Promise<FastifyInstance> {
  return officeApplication({
    office,
    pages: null,
    log: null,
    configuration: { requestsPerMinute: 1_000_000, signInsPerMinute: 1_000_000 },
    ...more,
  });
}

export interface Asking {
  readonly user?: SignedInUser | null;
  readonly token?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a route as a page of ours would. */
export async function ask(app: FastifyInstance, route: Route, asking: Asking = {}): Promise<LightMyRequestResponse> {
  const { user = null, token, params = {}, query = {}, body, file, headers = {} } = asking;
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? "-"));
  const request: InjectOptions = {
    method: route.method,
    url: `/api${path}`,
    query: file === undefined ? { ...query } : { ...query, name: file.name },
    headers: {
      ...(user === null ? {} : { cookie: user.cookie }),
      ...(token === undefined ? { "x-requested-with": "yangguang" } : { authorization: `Bearer ${token}` }),
      ...(file === undefined ? {} : { "content-type": "application/octet-stream" }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(file === undefined ? {} : { payload: Buffer.from(file.bytes) }),
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  };
  return app.inject(request);
}
