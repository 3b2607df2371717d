import type { FastifyInstance } from "fastify";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { accountRoutes } from "../../api/accounts.js";
import { addFirstAccount } from "../../operations/accounts/save-account.js";
import { type Office, officeOver } from "../../operations/office.js";

const { signIn, readSignIn, changePassword, addAccount, changeAccount, makeToken } = accountRoutes;
const START = Date.parse("2026-03-02T01:00:00Z");
const MINUTE = 60_000;

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let administrator: SignedInUser;
let now = START;

beforeAll(async () => {
  database = await testDatabase();
  office = { ...officeOver(database), now: () => new Date(now) };
  await addAgency(database, "A1");
  await addAgency(database, "A2");
  app = await testApplication(office);
});
beforeEach(async () => {
  administrator = await signedInUser(office, ["security-administrator"], "赵安全");
});
afterAll(async () => {
  await app.close();
  await database.close();
});

interface Made {
  readonly id: string;
  readonly loginName: string;
  readonly password: string;
}

let made = 0;

/** An account as an administrator makes one, with the password that is used once. */
async function newAccount(
  roles: readonly { agencyId: string; role: string }[] = [{ agencyId: "A1", role: "handler" }],
): Promise<Made> {
  made += 1;
  const loginName = `zhang.${made}`;
  const reply = await ask(app, addAccount, { user: administrator, body: { loginName, name: `张办事${made}`, roles } });
  expect(reply.statusCode).toBe(200);
  return { id: reply.json().account.id, loginName, password: reply.json().oneTimePassword };
}

async function enter(loginName: string, password: string) {
  const reply = await ask(app, signIn, { body: { loginName, password } });
  const cookie = reply.cookies.find(({ name }) => name === "yangguang-session");
  const user = { accountId: "", secret: cookie?.value ?? "", cookie: `yangguang-session=${cookie?.value}` };
  return { reply, user, cookie };
}

/** An account whose password was changed, signed in. */
async function ready(roles?: readonly { agencyId: string; role: string }[]) {
  const account = await newAccount(roles);
  const { user } = await enter(account.loginName, account.password);
  const password = "Bianyong-2026";
  const reply = await ask(app, changePassword, { user, body: { old: account.password, fresh: password } });
  expect(reply.json().stage).toBe("full");
  return { ...account, password, user };
}

test("a password that an administrator gave opens nothing but the page where it is changed", async () => {
  const account = await newAccount();
  const { reply, user, cookie } = await enter(account.loginName.toUpperCase(), account.password);
  expect(reply.json()).toMatchObject({ stage: "change-password", person: { loginName: account.loginName } });
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
  expect((await ask(app, accountRoutes.listOwnAgencies, { user })).json()).toMatchObject({
    status: 403,
    code: "SIGN_IN_INCOMPLETE",
    detail: "登录还没有完成，请先修改密码。",
  });
  const changed = await ask(app, changePassword, { user, body: { old: account.password, fresh: "Bianyong-2026" } });
  expect(changed.json().stage).toBe("full");
  expect((await ask(app, accountRoutes.listOwnAgencies, { user })).json().items).toMatchObject([
    { id: "A1", name: "A1市民政局" },
  ]);
});

test("a password that was given and not used in time opens nothing", async () => {
  const account = await newAccount();
  now += 73 * 60 * MINUTE;
  expect((await enter(account.loginName, account.password)).reply.json().code).toBe("SIGN_IN_FAILED");
});

test.each([
  ["Ab1!", "至少 10 位"],
  ["onlysmallletters", "小写字母、大写字母、数字、符号中至少有 3 种"],
  ["Password2026!", "太常见，容易被猜到"],
  ["Xk9!23456789", "不能有五个以上连续或者重复的字符"],
])("the password %s is refused", async (fresh, fault) => {
  const { user, password } = await ready();
  const reply = await ask(app, changePassword, { user, body: { old: password, fresh } });
  expect(reply.json()).toMatchObject({ code: "PASSWORD_UNFIT" });
  expect(reply.json().details).toContain(fault);
});

