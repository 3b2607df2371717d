import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Records that the letter that is not served yet was handed over on a day, today when left out. */
export async function serveLetter(page: Page): Promise<void> {
  await page.getByRole("button", { name: "登记送达", exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("#proof").fill("EMS 1234567890");
  await dialog.getByRole("button", { name: /^登\s?记$/ }).click();
  await dialog.waitFor({ state: "hidden" });
}

const MOST_QUESTIONS = 20;

/** Answers the legal questions one after another: by the wished answer where it is offered, otherwise by the first, which leads on. */
export async function answerQuestions(page: Page, wished: readonly string[], row: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  const found = dialog.locator(".ant-alert").filter({ hasText: row });
  let asked = "";
  for (let count = 0; count < MOST_QUESTIONS; count += 1) {
    const question = dialog.locator("legend").filter({ hasNotText: asked === "" ? "（没有）" : asked });
    await question.or(found).first().waitFor();
    if ((await found.count()) > 0) return;
    asked = await question.innerText();
    const labels = await dialog.locator("fieldset label").allInnerTexts();
    const choice = labels.findIndex((label) => wished.includes(label));
    await dialog.locator("fieldset label").nth(Math.max(choice, 0)).click();
  }
  expect(await found.count()).toBe(1);
}
