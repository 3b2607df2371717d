import { afterAll, beforeAll, expect, test } from "vitest";
import { dayIn } from "../../../test/builders/case-file.js";
import { actorIn, deskOffice, registration } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { readHolidayNotice } from "../../law/calendar/holiday-notice.js";
import { STATE_COUNCIL_CALENDAR } from "../../law/calendar/work-calendar.js";
import { caseSummary } from "../../register/case-summary.js";
import { formatForYear } from "../../report/formats/index.js";
import { appendToCase, loadCases, openCases } from "../../storage/stores/case-store.js";
import { summariesOf } from "../../storage/stores/case-summary-store.js";
import { rehearsedYear } from "../../tally/rehearsed-year.js";
import { sheetRows } from "../reports/sheet-rows.js";
import { exportCases } from "./export-cases.js";
import { importCases } from "./import-cases.js";
import { findCasesOfRequester, listCases } from "./list-cases.js";
import { rebuildCaseSummaries } from "./rebuild-case-summaries.js";
import { registerRequest } from "./register-request.js";
import { takeStep } from "./take-step.js";

const AGENCY = "lists";
const handler = actorIn(AGENCY, "handler");
const head = actorIn(AGENCY, "head");

let database: TestDatabase;
const office = () => deskOffice(database, "2025-04-01");

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  const matters = ["低保资金发放情况", "养老机构名录", "殡葬服务收费标准", "低保对象名单", "社区用房配建方案"];
  for (const [at, description] of matters.entries()) {
    const pieces = [{ id: `list-case-${at}`, description }];
    const arrivedOn = dayIn(`2025-03-${10 + at}`);
    await registerRequest(office(), handler, AGENCY, registration(`list-${at}`, { pieces, arrivedOn }));
  }
  const step = { agencyId: AGENCY, version: 1, eventId: "list-event-1", transition: "withdraw", input: {} };
  await takeStep(office(), handler, { ...step, caseId: "list-case-2" });
});
afterAll(() => database.close());

const found = async (filter: object, sort: "newest" | "oldest" | "due" = "oldest") => {
  const { rows } = await listCases(office(), handler, { filter: { agencyId: AGENCY, ...filter }, sort, after: null, limit: 50 });
  return rows.map(({ id }) => id.at(-1)).join("");
};

test.each([
  [{}, "01234"],
  [{ text: "低保" }, "03"],
  [{ text: "低保 名单" }, "3"],
  [{ text: "〔2025〕2号" }, "1"],
  [{ text: "[2025]2号" }, "1"],
  [{ text: "（2025）2号" }, "1"],
  [{ text: "保" }, "03"],
  [{ text: "没有的" }, ""],
  [{ text: "低%" }, ""],
  [{ isOpen: false }, "2"],
  [{ state: "withdrawn" }, "2"],
  [{ outcome: "other.misc" }, "2"],
  [{ from: dayIn("2025-03-12"), to: dayIn("2025-03-13") }, "23"],
  [{ channel: "fax" }, ""],
  [{ waitingFor: "us" }, "0134"],
])("a list narrowed to %j", async (filter, ids) => {
  expect(await found(filter)).toBe(ids);
});