test("five wrong passwords lock an account, each time for twice as long; the right one opens nothing meanwhile", async () => {
  const { loginName, password } = await ready();
  const wrong = async () => (await enter(loginName, "wrong")).reply.json().code;
  expect([await wrong(), await wrong(), await wrong(), await wrong(), await wrong()]).toEqual([
    ...Array.from({ length: 4 }, () => "SIGN_IN_FAILED"),
    "SIGN_IN_LOCKED",
  ]);
  now += 14 * MINUTE;
  expect((await enter(loginName, password)).reply.json().code).toBe("SIGN_IN_LOCKED");
  now += 2 * MINUTE;
  for (let index = 0; index < 5; index += 1) await wrong();
  now += 16 * MINUTE;
  expect((await enter(loginName, password)).reply.json().code).toBe("SIGN_IN_LOCKED");
  now += 15 * MINUTE;
  expect((await enter(loginName, password)).reply.statusCode).toBe(200);
});

test("an account that does not exist and a wrong password are answered alike", async () => {
  const { loginName } = await ready();
  const one = (await enter(loginName, "wrong")).reply;
  const other = (await enter("nobody-here", "wrong")).reply;
  expect(other.json()).toEqual(one.json());
});

test("many wrong passwords at once are counted as many", async () => {
  const { loginName, password } = await ready();
  await Promise.all(Array.from({ length: 6 }, () => enter(loginName, "wrong")));
  expect((await enter(loginName, password)).reply.json().code).toBe("SIGN_IN_LOCKED");
});

test("a session ends when nobody is there for half an hour, and after twelve hours in any case", async () => {
  const { user, loginName, password } = await ready();
  const isIn = async (one: SignedInUser) => (await ask(app, readSignIn, { user: one })).json().person !== null;
  for (let index = 0; index < 3; index += 1) {
    now += 29 * MINUTE;
    expect(await isIn(user)).toBe(true);
  }
  now += 31 * MINUTE;
  expect(await isIn(user)).toBe(false);
  const again = (await enter(loginName, password)).user;
  for (let index = 0; index < 24; index += 1) {
    now += 29 * MINUTE;
    await isIn(again);
  }
  expect(await isIn(again)).toBe(true);
  now += 25 * MINUTE;
  expect(await isIn(again)).toBe(false);
});

test("a password is changed again after ninety days", async () => {
  const { loginName, password } = await ready();
  now += 91 * 24 * 60 * MINUTE;
  expect((await enter(loginName, password)).reply.json().stage).toBe("change-password");
});

test("changing the password signs out everywhere else; signing out ends the session", async () => {
  const { loginName, password, user } = await ready();
  const other = (await enter(loginName, password)).user;
  const { items } = (await ask(app, accountRoutes.listOwnSessions, { user })).json();
  expect(items).toHaveLength(2);
  await ask(app, changePassword, { user, body: { old: password, fresh: "Genghuan-2027" } });
  expect((await ask(app, accountRoutes.listOwnSessions, { user: other })).statusCode).toBe(401);
  expect((await ask(app, accountRoutes.signOut, { user })).statusCode).toBe(204);
  expect((await ask(app, accountRoutes.listOwnSessions, { user })).statusCode).toBe(401);
});

