import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { addDays } from "../../law/calendar/day-arithmetic.js";
import { dayOf, yearOf } from "../../law/plain-date.js";
import { type Office, officeOver, todayIn } from "../office.js";
import { listHandovers, prepareHandover } from "../publishing/handovers.js";
import { readItem } from "../publishing/item-view.js";
import { listItems } from "../publishing/list-items.js";
import { isSampleCity } from "./is-sample-city.js";
import type { SamplePeople } from "./sample-accounts.js";
import { makeSampleCity, WHOLE_SAMPLE } from "./sample-city.js";

const DESK = "shangwu";
const ONE = { agencyId: DESK, after: null, limit: 50 } as const;

let database: TestDatabase;
let office: Office;
let people: SamplePeople["actors"];

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  ({ actors: people } = await makeSampleCity(office, { ...WHOLE_SAMPLE, requests: 4, withReport: false }));
});
afterAll(() => database.close());

test("an item that has been through its review waits to be published tomorrow morning", async () => {
  const { rows } = await listItems(office, people.handler, { ...ONE, state: "scheduled" });
  expect(rows).toMatchObject([{ isSample: true, title: "关于组织家电以旧换新进社区活动的通知" }]);
  const tomorrow = addDays(todayIn(office), 1);
  expect(rows[0]?.scheduledFor && Date.parse(rows[0].scheduledFor)).toBe(Date.parse(`${tomorrow}T09:00:00+08:00`));
});

test("what was withheld a year ago is to be looked at again in these days (条例 第十八条)", async () => {
  const { rows } = await listItems(office, people.head, { ...ONE, due: "reassess" });
  expect(rows).toMatchObject([{ isSample: true, stateLabel: "审定不公开" }]);
  const { dues } = await readItem(office, people.head, { agencyId: DESK, itemId: rows[0]?.id ?? "" });
  expect(dues.reassess?.due).toBe(addDays(todayIn(office), 3));
});

test("a handover of the sample city hands over what it published, and says on its face that it is a sample", async () => {
  expect(await isSampleCity(office)).toBe(true);
  const from = dayOf(yearOf(todayIn(office)) - 1, 1, 1);
  if (from === null) throw new Error("There is such a day.");
  const order = { agencyId: DESK, receiverId: "archive", from, to: todayIn(office) };
  const made = await prepareHandover(office, people.head, order);
  expect(made).toMatchObject({ isNil: false, receiver: { name: "示例市档案馆" } });
  expect(made.items).toBeGreaterThan(5);
  expect(await listHandovers(office, DESK)).toHaveLength(1);
});
