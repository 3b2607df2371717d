import { afterAll, beforeAll, expect, test } from "vitest";
import { approveAll, deskOf, noticeContent, officeOn, publishedItem } from "../../../test/builders/publishing.js";
import { addAgency, day } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { type Office, officeOver } from "../office.js";
import { changeValidity } from "./change-validity.js";
import { draftItem } from "./draft-item.js";
import { exportItems } from "./export-items.js";
import { readImportTable } from "./import-table.js";
import { linkItems } from "./link-items.js";
import { type ItemListQuestion, listItems } from "./list-items.js";
import { submitItem } from "./submit-item.js";

let database: TestDatabase;
let office: Office;
let now: Office;
const AGENCY = "M1";
const { drafter, head } = deskOf(AGENCY);
const at = ({ id, version }: { id: string; version: number }) => ({ agencyId: AGENCY, itemId: id, version });
const titles = async (question: Partial<ItemListQuestion>, on = now) =>
  (await listItems(on, drafter, { agencyId: AGENCY, after: null, limit: 50, ...question })).rows.map(({ title }) => title).sort();

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  office = officeOn(database, "2025-03-10");
  now = officeOver(database);
  const document = { documentKind: "normative_docs" } as const;
  const repealed = await publishedItem(office, AGENCY, { title: "已废止的办法", ...document });
  const ended = { validity: "repealed", from: day("2025-03-10"), authority: "市民政局" };
  await changeValidity(office, head, { ...at(repealed), ...ended });
  const explained = await publishedItem(office, AGENCY, { title: "有解读的办法", ...document });
  const reading = await publishedItem(office, AGENCY, { title: "解读", validity: null });
  await linkItems(office, drafter, { ...at(reading), relation: "interprets", targetId: explained.id });
  await draftItem(office, drafter, { agencyId: AGENCY, content: noticeContent({ title: "拟稿" }) });
  const withheld = { value: "withheld", ground: "internal", reason: "内部讨论记录" } as const;
  const kept = await draftItem(office, drafter, {
    agencyId: AGENCY,
    content: noticeContent({ title: "不公开", attribute: withheld }),
  });
  await approveAll(office, await submitItem(office, drafter, at(kept)));
});
afterAll(() => database.close());

test("the mark of validity narrows the list, with what it was changed to", async () => {
  expect(await titles({ validity: "repealed" })).toEqual(["已废止的办法"]);
  expect(await titles({ validity: "valid" })).toEqual(["不公开", "拟稿", "有解读的办法"]);
});

test("what is due is told apart: to be published, to be interpreted, to be looked at again", async () => {
  expect(await titles({ due: "publish" }, officeOn(database, "2025-03-11"))).toEqual([]);
  expect(await titles({ due: "publish" }, officeOn(database, "2025-03-28"))).toEqual(["拟稿"]);
  expect(await titles({ due: "reassess" }, officeOn(database, "2025-12-01"))).toEqual([]);
  expect(await titles({ due: "reassess" }, officeOn(database, "2026-03-06"))).toEqual(["不公开"]);
  expect(await titles({ due: "interpret" })).toEqual(["已废止的办法"]);
});

test("narrowings hold together, also where no state fits them all", async () => {
  expect(await titles({ due: "publish", waiting: "draft" }, officeOn(database, "2025-03-28"))).toEqual(["拟稿"]);
  expect(await titles({ due: "reassess", state: "published" }, officeOn(database, "2026-03-06"))).toEqual([]);
});

test("the workbook holds what the list shows, with the mark by its name", async () => {
  const { fileName, bytes } = await exportItems(now, drafter, { agencyId: AGENCY, validity: "repealed" });
  const { head: heads, rows } = await readImportTable(fileName, bytes);
  expect(rows.map((row) => [row[heads.indexOf("标题")], row[heads.indexOf("有效性")]])).toEqual([["已废止的办法", "已废止"]]);
});