test("a second factor is asked for once it is enrolled; a code opens once; a recovery code opens once", async () => {
  const { user, loginName, password } = await ready();
  const enrolment = (await ask(app, accountRoutes.beginSecondFactor, { user })).json();
  expect(enrolment.uri).toMatch(/^otpauth:\/\/totp\//);
  const codes = new TOTP({ secret: Secret.fromBase32(enrolment.secret) });
  const code = () => codes.generate({ timestamp: now });
  expect((await ask(app, accountRoutes.confirmSecondFactor, { user, body: { code: "000000" } })).statusCode).toBe(401);
  const { recoveryCodes } = (await ask(app, accountRoutes.confirmSecondFactor, { user, body: { code: code() } })).json();
  expect(recoveryCodes).toHaveLength(10);

  now += MINUTE;
  const second = await enter(loginName, password);
  expect(second.reply.json().stage).toBe("second-factor");
  expect((await ask(app, accountRoutes.listOwnAgencies, { user: second.user })).json().code).toBe("SIGN_IN_INCOMPLETE");
  const used = code();
  expect((await ask(app, accountRoutes.verifySecondFactor, { user: second.user, body: { code: used } })).json().stage).toBe(
    "full",
  );
  const third = await enter(loginName, password);
  expect((await ask(app, accountRoutes.verifySecondFactor, { user: third.user, body: { code: used } })).json().code).toBe(
    "SECOND_FACTOR_WRONG",
  );
  const recovery = recoveryCodes[0].toUpperCase();
  expect((await ask(app, accountRoutes.verifySecondFactor, { user: third.user, body: { code: recovery } })).json().stage).toBe(
    "full",
  );
  const fourth = await enter(loginName, password);
  expect((await ask(app, accountRoutes.verifySecondFactor, { user: fourth.user, body: { code: recovery } })).statusCode).toBe(
    401,
  );
});

test("wrong codes lock the account, however often the password is entered between them", async () => {
  const { user, loginName, password } = await ready();
  const { secret } = (await ask(app, accountRoutes.beginSecondFactor, { user })).json();
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
  await ask(app, accountRoutes.confirmSecondFactor, { user, body: { code } });
  const replies: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { user: half } = await enter(loginName, password);
    replies.push((await ask(app, accountRoutes.verifySecondFactor, { user: half, body: { code: "000000" } })).json().code);
  }
  expect(replies.at(-1)).toBe("SIGN_IN_LOCKED");
});

test("an administrator who must have a second factor enrols one before anything else", async () => {
  const rules = (await ask(app, accountRoutes.readSignInPolicy, { user: administrator })).json();
  const change = { ...rules, secondFactor: "administrators" };
  expect((await ask(app, accountRoutes.changeSignInPolicy, { user: administrator, body: change })).statusCode).toBe(200);
  const account = await newAccount([{ agencyId: "register", role: "audit-administrator" }]);
  const { user } = await enter(account.loginName, account.password);
  const changed = await ask(app, changePassword, { user, body: { old: account.password, fresh: "Shenji-2026!" } });
  expect(changed.json().stage).toBe("enrol-second-factor");
  expect((await ask(app, accountRoutes.listOwnSessions, { user })).json().detail).toBe(
    "登录还没有完成，请先启用动态口令或者安全密钥。",
  );
  await ask(app, accountRoutes.changeSignInPolicy, { user: administrator, body: rules });
});

test("nobody is two of the three administrators, and no administrator handles requests", async () => {
  const body = (...roles: string[]) => ({
    loginName: "two.hats",
    name: "两顶帽",
    roles: roles.map((role) => ({ agencyId: "register", role })),
  });
  const refused = await ask(app, addAccount, { user: administrator, body: body("system-administrator", "audit-administrator") });
  expect(refused.json()).toMatchObject({
    code: "ADMINISTRATORS_SEPARATE",
    detail: "系统管理员、安全管理员、审计管理员必须分开：系统管理员不能兼任审计管理员。请改由不同的人担任。",
  });
  expect((await ask(app, addAccount, { user: administrator, body: body("audit-administrator", "handler") })).statusCode).toBe(
    409,
  );
});

test("only an administrator belongs to all agencies: whoever handles requests does so for one", async () => {
  const roles = [{ agencyId: "register", role: "handler" }];
  const body = { loginName: "every.where", name: "处处在", roles };
  expect((await ask(app, addAccount, { user: administrator, body })).json()).toMatchObject({
    code: "INPUT_INVALID",
    detail: "填写的内容不完整或者不符合要求：经办人须选一个机关，不能是全部机关。请修改后重试。",
  });
});