test.each(["newest", "oldest", "due"] as const)("pages of a list sorted by %s give every row once", async (sort) => {
  const ids: string[] = [];
  let after: { readonly day: string; readonly id: string } | null = null;
  do {
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(office(), handler, {
      ...{ filter: { agencyId: AGENCY }, sort, after, limit: 2 },
    });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(new Set(ids).size).toBe(5);
  expect(ids.map((id) => id.at(-1)).join("")).toBe(await found({}, sort));
});

test("the cases of one person are found by the number, however it is typed", async () => {
  const identity = { document: "id-card", number: "１１０１０５１９４９１２３１００２ｘ" } as const;
  expect(await findCasesOfRequester(office(), handler, { agencyId: AGENCY, identity })).toHaveLength(5);
  const nobody = { document: "id-card", number: "110105194912310020" } as const;
  expect(await findCasesOfRequester(office(), handler, { agencyId: AGENCY, identity: nobody })).toEqual([]);
});

test("they are found by a name or a part of it, the latest first, in this agency only", async () => {
  const named = async (name: string, agencyId = AGENCY) =>
    (await findCasesOfRequester(office(), handler, { agencyId, name })).map(({ id }) => id.at(-1)).join("");
  const { requester } = registration("someone", {});
  expect(await named(requester.name)).toBe("43210");
  expect(await named(` ${requester.name.slice(0, 2)} `)).toBe("43210");
  expect(await named("没有此人")).toBe("");
  expect(await named(requester.name, "elsewhere")).toBe("");
});

test("summaries equal the fold of the events, and are the same when they are made again", async () => {
  const ids: string[] = [];
  const folds: object[] = [];
  for await (const file of loadCases(database, AGENCY)) {
    ids.push(file.request.id);
    folds.push(caseSummary(file, { calendar: STATE_COUNCIL_CALENDAR }));
  }
  const before = await summariesOf(database, ids);
  expect(before).toMatchObject(folds);
  expect(await rebuildCaseSummaries(office(), AGENCY)).toBe(ids.length);
  expect(await summariesOf(database, ids)).toEqual(before);
});

test("summaries of a whole rehearsed year equal the fold, corrections and late entries among it", async () => {
  await addAgency(database, "rehearsed");
  const format = formatForYear(2025);
  if (format === null) throw new Error("There is a format for 2025.");
  const plan = { seed: 7, agencyId: "rehearsed", year: 2025, requests: 40, format, calendar: STATE_COUNCIL_CALENDAR };
  const { requests } = rehearsedYear(plan);
  for (const { request, events } of requests) {
    // Each written down by itself, so that every summary is one that was kept and kept again.
    const [first, ...others] = events;
    await openCases(database, [{ request, events: first === undefined ? [] : [first] }], "李登记");
    const append = { caseId: request.id, version: 1, events: others };
    if (others.length > 0) await appendToCase(database, append, "李登记");
  }
  const summaries = await summariesOf(
    database,
    requests.map(({ request }) => request.id),
  );
  expect(summaries).toMatchObject(requests.map((file) => caseSummary(file, { calendar: STATE_COUNCIL_CALENDAR })));
});

test("a new notice of holidays is in the days at once, without anybody's doing", async () => {
  const due = async (calendar = STATE_COUNCIL_CALENDAR) => {
    const { rows } = await listCases(deskOffice(database, "2025-04-01", calendar), handler, {
      ...{ filter: { agencyId: AGENCY, text: "养老机构" }, sort: "due" as const, after: null, limit: 5 },
    });
    return rows[0]?.due;
  };
  expect(await due()).toBe("2025-04-09");
  const { notice } = readHolidayNotice({
    ...{ year: 2025, title: "调整放假的通知", number: null },
    ...{ off: [{ name: "抗灾", from: "2025-04-08", to: "2025-04-09" }], work: [] },
  });
  if (notice === null) throw new Error("The notice of the test is not one.");
  expect(await due(STATE_COUNCIL_CALENDAR.with(notice))).toBe("2025-04-11");
  expect(await due()).toBe("2025-04-09");
});

test("the exported list opens as a workbook with the same rows, and who took it is on record", async () => {
  const { bytes, name } = await exportCases(office(), handler, { filter: { agencyId: AGENCY, text: "低保" }, sort: "oldest" });
  expect(name).toBe("申请台账-2025-04-01.xlsx");
  const { rows } = await sheetRows(bytes, name);
  expect(rows.map((row) => row[6])).toEqual(["申请内容", "低保资金发放情况", "低保对象名单"]);
  const { body } = await database.db
    .selectFrom("activity")
    .select("body")
    .where("kind", "=", "cases-exported")
    .executeTakeFirstOrThrow();
  expect(body).toEqual({ rows: 2 });
});

const csv = (...rows: string[]) =>
  new TextEncoder().encode(`${["登记编号,收到日期,渠道,申请人类别,申请内容,办理结果,办结日期", ...rows].join("\r\n")}\r\n`);
const list = { agencyId: AGENCY, name: "2024年台账.csv", importId: "import-2024" };

test("a list of a paper year is tried first, refused whole for one bad row, and written once", async () => {
  const good = csv("旧1号,2024-03-04,当面,自然人,村务公开,予以公开,2024-03-20", "旧2号,2024-05-06,平信,企业,征地批复,,");
  const bad = csv("旧1号,2024-03-04,当面,自然人,村务公开,予以公开,2024-03-20", "旧2号,2024-05-06,平信,企业,征地批复,,2024-13-01");
  const refused = await importCases(office(), handler, { ...list, bytes: bad, isTrial: false });
  expect(refused).toMatchObject({ rows: 2, written: 0, faults: [{ row: 3, column: "办结日期" }] });
  const tried = await importCases(office(), handler, { ...list, bytes: good, isTrial: true });
  expect(tried).toMatchObject({ written: 0, faults: [], preview: [{ number: "旧1号", outcome: "予以公开" }, { outcome: null }] });
  expect(await found({ text: "旧" })).toBe("");
  const written = await importCases(office(), handler, { ...list, bytes: good, isTrial: false });
  expect(written).toMatchObject({ written: 2, faults: [] });
  expect(await importCases(office(), handler, { ...list, bytes: good, isTrial: false })).toMatchObject({
    written: 2,
    faults: [],
  });
  expect(await found({ text: "旧" })).toBe("23");
  const other = await importCases(office(), head, { ...list, importId: "import-other", bytes: good, isTrial: true });
  expect(other.faults.map(({ message }) => message)).toEqual([
    "登记编号“旧1号”已经用于另一件申请。",
    "登记编号“旧2号”已经用于另一件申请。",
  ]);
});
