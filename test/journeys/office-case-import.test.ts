import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IMPORT_HEADINGS } from "../../src/register/imported-requests.js";
import { listWorkbook } from "../../src/writers/workbook/list-workbook.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const PERSON = "欧阳沐泽";
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999

/** The list of a paper year as an office keeps it, one row a request, by the headings of the template. */
function listOf(rows: readonly Readonly<Record<string, string>>[]): Buffer {
  const columns = IMPORT_HEADINGS.map((head) => ({
    ...{ head, width: 16, ...(head.endsWith("日期") && { kind: "day" as const }) },
    of: (row: Readonly<Record<string, string>>) => row[head] ?? null,
  }));
  return Buffer.from(listWorkbook({ name: "2024年台账", title: "2024年台账", creator: "李经办", columns, rows }));
}

const FIRST = {
  ...{ 登记编号: "2024-001", 到达日期: "2024-03-04", 提出渠道: "当面提交", 申请人类别: "自然人", 申请人: PERSON },
  ...{ 证件类型: "身份证", 证件号码: NUMBER, 申请内容: "河滨路拓宽工程的施工许可证", 办理结果: "予以公开" },
  ...{ 办结日期: "2024-03-20", 答复文号: "青商公开〔2024〕5号", 送达日期: "2024-03-21", 送达方式: "邮寄" },
};
const SECOND = {
  ...{ 登记编号: "2024-002", 到达日期: "2024-05-06", 提出渠道: "邮寄", 申请人类别: "商业企业", 申请人: "青山甲公司" },
  ...{ 申请内容: "2023年度家电以旧换新补贴资金发放明细", 办理结果: "予以公开", 办结日期: "2024-05-20" },
};
const THIRD = { ...FIRST, 登记编号: "2024-003", 申请内容: "河滨路拓宽工程的竣工验收备案表", 答复文号: "青商公开〔2024〕9号" };

saySkipped();

describe.skipIf(CHROMIUM === null)("the list of a paper year is taken over", { timeout: JOURNEY_TIME }, () => {
  let journey: JourneyOffice;
  let page: Page;
  let keys: Keyboard;

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-03" });
    page = await journey.openWindow([["head", "a1"]], "王主任");
    keys = keyboardOf(page);
  });
  afterAll(() => journey?.close());

  const choose = (rows: readonly Readonly<Record<string, string>>[]) =>
    page.locator('input[type="file"]').setInputFiles({
      ...{ name: "2024年台账.xlsx", buffer: listOf(rows) },
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });

  test("a file with two wrong rows is read, each fault is told with its row, and nothing is written", async () => {
    await page.goto(`${journey.address}/cases`);
    await keys.press(page.getByRole("link", { name: "导入" }));
    await page.getByRole("heading", { name: "导入申请台账" }).waitFor();
    await choose([FIRST, { ...SECOND, 提出渠道: "托人捎来" }, { ...THIRD, 办结日期: "2024-02-01" }]);
    await page.getByText("共 3 行，有 2 处需要改正，没有写入任何内容。").waitFor();
    await page.getByRole("row", { name: /^3 提出渠道 认不出渠道“托人捎来”/ }).waitFor();
    await page.getByRole("row", { name: /^4 .*办结日期早于收到日期/ }).waitFor();
    expect(await page.getByRole("button", { name: /写入/ }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  test("put right and chosen again, it is written whole, and found in the register", async () => {
    await choose([FIRST, SECOND, THIRD]);
    await page.getByText("共 3 行，没有发现问题。").waitFor();
    await keys.press(page.getByRole("button", { name: "写入 3 件" }));
    await page.getByText("已导入 3 件").waitFor();
    await keys.press(page.getByRole("link", { name: "查看台账" }));
    await page.getByRole("link", { name: "2024-003" }).waitFor();
    expect(await page.locator("tbody tr.ant-table-row").count()).toBe(3);
  });

  test("the same file once more is refused row by row", async () => {
    await page.goto(`${journey.address}/cases/import`);
    await choose([FIRST, SECOND, THIRD]);
    await page.getByText("共 3 行，有 3 处需要改正").waitFor();
    await page.getByText("登记编号“2024-002”已经用于另一件申请。").waitFor();
  });

  test.each([
    ["its number", "2024-003", "2024-003"],
    ["a part of what was asked for", "以旧换新", "2024-002"],
    ["two words of it", "河滨路 竣工", "2024-003"],
    ["the number of the answer", "青商公开〔2024〕9号", "2024-003"],
    ["the same with the brackets of the keyboard", "青商公开[2024]5号", "2024-001"],
    ["the figures of it alone", "〔2024〕5号", "2024-001"],
  ])("a request is found by %s", async (_by, typed, number) => {
    await page.goto(`${journey.address}/cases`);
    await keys.write(page.getByRole("searchbox").last(), typed);
    await page.keyboard.press("Enter");
    await page.locator("tbody tr.ant-table-row").nth(1).waitFor({ state: "detached" });
    await page.getByRole("link", { name: number }).waitFor();
  });

  test("a request is found by a part of the name of who asked, which stands in no address", async () => {
    await page.goto(`${journey.address}/cases`);
    await keys.press(page.getByRole("button", { name: "按申请人查找" }));
    const dialog = page.getByRole("dialog");
    await keys.write(dialog.locator("#sought"), PERSON.slice(0, 3));
    await page.keyboard.press("Enter");
    await dialog.getByRole("link", { name: "2024-001" }).waitFor();
    expect(await dialog.getByRole("listitem").count()).toBe(2);
    expect(await barriers(page)).toEqual([]);
    await keys.write(dialog.locator("#sought"), "没有此人");
    await page.keyboard.press("Enter");
    await dialog.getByText("没有这个申请人的申请。").waitFor();
    await keys.write(dialog.locator("#sought"), NUMBER);
    await page.keyboard.press("Enter");
    await keys.press(dialog.getByRole("link", { name: "2024-003" }));
    await page.getByRole("heading", { name: "2024-003" }).waitFor();
  });

  test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
    expect(keys.unseen).toEqual([]);
    await journey.proveSound([PERSON, NUMBER]);
  });
});