test("who loses a role is signed out at once, and what was before stays on record", async () => {
  const { user, id } = await ready();
  const { account } = (await ask(app, accountRoutes.readAccount, { user: administrator, params: { accountId: id } })).json();
  const { id: _, ...body } = account;
  const params = { accountId: id };
  const change = { ...body, roles: [{ agencyId: "A2", role: "reviewer" }], reason: "调任" };
  expect((await ask(app, changeAccount, { user: administrator, params, body: change })).json().account.version).toBe(
    body.version + 1,
  );
  expect((await ask(app, accountRoutes.listOwnSessions, { user })).statusCode).toBe(401);
  const stale = await ask(app, changeAccount, { user: administrator, params, body: { ...body, name: "另一个" } });
  expect(stale.json()).toMatchObject({ status: 409, code: "RECORD_STALE" });
  expect(stale.json().detail).toContain("赵安全");
});

test("an account that was disabled does not sign in, and its session is over", async () => {
  const { user, id, loginName, password } = await ready();
  const { account } = (await ask(app, accountRoutes.readAccount, { user: administrator, params: { accountId: id } })).json();
  const { id: _, ...body } = account;
  await ask(app, changeAccount, { user: administrator, params: { accountId: id }, body: { ...body, isDisabled: true } });
  expect((await ask(app, accountRoutes.listOwnSessions, { user })).statusCode).toBe(401);
  expect((await enter(loginName, password)).reply.json().code).toBe("SIGN_IN_FAILED");
});

test("an administrator of one agency manages the accounts of that agency only", async () => {
  const local = await signedInUser(office, [["security-administrator", "A1"]]);
  const inside = { loginName: "inside.1", name: "甲", roles: [{ agencyId: "A1", role: "handler" }] };
  expect((await ask(app, addAccount, { user: local, body: inside })).statusCode).toBe(200);
  const outside = { loginName: "outside.1", name: "乙", roles: [{ agencyId: "A2", role: "handler" }] };
  expect((await ask(app, addAccount, { user: local, body: outside })).statusCode).toBe(403);
  const everywhere = { loginName: "everywhere.1", name: "丙", roles: [{ agencyId: "register", role: "security-administrator" }] };
  expect((await ask(app, addAccount, { user: local, body: everywhere })).statusCode).toBe(403);
  const foreign = await newAccount([{ agencyId: "A2", role: "handler" }]);
  for (const route of [accountRoutes.readAccount, accountRoutes.signOutAccount]) {
    expect((await ask(app, route, { user: local, params: { accountId: foreign.id } })).statusCode).toBe(403);
  }
  const { items } = (await ask(app, accountRoutes.listAccounts, { user: local })).json();
  expect(items.every(({ roles }: { roles: { agencyId: string }[] }) => roles.every(({ agencyId }) => agencyId === "A1"))).toBe(
    true,
  );
});

test("an account nobody can sign in to again is opened with a new password", async () => {
  const { id, loginName, password, user } = await ready();
  const reply = await ask(app, accountRoutes.resetPassword, { user: administrator, params: { accountId: id }, body: {} });
  expect((await ask(app, accountRoutes.listOwnSessions, { user })).statusCode).toBe(401);
  expect((await enter(loginName, password)).reply.statusCode).toBe(401);
  expect((await enter(loginName, reply.json().oneTimePassword)).reply.json().stage).toBe("change-password");
});

