import { strToU8, zipSync } from "fflate";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wordFile } from "../../../test/builders/office-file.js";
import { deskOf, officeOn } from "../../../test/builders/publishing.js";
import { aDay } from "../../../test/builders/register-year.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { loadDocuments } from "../../storage/stores/document-store.js";
import type { Office } from "../office.js";
import { countPublications } from "./count-publications.js";
import { importItems, readImport } from "./import-items.js";
import { csvLines } from "./import-table.js";
import { readItem } from "./item-view.js";
import { storeItemAttachment } from "./store-item-attachment.js";

let database: TestDatabase;
let office: Office;
const AGENCY = "M1";
const { drafter } = deskOf(AGENCY);

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  office = officeOn(database, "2025-04-10");
});
afterAll(() => database.close());

const TABLE = `索引号,标题,文号,成文日期,发布日期,主题分类,有效性,废止日期,文件类别,正文
01527918X-2020-153077,关于加强社会救助的意见,沭民发〔2020〕1号,2020年1月2日,2020-01-06 09:00,"民政、扶贫、救灾\\社会福利",有效,,规范性文件,"第一段
第二段"
,关于停止执行某办法的通知,,,2021/3/5,不存在的分类,已废止,2023-01-01,,正文
01527918X-2020-153077,重复的索引号,,,2020-02-01,,,,,
,没有日期的信息,,,,,,,,
,含有身份号码的公示,,,2024-05-06,,,,,张三11010519491231002X
`;

const stored = (name: string, bytes: Uint8Array) => storeItemAttachment(office, drafter, { agencyId: AGENCY, name, bytes });

describe("a table of a former site", () => {
  test("is shown with its head and what its columns probably hold", async () => {
    const { id } = await stored("信息.csv", strToU8(TABLE));
    const seen = await readImport(office, { agencyId: AGENCY, attachmentId: id });
    expect(seen).toMatchObject({
      kind: "table",
      total: 5,
      mapping: { title: "标题", madeOn: "成文日期", publishedOn: "发布日期" },
    });
  });

  test("is tried without writing, then written line by line with its own numbers, and never twice", async () => {
    const { id: attachmentId } = await stored("信息.csv", strToU8(TABLE));
    const order = { agencyId: AGENCY, attachmentId, mapping: null, publishedOn: null, as: "published" } as const;
    const tried = await importItems(office, drafter, { ...order, isDryRun: true });
    expect(tried.lines.map(({ result }) => result)).toEqual(["ready", "doubtful", "refused", "refused", "refused"]);
    expect(tried.lines[1]?.notes.join()).toContain("认不出主题分类“不存在的分类”");
    expect(tried.lines[4]?.notes.join()).toContain("身份号码");
    expect(await count()).toBe(0);
    const done = await importItems(office, drafter, { ...order, isDryRun: false });
    expect(done).toMatchObject({
      written: 2,
      lines: [{ indexNumber: "01527918X-2020-153077", result: "written" }, {}, {}, {}, {}],
    });
    const again = await importItems(office, drafter, { ...order, isDryRun: true });
    expect(again.lines[0]).toMatchObject({ result: "already", itemId: done.lines[0]?.itemId });
    expect(await loadDocuments(database, AGENCY)).toMatchObject([
      { kind: "normative_docs", madeOn: "2020-01-02", repealedOn: null },
    ]);
    const facts = await countPublications(database, { agencyId: AGENCY, year: 2020 });
    expect(facts?.published).toMatchObject([{ items: 1 }]);
  });
});

