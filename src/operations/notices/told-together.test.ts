import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildRequest } from "../../../test/builders/case-file.js";
import { type DeskOffice, deskOffice } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { CaseEventBody } from "../../register/case-event.js";
import type { OfficeRole } from "../../register/office-role.js";
import { openCases } from "../../storage/stores/case-store.js";
import { addAccount } from "../accounts/save-account.js";
import { type Actor, SYSTEM_ACTOR } from "../office.js";
import { collectNotices } from "./collect-notices.js";
import { noticeMail } from "./notice-mail.js";
import { ownNotices } from "./own-notices.js";

let database: TestDatabase;
let office: DeskOffice;
const desk: Actor[] = [];
let head: Actor;

async function person(name: string, role: OfficeRole): Promise<Actor> {
  const roles = [{ agencyId: "A1", role }];
  const input = { loginName: name, name, roles, email: null, isDisabled: false };
  const { account } = await addAccount(office, SYSTEM_ACTOR, { account: input, withPassword: false });
  return { id: account.id, name, roles };
}

beforeAll(async () => {
  database = await testDatabase();
  office = deskOffice(database, "2025-03-10");
  await addAgency(database, "A1");
  for (const name of ["王五", "李四", "孙七"]) desk.push(await person(name, "handler"));
  head = await person("赵六", "head");
});
afterAll(() => database.close());

/** Cases that came in on a day and lie there since; on record at an instant of that time, not at that of the test. */
async function arrive(ids: readonly string[], on: string, handler?: string): Promise<void> {
  for (const id of ids) {
    const request = buildRequest({ id, agencyId: "A1", number: `甲〔2025〕${id}号` });
    const bodies = [{ type: "received", on }, ...(handler === undefined ? [] : [{ type: "accepted", on, handler }])];
    const events = bodies.map((body, at) => ({ id: `${id}-${at}`, body: body as unknown as CaseEventBody })); // days are texts in tests
    await openCases(database, [{ request, events }], "registrar");
    await sql`update case_summary set updated_at = ${`${on}T02:00:00Z`} where case_id = ${id}`.execute(database.db);
  }
}

const told = async (actor: Actor) =>
  (await ownNotices(office, actor, { before: null, limit: 50 })).notices
    .filter(({ isRead }) => !isRead)
    .map(({ label, number, path, dueOn }) => [label, number, path, dueOn]);

async function countRows(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from notice`.execute(database.db);
  return rows[0]?.count ?? 0;
}

test("hundreds that are given to nobody are one notice for each person, with their number and the way to the list", async () => {
  await arrive(
    Array.from({ length: 120 }, (_, at) => `a${at}`),
    "2025-03-03",
  );
  office.goTo("2025-04-01");
  expect(await collectNotices(office)).toBe(4);
  for (const one of [...desk, head])
    expect(await told(one)).toEqual([["没有分办的申请已经逾期", "120 件", "/today?group=late", "2025-03-31"]]);
  expect(await collectNotices(office)).toBe(0);
  expect(await countRows()).toBe(4);
});

test("the next day says nothing again; one more of them is told, in the place of what was not read", async () => {
  office.goTo("2025-04-02");
  expect(await collectNotices(office)).toBe(0);
  await arrive(["b1"], "2025-03-05");
  office.goTo("2025-04-03");
  expect(await collectNotices(office)).toBe(4);
  expect(await told(head)).toEqual([["没有分办的申请已经逾期", "121 件", "/today?group=late", "2025-03-31"]]);
});

test("one that is entered late is told although others are later than it", async () => {
  await arrive(["c1"], "2025-03-03");
  await sql`update case_summary set updated_at = '2025-04-03T05:00:00Z' where case_id = 'c1'`.execute(database.db);
  expect(await collectNotices(office)).toBe(4);
  expect((await told(head))[0]?.[1]).toBe("122 件");
});

test("fewer than before is no news", async () => {
  await sql`update case_summary set is_open = false where case_id in ('b1', 'c1', 'a0')`.execute(database.db);
  expect(await collectNotices(office)).toBe(0);
});

test("what is given to somebody is told to them by itself, and when it is late to the head", async () => {
  await arrive(["d1"], "2025-03-04", "王五");
  expect(await collectNotices(office)).toBe(3);
  const [wang] = desk;
  const singles = async (one: Actor | undefined) =>
    one === undefined
      ? []
      : (await told(one)).filter(([label]) => label === "已经逾期" || label === "分给我办理").map(([label]) => label);
  expect((await singles(wang)).sort()).toEqual(["分给我办理", "已经逾期"].sort());
  expect(await singles(head)).toEqual(["已经逾期"]);
  expect(await singles(desk[1])).toEqual([]);
});

test("what is due soon is told from the first of the three working days on, once", async () => {
  await arrive(["e1"], "2025-03-10");
  office.goTo("2025-04-07");
  const before = await countRows();
  await collectNotices(office);
  expect(await countRows()).toBe(before + 3);
  expect((await told(desk[1] ?? head))[0]).toEqual([
    "没有分办的申请即将到期",
    "甲〔2025〕e1号",
    "/today?group=soon",
    "2025-04-08",
  ]);
  office.goTo("2025-04-08");
  expect(await collectNotices(office)).toBe(0);
});

test("whoever comes to the desk is told of all of them", async () => {
  const late = await person("周八", "handler");
  await collectNotices(office);
  expect((await told(late)).map(([label]) => label).sort()).toEqual(["没有分办的申请即将到期", "没有分办的申请已经逾期"].sort());
});

test("a mail counts the cases and not the notices", () => {
  const notices = [{ kind: "overdue-unassigned", subject: "A1", number: "121 件", dueOn: "2025-03-31" }] as const;
  const { subject, text } = noticeMail(notices, "https://office.example");
  expect(subject).toBe("政府信息公开：没有分办的申请已经逾期 121 件");
  expect(text).toContain("没有分办的申请已经逾期（121 件）");
  expect(text).toContain("https://office.example/today?group=late");
});

test("what came from the portal and was left is told to the desk, and again only when more of it comes", async () => {
  const submitted = (number: string, at: string) =>
    sql`
    insert into portal.inbox (number, agency_id, token_hash, content_mac, code_hash, key_id, sealed, size, submitted_at, state)
    values (${number}, 'A1', ${Buffer.from(number)}, '', '', 'k', '', 0, ${at}, 'held')`.execute(database.db);
  await submitted("x1", "2025-04-08T01:00:00Z");
  expect(await collectNotices(office)).toBe(5);
  expect((await told(head))[0]?.slice(0, 3)).toEqual(["网上来件没有登记", "x1", "/submissions"]);
  expect(await collectNotices(office)).toBe(0);
  await submitted("x2", "2025-04-08T02:00:00Z");
  expect(await collectNotices(office)).toBe(5);
  expect((await told(head))[0]?.[1]).toBe("2 件");
});