test("a token of another system opens what it was given, in its agency, until it is revoked or over", async () => {
  const user = administrator;
  const asked = { user, params: { agencyId: "A1" }, body: { name: "督查系统", rights: ["audit:read"], days: 30 } };
  const { secret, token } = (await ask(app, makeToken, asked)).json();
  const ends = (await ask(app, makeToken, asked)).json().secret;
  expect((await ask(app, accountRoutes.listOwnAgencies, { token: secret })).json().items).toMatchObject([{ id: "A1" }]);
  expect((await ask(app, accountRoutes.listAccounts, { token: secret })).statusCode).toBe(403);
  // A token has no password to change.
  expect((await ask(app, accountRoutes.listOwnSessions, { token: secret })).statusCode).toBe(401);
  const params = { agencyId: "A1", tokenId: token.id };
  expect((await ask(app, accountRoutes.revokeToken, { user, params: { ...params, agencyId: "A2" } })).statusCode).toBe(404);
  expect((await ask(app, accountRoutes.revokeToken, { user, params })).statusCode).toBe(204);
  expect((await ask(app, accountRoutes.listOwnAgencies, { token: secret })).statusCode).toBe(401);
  now += 31 * 24 * 60 * MINUTE;
  expect((await ask(app, accountRoutes.listOwnAgencies, { token: ends })).statusCode).toBe(401);
});

test("nothing that is stored lets anybody in: no password, session, token or shared secret lies open", async () => {
  const { user, password } = await ready();
  const { secret } = (await ask(app, accountRoutes.beginSecondFactor, { user })).json();
  const asked = { user: administrator, params: { agencyId: "A1" }, body: { name: "一", rights: ["audit:read"] } };
  const headers = { "idempotency-key": "key-of-a-token" };
  const token = (await ask(app, makeToken, { ...asked, headers })).json().secret;
  const tables = ["account_version", "activity", "account_credential", "account_session", "access_token", "kept_reply"] as const;
  const stored: string[] = [];
  for (const table of tables) {
    const rows = await database.db.selectFrom(table).selectAll().execute();
    stored.push(
      JSON.stringify(rows, (_, value) => (value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value)),
    );
  }
  for (const open of [password, user.secret, secret, token]) expect(stored.join("\n")).not.toContain(open);
});

test("the first start makes one security administrator, once, also when two processes start at once", async () => {
  const fresh = await testDatabase();
  const first = await Promise.all([1, 2, 3].map(() => addFirstAccount(officeOver(fresh))));
  expect(first.filter((one) => one !== null)).toHaveLength(1);
  expect(await addFirstAccount(officeOver(fresh))).toBeNull();
  const [{ loginName, password } = { loginName: "", password: "" }] = first.filter((one) => one !== null);
  expect(password).toMatch(/^([A-Z][a-z]\d[a-z]-){3}[A-Z][a-z]\d[a-z]$/);
  const one = await testApplication(officeOver(fresh));
  const reply = await ask(one, signIn, { body: { loginName, password } });
  expect(reply.json()).toMatchObject({
    stage: "change-password",
    person: { posts: [{ role: "security-administrator", agencyName: "全部机关" }] },
  });
  await one.close();
  await fresh.close();
});

test("the last security administrator cannot be taken away, nor take away what is theirs", async () => {
  const fresh = await testDatabase();
  const other = officeOver(fresh);
  const only = await signedInUser(other, ["security-administrator"]);
  const second = await signedInUser(other, [["security-administrator", "A1"]]);
  const one = await testApplication(other);
  const params = { accountId: only.accountId };
  const { account } = (await ask(one, accountRoutes.readAccount, { user: only, params })).json();
  const { id: _, ...body } = account;
  expect((await ask(one, changeAccount, { user: only, params, body: { ...body, isDisabled: true } })).json().code).toBe(
    "ACCOUNT_SELF",
  );
  const third = await signedInUser(other, ["security-administrator"]);
  // Both look before either acts.
  const read = async (user: SignedInUser, accountId: string) => {
    const { id: __, ...found } = (await ask(one, accountRoutes.readAccount, { user, params: { accountId } })).json().account;
    return () => ask(one, changeAccount, { user, params: { accountId }, body: { ...found, isDisabled: true } });
  };
  const acts = [await read(only, third.accountId), await read(third, only.accountId)];
  const both = await Promise.all(acts.map((act) => act()));
  expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  expect((await ask(one, changeAccount, { user: second, params, body: { ...body, isDisabled: true } })).statusCode).toBe(403);
  await one.close();
  await fresh.close();
});
