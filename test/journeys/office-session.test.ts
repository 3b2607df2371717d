import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "../../src/operations/accounts/password-hash.js";
import { saveAccount } from "../../src/storage/accounts/account-store.js";
import { setPassword } from "../../src/storage/accounts/credential-store.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const PERSON = "慕容采薇";
const PASSWORD = "Ri4-chang-ban-gong";

saySkipped();

describe.skipIf(CHROMIUM === null)("a session that ends in the middle of a form", { timeout: JOURNEY_TIME }, () => {
  let journey: JourneyOffice;
  let page: Page;

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-03" });
    await addClerk("lijingban", "李经办");
    await addClerk("sunjingban", "孙经办");
    page = await journey.openPublicWindow();
  });
  afterAll(() => journey?.close());

  async function addClerk(id: string, name: string): Promise<void> {
    const { database } = journey.office;
    const roles = [{ role: "handler", agencyId: "a1" }] as const;
    const account = { id, loginName: id, name, roles, email: null, isDisabled: false };
    await saveAccount(database, { account, version: 0, recordedBy: "test" });
    const at = journey.office.now().toISOString();
    await setPassword(database.db, { accountId: id, hash: await hashPassword(PASSWORD), at, mustChange: false });
  }

  async function signIn(loginName: string): Promise<void> {
    await page.getByLabel("用户名").fill(loginName);
    await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
  }

  test("is begun again over the form, and nothing that was typed is lost", async () => {
    await page.goto(`${journey.address}/cases/new`);
    await signIn("lijingban");
    await page.getByRole("heading", { name: "登记申请" }).waitFor();
    await page.locator("#piece-0").fill("关于社会救助的材料");
    await page.locator("#name").fill(PERSON);
    await page.locator("#identity").fill("11010519491231002X");
    await page.context().clearCookies();
    await page.keyboard.press("Control+Enter");
    const again = page.getByRole("dialog", { name: "登录已经过期" });
    await again.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await again.isVisible()).toBe(true);
    await signIn("lijingban");
    await again.waitFor({ state: "hidden" });
    expect(await page.locator("#name").inputValue()).toBe(PERSON);
    expect(await page.locator("#piece-0").inputValue()).toBe("关于社会救助的材料");
  });

  test("shows a colleague at the same computer nothing of it", async () => {
    await page.context().clearCookies();
    await page.reload();
    await signIn("sunjingban");
    await page.getByRole("heading", { name: "登记申请" }).waitFor();
    expect(await page.locator("#name").inputValue()).toBe("");
    expect(await page.content()).not.toContain(PERSON);
  });

  test("keeps the draft for who wrote it, who registers it", async () => {
    await page.context().clearCookies();
    await page.reload();
    await signIn("lijingban");
    await page.getByRole("heading", { name: "登记申请" }).waitFor();
    expect(await page.locator("#name").inputValue()).toBe(PERSON);
    await page.getByText("出生日期 1949年12月31日").waitFor();
    await page.locator("#name").focus();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
    await journey.proveSound([PERSON]);
  });
});