const count = async () => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from information_item`.execute(database.db);
  return rows[0]?.count;
};

test("a folder of documents gives title, number and day as they stand in them", async () => {
  const document = wordFile(
    [
      "沭阳县民政局文件",
      "沭民发〔2025〕7号",
      "关于做好2025年城乡低保工作的",
      "通知",
      "各乡镇人民政府：",
      "现将有关事项通知如下。",
      "沭阳县民政局",
      "2025年3月12日",
    ]
      .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
      .join(""),
  );
  const { id: attachmentId } = await stored(
    "文件.zip",
    zipSync({ "2025/通知.docx": document, "2025/名单.et": strToU8("无"), "2025/Thumbs.db": strToU8("无") }),
  );
  const order = { agencyId: AGENCY, attachmentId, mapping: null, publishedOn: null, as: "draft", isDryRun: false } as const;
  const { lines } = await importItems(office, drafter, order);
  expect(lines).toMatchObject([
    {
      place: "2025/通知.docx",
      title: "关于做好2025年城乡低保工作的通知",
      result: "written",
      content: { documentNumber: "沭民发〔2025〕7号", madeOn: "2025-03-12", genre: "通知" },
    },
    { place: "2025/名单.et", result: "refused", notes: [expect.stringContaining("没有读取")] },
  ]);
  expect(lines[0]?.content?.blocks).toHaveLength(4);
  const again = await importItems(office, drafter, { ...order, isDryRun: true });
  expect(again.lines[0]).toMatchObject({ result: "already", itemId: lines[0]?.itemId });
});

describe("a folder of what the former site showed", () => {
  const NOTICE = "关于防汛值班的通知\n\n各科室：\n\n值班安排如下。\n\n沭阳县民政局\n2025年3月20日\n";
  const folder = async (files: Readonly<Record<string, string>>) => {
    const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
    return (await stored("旧站.zip", zipSync(parts))).id;
  };

  test("is public with the day it was made, or with one day for all; without a day it is refused in the trial", async () => {
    const attachmentId = await folder({ "值班.txt": NOTICE, "无日期.txt": "关于停水的通知\n\n明日停水。" });
    const order = { agencyId: AGENCY, attachmentId, mapping: null, as: "published", isDryRun: true } as const;
    const made = await importItems(office, drafter, { ...order, publishedOn: "as-made" });
    expect(made.lines).toMatchObject([{ result: "doubtful", publishedOn: "2025-03-20" }, { result: "refused" }]);
    expect(made.lines[1]?.notes.join()).toContain("没有成文日期");
    const early = await importItems(office, drafter, { ...order, publishedOn: aDay("2025-03-01") });
    expect(early.lines.map(({ result }) => result)).toEqual(["refused", "doubtful"]);
    const done = await importItems(office, drafter, { ...order, publishedOn: aDay("2025-03-21"), isDryRun: false });
    expect(done).toMatchObject({ written: 2, lines: [{ result: "written" }, { result: "written" }] });
    const item = await readItem(office, drafter, { agencyId: AGENCY, itemId: done.lines[0]?.itemId ?? "" });
    expect(item).toMatchObject({ state: "published", content: { attachments: [{ name: "值班.txt" }] } });
  });

  test("is refused where the file holds the number of a person", async () => {
    const attachmentId = await folder({ "名单.txt": `关于公布名单的通知\n\n张三11010519491231002X\n\n2025年3月20日` });
    const order = { agencyId: AGENCY, attachmentId, mapping: null, publishedOn: "as-made", as: "published" } as const;
    const { lines } = await importItems(office, drafter, { ...order, isDryRun: true });
    expect(lines).toMatchObject([{ result: "refused", notes: [expect.stringContaining("身份号码")] }]);
  });
});

describe("a table as people make it", () => {
  const tried = async (text: string, as: "draft" | "published" = "published") => {
    const { id: attachmentId } = await stored("台账.csv", strToU8(text));
    return importItems(office, drafter, { agencyId: AGENCY, attachmentId, mapping: null, publishedOn: null, as, isDryRun: true });
  };

  test("may have its name above the head and blank lines between; a fault names the line of the file", async () => {
    const { lines } = await tried(
      "县民政局公开信息台账,,\n,,\n序号,标题,发布日期\n1,关于甲的通告,2024-05-06\n,,\n2,,2024-05-07\n3,关于乙的通告,2024-13-01\n",
    );
    expect(lines.map(({ place, result }) => `${place} ${result}`)).toEqual(["第4行 doubtful", "第6行 refused", "第7行 refused"]);
  });

  test("names its columns as other sites do", async () => {
    const { lines } = await tried("标题,栏目,成文日期,发布日期\n2023年部门预算,部门预决算,2023-02-01,2023-02-10\n");
    expect(lines).toMatchObject([{ result: "ready", content: { disclosureItem: "art20-07" } }]);
  });

  test("without numbers is not taken twice, not even as drafts", async () => {
    const text = "标题,成文日期,发布日期\n关于丙的通告,2024-05-01,2024-05-06\n关于丙的通告,2024-05-01,2024-05-06\n";
    const { lines } = await tried(text);
    expect(lines.map(({ result }) => result)).toEqual(["ready", "refused"]);
    const { id: attachmentId } = await stored("台账.csv", strToU8(text));
    const order = { agencyId: AGENCY, attachmentId, mapping: null, publishedOn: null, as: "draft", isDryRun: false } as const;
    await importItems(office, drafter, order);
    expect((await tried(text, "draft")).lines.map(({ result }) => result)).toEqual(["already", "already"]);
  });

  test("whose columns nobody can tell is shown all the same, so that a person says which is the title", async () => {
    const { id } = await stored("杂.csv", strToU8("甲,乙\n关于丁的通告,2024-05-06\n"));
    const seen = await readImport(office, { agencyId: AGENCY, attachmentId: id });
    expect(seen).toMatchObject({ head: ["甲", "乙"], mapping: null, total: 1 });
  });
});

test.each([
  [
    'a,b\r\n1,"x,""y""\n2"\r\n',
    [
      ["a", "b"],
      ["1", 'x,"y"\n2'],
    ],
  ],
  [
    "a,\n,b",
    [
      ["a", ""],
      ["", "b"],
    ],
  ],
])("csv %j", (text, lines) => {
  expect(csvLines("t.csv", text)).toEqual(lines);
});
