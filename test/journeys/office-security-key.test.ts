import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAccount } from "../../src/operations/accounts/save-account.js";
import { SYSTEM_ACTOR } from "../../src/operations/office.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

saySkipped();

const PASSWORD = "Mima-zai-ci-2026";

describe.skipIf(CHROMIUM === null)("a security key as the second step of signing in", { timeout: JOURNEY_TIME }, () => {
  let journey: JourneyOffice;
  let page: Page;
  let auditor: Page;
  let address: string;
  let first: string | null;

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-27" });
    // Browsers bind keys to names, not to bare IP addresses.
    address = journey.address.replace("127.0.0.1", "localhost");
    const account = {
      loginName: "zhangmin",
      name: "张敏",
      roles: [{ agencyId: "a1", role: "handler" as const }],
      email: null,
      isDisabled: false,
    };
    first = (await addAccount(journey.office, SYSTEM_ACTOR, { account, withPassword: true })).oneTimePassword;
    page = await journey.openPublicWindow();
    auditor = await journey.openWindow(["audit-administrator"], "审计员");
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "usb", automaticPresenceSimulation: true },
    });
  });
  afterAll(() => journey?.close());

  async function enter(password: string): Promise<void> {
    await page.goto(`${address}/own-account`);
    await page.locator("#loginName:focus").fill("zhangmin");
    await page.locator("#password").fill(password);
    await page.keyboard.press("Enter");
  }

  test("the password comes first, and is made one's own", async () => {
    await enter(first ?? "");
    await page.getByRole("heading", { name: "修改密码" }).waitFor();
    await page.locator("#old:focus").fill(first ?? "");
    await page.locator("#fresh").fill(PASSWORD);
    await page.locator("#again").fill(PASSWORD);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "我的账号" }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test("a key is enrolled under a name, and recovery codes come with it", async () => {
    await page.getByRole("button", { name: "登记密钥" }).press("Enter");
    await page.locator("#name:focus").fill("抽屉里的");
    await page.keyboard.press("Enter");
    await page.getByText("安全密钥已登记。").waitFor();
    expect(await page.locator(".recovery-codes span").count()).toBe(10);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "已经抄好" }).click();
    await page.getByText("还没有用过").waitFor();
    await page.getByText("还有 10 个恢复码").waitFor();
  });

  test("the next sign-in asks for it, and its touch opens the office", async () => {
    await page.getByRole("button", { name: "全部退出" }).click();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await enter(PASSWORD);
    await page.getByRole("heading", { name: "第二步验证" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "用安全密钥验证" }).press("Enter");
    await page.getByRole("heading", { name: "我的账号" }).waitFor();
    await page.getByText(/用过$/).waitFor();
  });

  test("it is given up with the password, and the auditor sees all of it", async () => {
    await page.getByRole("button", { name: "停用“抽屉里的”" }).press("Enter");
    await page.locator("#password:focus").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByText("已停用。").waitFor();
    await auditor.goto(`${journey.address}/audit?who=${encodeURIComponent("zhangmin")}`);
    for (const what of ["登记安全密钥", "用安全密钥登录", "停用安全密钥"]) {
      await auditor.getByRole("cell", { name: what, exact: true }).first().waitFor();
    }
    await journey.proveSound([]);
  });
});
