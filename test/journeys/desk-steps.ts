import type { Page } from "playwright-core";
import { expect } from "vitest";
import { keyboardOf } from "./keyboard.js";

/** Records that the letter that is not served yet was handed over on a day, today when left out. */
export async function serveLetter(page: Page): Promise<void> {
  const keys = keyboardOf(page);
  await keys.press(page.getByRole("button", { name: "登记送达", exact: true }).first());
  const dialog = page.getByRole("dialog");
  await keys.write(dialog.locator("#proof"), "EMS 1234567890");
  await keys.press(dialog.getByRole("button", { name: /^登\s?记$/ }));
  await dialog.waitFor({ state: "hidden" });
}

const MOST_QUESTIONS = 20;

/** Answers the legal questions one after another: by the wished answer where it is offered, otherwise by the first, which leads on. */
export async function answerQuestions(page: Page, wished: readonly string[], row: string): Promise<void> {
  const keys = keyboardOf(page);
  const dialog = page.getByRole("dialog");
  const found = dialog.locator(".ant-alert").filter({ hasText: row });
  let asked = "";
  for (let count = 0; count < MOST_QUESTIONS; count += 1) {
    const question = dialog.locator("legend").filter({ hasNotText: asked === "" ? "（没有）" : asked });
    await question.or(found).first().waitFor();
    if ((await found.count()) > 0) return;
    asked = await question.innerText();
    const labels = await dialog.locator("fieldset button").allInnerTexts();
    const choice = labels.findIndex((label) => wished.includes(label));
    await keys.press(dialog.locator("fieldset button").nth(Math.max(choice, 0)));
  }
  expect(await found.count()).toBe(1);
}
