import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { accountRoutes } from "../../api/accounts.js";
import { type Office, officeOver } from "../../operations/office.js";
import { OFFICE_DEFAULTS } from "../../operations/office-settings.js";

/** A browser as far as it matters: it keeps cookies by host and follows where it is sent. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  async go(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get("location");
    return location === null || response.status >= 400 ? response : this.go(new URL(location, url).href);
  }

  has(url: string, name: string): boolean {
    return (this.#cookies.get(new URL(url).host)?.get(name) ?? "") !== "";
  }
}

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let url = "";
let issuer = "";
let service: Server;
let administrator: SignedInUser;

/** A server on a free port, whose answers are decided once the port is known. */
async function listening(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }; // it listens on a port
}

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  await addAgency(database, "A1");
  administrator = await signedInUser(office, ["security-administrator"]);

  const listener = await listening();
  service = listener.server;
  issuer = listener.origin;
  const identityService = {
    issuer,
    clientId: "yangguang",
    clientSecret: "a secret of the two",
    label: "市统一身份认证",
    scope: "openid profile",
    loginNameClaim: "preferred_username",
  };
  app = await testApplication(office, { configuration: { ...OFFICE_DEFAULTS, signInsPerMinute: 1_000, identityService } });
  url = await app.listen({ host: "127.0.0.1", port: 0 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "yangguang",
        client_secret: "a secret of the two",
        redirect_uris: [`${url}/api/sign-in/external/return`],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { profile: ["preferred_username"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id.replace(/^sub-/, "") }) }),
  });
  service.on("request", provider.callback());
});
afterAll(async () => {
  await app.close();
  service.close();
  await database.close();
});

async function newAccount(loginName: string): Promise<string> {
  const body = { loginName, name: "周外来", roles: [{ agencyId: "A1", role: "handler" }], withPassword: false };
  return (await ask(app, accountRoutes.addAccount, { user: administrator, body })).json().account.id;
}

/** Goes through the pages of the service as somebody there, and agrees. */
async function through(browser: Browser, person: string, to = "/today"): Promise<Response> {
  let page = await browser.go(`${url}/api/sign-in/external?to=${encodeURIComponent(to)}`);
  for (let step = 0; step < 3 && page.url.includes("/interaction/"); step += 1) {
    const isLogin = (await page.text()).includes('name="password"');
    page = await browser.go(page.url, isLogin ? { prompt: "login", login: person, password: "x" } : { prompt: "consent" });
  }
  return page;
}

const me = async (browser: Browser) => (await browser.go(`${url}/api/sign-in`)).json();

test("somebody the service knows by the name of an account is signed in to it, and linked", async () => {
  const id = await newAccount("zhou.wailai");
  const browser = new Browser();
  const page = await through(browser, "sub-zhou.wailai");
  expect(page.url).toBe(`${url}/today`);
  expect(await me(browser)).toMatchObject({
    stage: "full",
    person: { id, name: "周外来" },
    externalSignIn: { label: "市统一身份认证" },
  });
  const { links } = (await ask(app, accountRoutes.readAccount, { user: administrator, params: { accountId: id } })).json();
  expect(links).toMatchObject([{ issuer, subject: "sub-zhou.wailai" }]);
});

test("somebody without an account is told so, and one who is linked by hand gets in", async () => {
  const stranger = new Browser();
  const page = await through(stranger, "sub-stranger");
  expect([page.status, (await page.json()).code]).toEqual([403, "EXTERNAL_ACCOUNT_UNKNOWN"]);
  const id = await newAccount("zheng.bieming");
  const params = { accountId: id };
  const linked = await ask(app, accountRoutes.linkIdentity, { user: administrator, params, body: { subject: "sub-stranger" } });
  expect(linked.statusCode).toBe(204);
  const browser = new Browser();
  await through(browser, "sub-stranger");
  expect((await me(browser)).person.id).toBe(id);
  const body = { issuer, subject: "sub-stranger" };
  await ask(app, accountRoutes.unlinkIdentity, { user: administrator, params, body });
  expect((await through(new Browser(), "sub-stranger")).status).toBe(403);
});

test("an identity belongs to one account", async () => {
  const one = await newAccount("one.account");
  const other = await newAccount("other.account");
  const link = (accountId: string) =>
    ask(app, accountRoutes.linkIdentity, { user: administrator, params: { accountId }, body: { subject: "sub-shared" } });
  expect((await link(one)).statusCode).toBe(204);
  expect((await link(other)).json().code).toBe("RECORD_ID_REUSED");
});

test("what comes back to another browser, twice, or made up is refused", async () => {
  await newAccount("victim.name");
  const attacker = new Browser();
  let page = await attacker.go(`${url}/api/sign-in/external`);
  // Stops before the answer is handed over, to hand it to somebody else's browser.
  const caught: string[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (String(input).startsWith(`${url}/api/sign-in/external/return`)) caught.push(String(input));
    return caught.length === 0 ? original(input, init) : Promise.resolve(new Response(null, { status: 204 }));
  };
  for (let step = 0; step < 3 && page.url.includes("/interaction/"); step += 1) {
    const isLogin = (await page.text()).includes('name="password"');
    page = await attacker.go(
      page.url,
      isLogin ? { prompt: "login", login: "sub-victim.name", password: "x" } : { prompt: "consent" },
    );
  }
  globalThis.fetch = original;
  const [answer = ""] = caught;
  expect(answer).toContain("code=");
  const victim = new Browser();
  expect((await (await victim.go(answer)).json()).code).toBe("EXTERNAL_SIGN_IN_FAILED");
  const finished = await attacker.go(answer);
  expect(finished.status).not.toBe(401);
  expect((await (await attacker.go(answer)).json()).code).toBe("EXTERNAL_SIGN_IN_FAILED");
  const madeUp = await new Browser().go(`${url}/api/sign-in/external/return?code=x&state=y`);
  expect((await madeUp.json()).detail).toContain("登录已经过期，或者不是在这个浏览器里开始的");
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example"])("after signing in nobody is sent to %s", async (to) => {
  const browser = new Browser();
  expect((await through(browser, "sub-zhou.wailai", to)).url).toBe(`${url}/`);
});

test("a disabled account stays out", async () => {
  const id = await newAccount("gone.away");
  const { account } = (await ask(app, accountRoutes.readAccount, { user: administrator, params: { accountId: id } })).json();
  const { id: _, ...body } = account;
  await ask(app, accountRoutes.changeAccount, {
    user: administrator,
    params: { accountId: id },
    body: { ...body, isDisabled: true },
  });
  expect((await through(new Browser(), "sub-gone.away")).status).toBe(403);
});

test("where none is configured the address says so", async () => {
  const without = await testApplication(office);
  expect((await ask(without, accountRoutes.beginExternalSignIn)).json().code).toBe("EXTERNAL_SIGN_IN_OFF");
  await without.close();
});
