import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { buildRequest } from "../../../test/builders/case-file.js";
import { type DeskOffice, deskOffice } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { AccountRole } from "../../register/account.js";
import type { CaseEventBody } from "../../register/case-event.js";
import type { MailSettings } from "../../storage/mail-settings.js";
import { openCases } from "../../storage/stores/case-store.js";
import { addJobRun } from "../../storage/stores/job-run-store.js";
import { addAccount } from "../accounts/save-account.js";
import { type Actor, SYSTEM_ACTOR } from "../office.js";
import { markNoticesRead, ownNotices } from "./own-notices.js";
import { sendNotices } from "./send-notices.js";

const NAME = "欧阳沐泽";
const ASKED = "拆迁补偿标准";
let database: TestDatabase;
let office: DeskOffice;
let server: SMTPServer;
let mail: MailSettings;
let received: { readonly to: string; readonly text: string }[] = [];
let isRefusing = false;

/** A real server that takes what is sent to it, or refuses it. */
function smtpServer(): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (isRefusing) return done(new Error("mailbox unavailable"));
        const to = envelope.rcptTo.map(({ address }) => address).join(",");
        received.push({ to, text: decoded(Buffer.concat(parts).toString("utf8")) });
        return done();
      });
    },
  });
}

/** The words of a mail: its encoded parts put back. */
function decoded(raw: string): string {
  const [head = "", body = ""] = raw.split(/\r\n\r\n/);
  const subject = head
    .replaceAll(/\r\n\s+/g, " ")
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=\s*/gi, (_, text: string) => Buffer.from(text, "base64").toString("utf8"));
  const text = /base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8") : quotedPrintable(body);
  return `${subject.replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=\s*/gi, (_, one: string) => quotedPrintable(one.replaceAll("_", " ")))}\n${text}`;
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r\n/g, "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1",
  ).toString("utf8");

async function person(loginName: string, name: string, roles: readonly AccountRole[], isReached = true): Promise<Actor> {
  const email = isReached ? `${loginName}@example.gov.cn` : null;
  const input = { loginName, name, roles, email, isDisabled: false };
  const { account } = await addAccount(office, SYSTEM_ACTOR, { account: input, withPassword: true });
  return { id: account.id, name, roles };
}

let made = 0;
async function addCase(
  events: readonly Readonly<Record<string, unknown>>[],
  changes: Parameters<typeof buildRequest>[0] = {},
): Promise<void> {
  made += 1;
  const id = `n${made}`;
  const request = buildRequest({
    id,
    agencyId: "A1",
    number: `甲依申请〔2025〕${made}号`,
    requesterName: NAME,
    description: ASKED,
    ...changes,
  });
  const bodies = events.map((body, at) => ({ id: `${id}-${at}`, body: body as unknown as CaseEventBody })); // days are texts in tests
  await openCases(database, [{ request, events: bodies }], "registrar");
}

let handler: Actor;
let head: Actor;
let keeper: Actor;

beforeAll(async () => {
  database = await testDatabase();
  office = deskOffice(database, "2025-03-27");
  await addAgency(database, "A1");
  handler = await person("wang", "王五", [{ agencyId: "A1", role: "handler" }]);
  head = await person("zhao", "赵六", [{ agencyId: "A1", role: "head" }], false);
  keeper = await person("xitong", "系统管理员", [{ agencyId: "register", role: "system-administrator" }]);
  server = smtpServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo; // it listens on a port
  mail = {
    ...{ host: "127.0.0.1", port, secure: false, user: null, password: null, from: "政府信息公开办公室 <xxgk@example.gov.cn>" },
    ...{ quietFrom: "20:00", quietUntil: "08:00", digestMinutes: 60 },
  };
});
beforeEach(() => {
  received = [];
  isRefusing = false;
});
afterAll(async () => {
  await new Promise<void>((done) => server.close(() => done()));
  await database.close();
});

const PUBLIC_URL = "https://xxgk.example.gov.cn/";
const labels = async (actor: Actor) =>
  (await ownNotices(office, actor, { before: null, limit: 50 })).notices.map(({ label }) => label);

