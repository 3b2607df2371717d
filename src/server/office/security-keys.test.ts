import type { FastifyInstance } from "fastify";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { SoftwareKey } from "../../../test/builders/software-key.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { accountRoutes } from "../../api/accounts.js";
import { auditRoutes } from "../../api/audit.js";
import type { Route } from "../../api/define-route.js";
import { securityKeyRoutes } from "../../api/security-keys.js";
import { type Office, officeOver } from "../../operations/office.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";

const HERE = "http://localhost";
const PASSWORD = "Mima-zai-ci-2026";
const MINUTE = 60_000;
const { beginSecurityKey, confirmSecurityKey, beginKeySignIn, verifyKeySignIn, listSecurityKeys, removeSecurityKey } =
  securityKeyRoutes;

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let administrator: SignedInUser;
let now = Date.parse("2026-03-02T01:00:00Z");

beforeAll(async () => {
  database = await testDatabase();
  office = { ...officeOver(database), now: () => new Date(now) };
  await addAgency(database, "A1");
  app = await testApplication(office);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function asked(route: Route, user: SignedInUser, given: { body?: unknown; params?: Record<string, string> } = {}) {
  const reply = await ask(app, route, { user, ...given });
  return { status: reply.statusCode, ...(reply.body === "" ? {} : reply.json()) };
}

let made = 0;

interface Person {
  readonly id: string;
  readonly loginName: string;
  readonly user: SignedInUser;
}

/** Somebody with a password of their own, signed in. */
async function person(): Promise<Person> {
  made += 1;
  administrator = await signedInUser(office, ["security-administrator"], "赵安全");
  const loginName = `li.${made}`;
  const roles = [{ agencyId: "A1", role: "handler" }];
  const { account, oneTimePassword } = await asked(accountRoutes.addAccount, administrator, {
    body: { loginName, name: `李办事${made}`, roles },
  });
  const user = await enter(loginName, oneTimePassword);
  await asked(accountRoutes.changePassword, user, { body: { old: oneTimePassword, fresh: PASSWORD } });
  return { id: account.id, loginName, user };
}

async function enter(loginName: string, password = PASSWORD): Promise<SignedInUser> {
  const reply = await ask(app, accountRoutes.signIn, { body: { loginName, password } });
  const secret = reply.cookies.find(({ name }) => name === "yangguang-session")?.value ?? "";
  return { accountId: "", secret, cookie: `yangguang-session=${secret}` };
}

async function enrol(user: SignedInUser, key: SoftwareKey, name = "办公室的密钥") {
  const response = key.make(await asked(beginSecurityKey, user), HERE);
  return asked(confirmSecurityKey, user, { body: { name, response } });
}

test("a key is asked for once it is enrolled, and opens the office with its touch", async () => {
  const { user, loginName } = await person();
  const key = new SoftwareKey();
  const { recoveryCodes, stage } = await enrol(user, key);
  expect([recoveryCodes.length, stage]).toEqual([10, "full"]);
  expect((await asked(listSecurityKeys, user)).items).toMatchObject([{ name: "办公室的密钥", usedAt: null }]);

  now += MINUTE;
  const half = await enter(loginName);
  expect(await asked(accountRoutes.readSignIn, half)).toMatchObject({
    stage: "second-factor",
    offersSecurityKeys: true,
    person: { hasSecondFactor: true, hasCodes: false, securityKeys: 1 },
  });
  expect((await asked(accountRoutes.listOwnAgencies, half)).code).toBe("SIGN_IN_INCOMPLETE");
  const response = key.sign(await asked(beginKeySignIn, half), HERE);
  expect(await asked(verifyKeySignIn, half, { body: { response } })).toMatchObject({ status: 200, stage: "full" });
  expect((await asked(accountRoutes.listOwnAgencies, half)).status).toBe(200);
  const [stored] = (await asked(listSecurityKeys, half)).items;
  expect(stored.usedAt).toBe(new Date(now).toISOString());
});

test("what was signed once is not taken again, nor what was asked for too long ago", async () => {
  const { user, loginName } = await person();
  const key = new SoftwareKey();
  await enrol(user, key);
  const half = await enter(loginName);
  const response = key.sign(await asked(beginKeySignIn, half), HERE);
  expect((await asked(verifyKeySignIn, half, { body: { response } })).status).toBe(200);
  const other = await enter(loginName);
  expect((await asked(verifyKeySignIn, other, { body: { response } })).code).toBe("SECURITY_KEY_EXPIRED");
  await asked(beginKeySignIn, other);
  expect((await asked(verifyKeySignIn, other, { body: { response } })).code).toBe("SECURITY_KEY_WRONG");
  const late = key.sign(await asked(beginKeySignIn, other), HERE);
  now += 4 * MINUTE;
  expect((await asked(verifyKeySignIn, other, { body: { response: late } })).code).toBe("SECURITY_KEY_EXPIRED");
});

test("a signature for another place is refused, when the key is made and when it signs", async () => {
  const { user, loginName } = await person();
  const key = new SoftwareKey();
  const response = key.make(await asked(beginSecurityKey, user), "http://office.example");
  expect((await asked(confirmSecurityKey, user, { body: { name: "甲", response } })).code).toBe("SECURITY_KEY_WRONG");
  const elsewhere = key.make({ ...(await asked(beginSecurityKey, user)), rp: { id: "office.example" } }, HERE);
  expect((await asked(confirmSecurityKey, user, { body: { name: "甲", response: elsewhere } })).code).toBe("SECURITY_KEY_WRONG");
  await enrol(user, key);
  const half = await enter(loginName);
  for (const wrong of [
    key.sign(await asked(beginKeySignIn, half), "http://office.example"),
    key.sign({ ...(await asked(beginKeySignIn, half)), rpId: "office.example" }, HERE),
  ]) {
    await asked(beginKeySignIn, half);
    expect((await asked(verifyKeySignIn, half, { body: { response: wrong } })).code).toBe("SECURITY_KEY_WRONG");
  }
});

test("the key of another account does not sign, and cannot be enrolled twice", async () => {
  const [one, other] = [await person(), await person()];
  const [key, foreign] = [new SoftwareKey(), new SoftwareKey()];
  await enrol(one.user, key);
  await enrol(other.user, foreign);
  expect((await enrol(one.user, foreign)).code).toBe("SECURITY_KEY_KNOWN");
  const half = await enter(one.loginName);
  const response = foreign.sign(await asked(beginKeySignIn, half), HERE);
  expect((await asked(verifyKeySignIn, half, { body: { response } })).code).toBe("SECURITY_KEY_WRONG");
});

test("a copy of a key is found by its count", async () => {
  const { user, loginName } = await person();
  const key = new SoftwareKey();
  await enrol(user, key);
  key.counter = 7;
  const first = await enter(loginName);
  const response = key.sign(await asked(beginKeySignIn, first), HERE);
  expect((await asked(verifyKeySignIn, first, { body: { response } })).status).toBe(200);
  key.counter = 3;
  const second = await enter(loginName);
  const copied = key.sign(await asked(beginKeySignIn, second), HERE);
  expect((await asked(verifyKeySignIn, second, { body: { response: copied } })).code).toBe("SECURITY_KEY_WRONG");
});

test("wrong signatures lock the account like wrong passwords", async () => {
  const { user, loginName } = await person();
  await enrol(user, new SoftwareKey());
  const codes: string[] = [];
  for (let time = 0; time < 5; time += 1) {
    const half = await enter(loginName);
    const response = new SoftwareKey().sign(await asked(beginKeySignIn, half), HERE);
    codes.push((await asked(verifyKeySignIn, half, { body: { response } })).code);
  }
  expect(codes.at(-1)).toBe("SIGN_IN_LOCKED");
});

test("the app that makes codes stays beside the keys, with the same recovery codes", async () => {
  const { user, loginName } = await person();
  const { recoveryCodes } = await enrol(user, new SoftwareKey());
  const { secret } = await asked(accountRoutes.beginSecondFactor, user);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
  expect((await asked(accountRoutes.confirmSecondFactor, user, { body: { code } })).recoveryCodes).toEqual([]);
  const half = await enter(loginName);
  const used = await asked(accountRoutes.verifySecondFactor, half, { body: { code: recoveryCodes[0] } });
  expect(used).toMatchObject({ stage: "full", person: { hasCodes: true, securityKeys: 1, recoveryCodesLeft: 9 } });
});

test("a key is given up with the password; the last factor only where the rules ask for none", async () => {
  const { user, loginName } = await person();
  const key = new SoftwareKey();
  await enrol(user, key);
  const keyId = key.id.toString("base64url");
  const remove = (password: string) => asked(removeSecurityKey, user, { params: { keyId }, body: { password } });
  expect((await remove("wrong")).code).toBe("PASSWORD_WRONG");
  const rules = await asked(accountRoutes.readSignInPolicy, administrator);
  const { status: _, ...policy } = rules;
  await asked(accountRoutes.changeSignInPolicy, administrator, { body: { ...policy, secondFactor: "everybody" } });
  expect((await remove(PASSWORD)).code).toBe("SECOND_FACTOR_DEMANDED");
  await asked(accountRoutes.changeSignInPolicy, administrator, { body: policy });
  expect((await remove(PASSWORD)).status).toBe(204);
  expect((await asked(listSecurityKeys, user)).items).toEqual([]);
  expect((await asked(accountRoutes.readSignIn, await enter(loginName))).stage).toBe("full");
});

test("whoever must have a second factor may enrol a key instead of an app", async () => {
  const { status: _, ...policy } = await asked(accountRoutes.readSignInPolicy, administrator);
  const { loginName } = await person();
  await asked(accountRoutes.changeSignInPolicy, administrator, { body: { ...policy, secondFactor: "everybody" } });
  const half = await enter(loginName);
  expect((await asked(accountRoutes.readSignIn, half)).stage).toBe("enrol-second-factor");
  expect(await enrol(half, new SoftwareKey())).toMatchObject({ status: 200, stage: "full" });
  await asked(accountRoutes.changeSignInPolicy, administrator, { body: policy });
});

test("the administrator sees the keys by name and takes them away with a new password; all of it is in the trail", async () => {
  const { id, user, loginName } = await person();
  await enrol(user, new SoftwareKey(), "家里的密钥");
  const params = { accountId: id };
  const state = await asked(accountRoutes.readAccount, administrator, { params });
  expect(state.credential).toMatchObject({ hasCodes: false, securityKeys: [{ name: "家里的密钥" }], recoveryCodesLeft: 10 });
  const { oneTimePassword } = await asked(accountRoutes.resetPassword, administrator, {
    params,
    body: { withSecondFactor: true },
  });
  expect((await asked(accountRoutes.readSignIn, await enter(loginName, oneTimePassword))).stage).toBe("change-password");
  const auditor = await signedInUser(office, ["audit-administrator"], "孙审计");
  const { items } = (await ask(app, auditRoutes.searchAudit, { user: auditor, query: { subject: id, limit: "50" } })).json();
  const told = items.map(({ what }: { what: string }) => what);
  expect(told).toEqual(expect.arrayContaining(["登记安全密钥", "停用动态口令", "停用安全密钥", "重置密码"]));
  expect((await verifyAudit(database)).isIntact).toBe(true);
});

test("without an address of its own the office takes no keys but on this machine", async () => {
  const { user } = await person();
  for (const host of ["192.168.3.4:8470", "office.example.gov.cn", "[::1]:8470"]) {
    const reply = await ask(app, beginSecurityKey, { user, headers: { host } });
    expect([host, reply.json().code]).toEqual([host, "SECURITY_KEY_OFF"]);
    expect((await ask(app, accountRoutes.readSignIn, { user, headers: { host } })).json().offersSecurityKeys).toBe(false);
  }
});
