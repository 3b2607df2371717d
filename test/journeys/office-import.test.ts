import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listWorkbook } from "../../src/writers/workbook/list-workbook.js";
import { wordFile } from "../builders/office-file.js";
import { addAgency } from "../storage/register-builder.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { type JourneyPortal, openPortal } from "./journey-portal.js";
import { keyboardOf } from "./keyboard.js";
import { barriers, type JourneyOffice, openJourney } from "./office-harness.js";

const AGENCY = "M1";
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999
const TITLE = "关于开展2024年家电以旧换新工作的通知";
const HEAD = ["标题", "索引号", "发文字号", "成文日期", "何时上网", "栏目", "正文"];
const ROWS = [
  [TITLE, "M1/2024-00031", "商务字〔2024〕31号", "2024-04-02", "2024-04-08", "规范性文件", "补贴标准为销售价格的15%。"],
  ["", "M1/2024-00032", "", "2024-05-01", "2024-05-02", "", "没有标题的一行"],
  ["关于公布名单的公示", "M1/2024-00033", "", "2024-05-01", "2024-05-02", "", `当事人${NUMBER}`],
  ["关于撤销通告的通告", "M1/2024-00034", "", "2024-05-01", "2024-13-02", "", "日期有误"],
];
const WORKBOOK = listWorkbook({
  ...{ name: "信息", title: "原网站信息", creator: "测试", rows: ROWS },
  columns: HEAD.map((head, at) => ({ head, width: 20, of: (row: string[]) => row[at] ?? "" })),
});

const NOTICE = [
  ...["示例局文件", "示商务发〔2025〕18号", "示例局关于做好2025年", "促消费工作的通知", "各区县：", "现将有关事项通知如下。"],
  ...["示例局", "2025年2月20日", "附件", "活动安排", ...Array.from({ length: 20 }, (_, at) => `第${at + 1}项活动，时间另定。`)],
];

saySkipped();

describe.skipIf(CHROMIUM === null)("what a former site showed, and a folder of documents, are imported", () => {
  let journey: JourneyOffice;
  let portal: JourneyPortal;
  let clerk: Page;
  let folder: string;

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-10", furnish: ({ database }) => addAgency(database, AGENCY) });
    portal = await openPortal(journey, AGENCY);
    clerk = await journey.openWindow([["handler", AGENCY]], "张敏");
    folder = await mkdtemp(join(tmpdir(), "folder-"));
    await mkdir(join(folder, "2025"));
    const body = NOTICE.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
    await writeFile(join(folder, "2025", "通知.docx"), wordFile(body));
    await writeFile(join(folder, "2025", "公告.txt"), "关于公布便民市场名单的公告\n\n名单如下。\n\n示例局\n2025年3月3日\n");
    await writeFile(join(folder, "2025", "照片.bmp"), "BM");
  });
  afterAll(async () => {
    await portal?.close();
    await journey?.close();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  const tryIt = async () => {
    await keyboardOf(clerk).press(clerk.locator("#try-import"));
    await clerk.getByText("试算的结果（还没有写入）").waitFor();
  };
  const lineOf = (place: string) => clerk.getByRole("row").filter({ has: clerk.getByRole("cell", { name: place, exact: true }) });

  test("of a table a person says which column holds the day, and sees each line before anything is written", {
    timeout: 120_000,
  }, async () => {
    await clerk.goto(`${journey.address}/items`);
    await keyboardOf(clerk).press(clerk.getByRole("link", { name: "导入", exact: true }));
    const file = { name: "原网站.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(WORKBOOK) };
    await clerk.locator('input[type="file"]').first().setInputFiles(file);
    await clerk.getByText("没有用到的列：何时上网").waitFor();
    await tryIt();
    // Without a day nothing is public: the first trial says so for each line.
    await clerk.getByText("共 4 件，可以导入 0 件").waitFor();
    await keyboardOf(clerk).pick(clerk.locator("#import-publishedOn"), "何时上网");
    await tryIt();
    await clerk.getByText("共 4 件，可以导入 1 件").waitFor();
    expect(await lineOf("第2行").innerText()).toContain("法规、规章和规范性文件");
    expect(await lineOf("第3行").innerText()).toContain("没有名称");
    expect(await lineOf("第4行").innerText()).toContain("身份号码");
    expect(await lineOf("第5行").innerText()).toContain("认不出发布日期");
    expect(await barriers(clerk)).toEqual([]);
    const reader = await journey.openPublicWindow();
    expect((await reader.goto(`${portal.address}/index-numbers/M1/2024-00031`))?.status()).toBe(404);
  });

  test("what is written is on the public site at once, and a second time nothing is there twice", {
    timeout: 120_000,
  }, async () => {
    await clerk.goto(`${journey.address}/items/import`);
    const file = { name: "原网站.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(WORKBOOK) };
    await clerk.locator('input[type="file"]').first().setInputFiles(file);
    await keyboardOf(clerk).pick(clerk.locator("#import-publishedOn"), "何时上网");
    await tryIt();
    await keyboardOf(clerk).press(clerk.locator("#write-import"));
    await clerk.getByText("共 4 件，已导入 1 件").waitFor();
    await tryIt();
    await clerk.getByText("这一索引号的信息已经在库中").waitFor();
    const reader = await journey.openPublicWindow();
    await reader.goto(`${portal.address}/index-numbers/M1/2024-00031`);
    await reader.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    await reader.getByText("商务字〔2024〕31号").first().waitFor();
    await reader.getByText("2024年4月8日").first().waitFor();
  });

  test("a folder gives drafts with the title, number and day that stand in each document; what cannot be read is named", {
    timeout: 120_000,
  }, async () => {
    await clerk.goto(`${journey.address}/items/import`);
    await clerk.locator('input[type="file"]').nth(1).setInputFiles(folder);
    await clerk.getByText("压缩包里有 3 个文件").waitFor();
    await tryIt();
    await clerk.getByText("共 3 件，可以导入 2 件").waitFor();
    const notice = clerk.getByRole("row").filter({ hasText: "通知.docx" });
    for (const text of ["示例局关于做好2025年促消费工作的通知", "示商务发〔2025〕18号", "2025年2月20日"])
      expect(await notice.innerText()).toContain(text);
    expect(await clerk.getByRole("row").filter({ hasText: "照片.bmp" }).innerText()).toContain("没有读取");
    await keyboardOf(clerk).press(clerk.locator("#write-import"));
    await clerk.getByText("共 3 件，已导入 2 件").waitFor();
    await keyboardOf(clerk).press(clerk.getByRole("link", { name: "示例局关于做好2025年促消费工作的通知" }));
    await clerk.getByRole("heading", { level: 1, name: "示例局关于做好2025年促消费工作的通知" }).waitFor();
    await clerk.getByRole("link", { name: "通知.docx" }).waitFor();
    await clerk.getByText(/送审前还缺：公开属性/).waitFor();
    expect(await barriers(clerk)).toEqual([]);
  });

  test("nothing broke, no number stands in an address or a title, and the trail is whole", async () => {
    await journey.proveSound([NUMBER]);
  });
});
