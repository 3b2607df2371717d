import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { defineRoute } from "../../api/define-route.js";
import { addFirstAccount, resetPassword } from "../../operations/accounts/save-account.js";
import { type Office, officeOver, SYSTEM_ACTOR } from "../../operations/office.js";
import { OFFICE_DEFAULTS } from "../../operations/office-settings.js";
import { serveOffice } from "./serve-office.js";

let database: TestDatabase;
let office: Office;
beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
});
afterAll(() => database.close());

const settings = { ...OFFICE_DEFAULTS, port: 0 };
const own = { "x-requested-with": "yangguang", "content-type": "application/json" };

test("a browser signs in over the network, is known by its cookie, and is unknown after signing out", async () => {
  const { url, close } = await serveOffice({ office, settings, log: null });
  const first = await addFirstAccount(office);
  const body = JSON.stringify({ loginName: first?.loginName, password: first?.password });
  const reply = await fetch(`${url}/api/sign-in`, { method: "POST", headers: own, body });
  const [set = ""] = reply.headers.getSetCookie();
  expect(set).toMatch(/^yangguang-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const cookie = set.split(";")[0] ?? "";
  const who = async () => (await (await fetch(`${url}/api/sign-in`, { headers: { cookie } })).json()) as { person: unknown };
  expect((await who()).person).toMatchObject({ name: "安全管理员" });
  const out = await fetch(`${url}/api/sign-in`, { method: "DELETE", headers: { ...own, cookie } });
  expect([out.status, out.headers.getSetCookie()[0]]).toEqual([
    204,
    expect.stringMatching(/^yangguang-session=; .*Expires=Thu, 01 Jan 1970/),
  ]);
  expect((await who()).person).toBeNull();
  await close();
});

test("behind https the cookie is kept to the host and to https, and browsers are told to stay with https", async () => {
  const { accountId } = await signedInUser(office, ["security-administrator"]);
  const password = await resetPassword(office, SYSTEM_ACTOR, { accountId, withSecondFactor: false });
  const app = await testApplication(office, { configuration: { publicUrl: "https://office.example.gov.cn/" } });
  const signIn = (origin: string) =>
    app.inject({ method: "POST", url: "/api/sign-in", headers: { ...own, origin }, payload: { loginName: accountId, password } });
  expect((await signIn("http://office.example.gov.cn")).statusCode).toBe(403);
  const reply = await signIn("https://office.example.gov.cn");
  expect(reply.cookies[0]).toMatchObject({ name: "__Host-yangguang-session", secure: true, httpOnly: true, path: "/" });
  expect(reply.headers["strict-transport-security"]).toBe("max-age=31536000");
  await app.close();
});

/** Something one waits for and another gives. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

test("what is under way is finished before it stops; nothing new is taken", async () => {
  const begun = signal();
  const released = signal();
  const slow = defineRoute({
    id: "slow",
    method: "GET",
    path: "/slow",
    summary: "慢",
    tag: "试",
    right: "public",
    reply: z.object({ done: z.boolean() }),
  });
  const handle = async () => {
    begun.give();
    await released.given;
    return { done: true };
  };
  const app = await testApplication(office, { routes: [{ route: slow, handle }] });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const answer = fetch(`${url}/api/slow`);
  await begun.given;
  const closed = app.close();
  released.give();
  expect(await (await answer).json()).toEqual({ done: true });
  await closed;
  await expect(fetch(`${url}/api/slow`)).rejects.toThrow();
});

test("a port that is taken is told in a sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(serveOffice({ office, settings: { ...settings, port }, log: null })).rejects.toMatchObject({
    code: "ADDRESS_UNUSABLE",
    data: { reason: "已被其他程序占用" },
  });
  other.close();
});