test("what is due, given to somebody and new from the portal is told once, in one mail, with numbers and links and nothing of a person", async () => {
  // Received on 2025-03-03, due on 2025-03-31; two working days are left.
  await addCase([
    { type: "received", on: "2025-03-03" },
    { type: "accepted", on: "2025-03-04", handler: "王五" },
  ]);
  await addCase([{ type: "received", on: "2025-03-26" }], { channel: "online", arrivedOn: "2025-03-26" });
  const sent = await sendNotices(office, { mail, publicUrl: PUBLIC_URL });
  expect(sent).toMatchObject({ mailed: 1, failed: 0 });
  expect((await labels(handler)).sort()).toEqual(["公开平台新收申请", "分给我办理", "即将到期"].sort());
  expect(received.map(({ to }) => to)).toEqual(["wang@example.gov.cn"]);
  const text = received[0]?.text ?? "";
  expect(text).toContain("即将到期 1 件");
  expect(text).toContain("甲依申请〔2025〕1号，期限 2025年3月31日");
  expect(text).toContain("https://xxgk.example.gov.cn/cases/n1");
  for (const secret of [NAME, ASKED, "13800001234", "11010519491231002X", "王五"]) expect(text).not.toContain(secret);

  expect(await sendNotices(office, { mail, publicUrl: PUBLIC_URL })).toEqual({ collected: 0, mailed: 0, failed: 0 });
});

test("a last day that has passed is told to the head, too; without an address it is told in the office only", async () => {
  office.goTo("2025-04-01");
  await sendNotices(office, { mail, publicUrl: PUBLIC_URL });
  expect(await labels(head)).toContain("已经逾期");
  expect(received.map(({ to }) => to)).toEqual(["wang@example.gov.cn"]);
  expect(received[0]?.text).toContain("已经逾期 1 件");
});

test("in the hours of quiet nothing goes out; what came up goes out together afterwards", async () => {
  office.goTo("2025-04-02");
  const at = (time: string) => ({ ...office, now: () => new Date(`2025-04-02T${time}:00+08:00`) });
  await addCase([{ type: "received", on: "2025-04-02" }], { channel: "online", arrivedOn: "2025-04-02" });
  expect(await sendNotices(at("20:30"), { mail, publicUrl: PUBLIC_URL })).toMatchObject({ mailed: 0 });
  expect(received).toEqual([]);
  const morning = { ...office, now: () => new Date("2025-04-03T08:00:00+08:00") };
  expect(await sendNotices(morning, { mail, publicUrl: PUBLIC_URL })).toMatchObject({ mailed: 1 });
  const soon = { ...office, now: () => new Date("2025-04-03T08:30:00+08:00") };
  await addCase([{ type: "received", on: "2025-04-03" }], { channel: "online", arrivedOn: "2025-04-03" });
  expect(await sendNotices(soon, { mail, publicUrl: PUBLIC_URL })).toMatchObject({ mailed: 0 });
});

test("a mail that is refused is tried again; what was read meanwhile is not sent", async () => {
  office.goTo("2025-04-07");
  isRefusing = true;
  expect(await sendNotices(office, { mail, publicUrl: PUBLIC_URL })).toMatchObject({ mailed: 0, failed: 1 });
  isRefusing = false;
  await markNoticesRead(office, handler, null);
  expect((await ownNotices(office, handler, { before: null, limit: 10 })).unread).toBe(0);
  expect(await sendNotices(office, { mail, publicUrl: PUBLIC_URL })).toMatchObject({ mailed: 0, failed: 0 });
  expect(received).toEqual([]);
});

test("a backup that failed is told to the system administrator, and nothing else", async () => {
  office.goTo("2025-04-08");
  await addJobRun(database.db, {
    job: "back-up",
    startedAt: "2025-04-08T02:30:00.000Z",
    milliseconds: 10,
    isDone: false,
    detail: {},
  });
  await sendNotices(office, { mail, publicUrl: PUBLIC_URL });
  expect(await labels(keeper)).toEqual(["备份没有成功"]);
});

test("whoever has no role in an agency any more sees none of its notices", async () => {
  const elsewhere = { ...handler, roles: [{ agencyId: "A2", role: "handler" as const }] };
  expect(await ownNotices(office, elsewhere, { before: null, limit: 10 })).toMatchObject({ unread: 0, notices: [] });
});
