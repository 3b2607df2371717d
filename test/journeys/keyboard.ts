import type { ElementHandle, Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Somebody at a page without a mouse: everything is reached with the Tab key, and every key moves the focus on. */
export interface Keyboard {
  /** Goes on with the Tab key until the control has the focus. */
  to(control: Locator): Promise<void>;
  /** Writes into a field in place of what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** Presses a button or follows a link with Enter. */
  press(control: Locator): Promise<void>;
  /** Ticks a box with the space bar. */
  tick(box: Locator): Promise<void>;
  /** Chooses one of several that stand open: Tab leads to them, the arrows through them. */
  choose(radio: Locator): Promise<void>;
  /** Chooses from a list that opens. */
  pick(list: Locator, label: string): Promise<void>;
  /** The controls whose look was the same with the focus and without it, on every page so far. */
  readonly unseen: readonly string[];
}

const MOST_TABS = 240;
const MOST_CHOICES = 40;
const MOST_WAITS = 40;

const keyboards = new WeakMap<Page, Keyboard>();

/** The keyboard of a window; the same one however often it is asked for. */
export function keyboardOf(page: Page): Keyboard {
  const known = keyboards.get(page) ?? newKeyboard(page);
  keyboards.set(page, known);
  return known;
}

function newKeyboard(page: Page): Keyboard {
  const unseen: string[] = [];
  const tab = async (): Promise<boolean> => {
    await page.keyboard.press("Tab");
    const { isMoved, missed } = await page.evaluate(look);
    if (missed !== null) unseen.push(missed);
    return isMoved;
  };
  const to = async (control: Locator) => {
    await control.waitFor({ state: "attached" });
    const wanted = await control.elementHandle();
    if (wanted === null) throw new Error("The control went away.");
    if (await hasFocus(wanted)) return;
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      const isMoved = await tab();
      if (await hasFocus(wanted)) return;
      if (!isMoved) throw new Error(`The Tab key does not lead away from ${await focused(page)}.`);
    }
    throw new Error(`${control} is not reached with the Tab key.`);
  };
  return {
    to,
    async write(field, text) {
      await to(field);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(text);
    },
    async press(control) {
      await control.waitFor();
      await (await control.elementHandle())?.waitForElementState("enabled");
      await to(control);
      await page.keyboard.press("Enter");
    },
    async tick(box) {
      await to(box);
      await page.keyboard.press("Space");
      expect(await box.isChecked()).toBe(true);
    },
    async choose(radio) {
      await radio.waitFor({ state: "attached" });
      const name = await radio.getAttribute("name");
      await to(page.locator(`input[type="radio"][name="${name}"]:checked, input[type="radio"][name="${name}"]`).first());
      for (let presses = 0; presses < MOST_CHOICES; presses += 1) {
        const wanted = await radio.elementHandle({ timeout: 1_000 }).catch(() => null);
        if (wanted === null) return;
        if (await hasFocus(wanted)) break;
        await page.keyboard.press("ArrowDown");
      }
      if (!(await radio.isChecked())) await page.keyboard.press("Space");
    },
    async pick(list, label) {
      await to(list);
      await page.keyboard.press("ArrowDown");
      const chosen = page.locator(".ant-select-item-option-active");
      for (let presses = 0; presses < MOST_CHOICES; presses += 1) {
        await chosen.first().waitFor();
        if ((await chosen.first().innerText()).includes(label)) break;
        await page.keyboard.press("ArrowDown");
      }
      expect(await chosen.first().innerText()).toContain(label);
      await page.keyboard.press("Enter");
      // While a list closes it keeps the Tab key; one of which several are chosen stays open.
      for (let waits = 0; waits < MOST_WAITS && (await list.getAttribute("aria-expanded")) === "true"; waits += 1) {
        await page.waitForTimeout(50);
      }
    },
    unseen,
  };
}

function hasFocus(element: ElementHandle): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? "nothing");
}

/** What the page remembers of the control that had the focus before. */
interface Remembered {
  lastFocus?: { readonly element: Element; readonly parts: readonly Element[]; readonly looks: readonly string[] };
}

/** In the page: whether the focus has moved, and the control it left if that looked the same with it; a wrapper or a neighbour may show it. */
async function look(): Promise<{ readonly isMoved: boolean; readonly missed: string | null }> {
  const HIGH = 5;
  const kept = window as Remembered;
  const looksOf = (parts: readonly Element[]) =>
    parts.map((part) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, insetBlockStart } = getComputedStyle(part);
      return [outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, insetBlockStart].join("|");
    });
  const last = kept.lastFocus;
  const element = document.activeElement ?? document.body;
  const isAlike = (one: NonNullable<Remembered["lastFocus"]>) => {
    const now = looksOf(one.parts);
    return one.looks.every((before, at) => before === now[at]);
  };
  let missed: string | null = null;
  // A list and the button that empties it are one control, with one frame.
  const isWithin = last?.element.closest(".ant-select")?.contains(element) === true;
  if (last !== undefined && last.element !== element && last.element.isConnected && !isWithin && isAlike(last)) {
    // A page that is still being drawn is looked at once more, at rest.
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    (last.element as HTMLElement).focus(); // it had the focus
    await drawn();
    const looks = looksOf(last.parts);
    (element as HTMLElement).focus(); // it has it
    await drawn();
    if (isAlike({ ...last, looks })) missed = last.element.outerHTML.slice(0, 160);
  }
  const parts: Element[] = [];
  for (let one: Element | null = element; one !== null && one !== document.body && parts.length < HIGH; one = one.parentElement)
    parts.push(one, ...(one.nextElementSibling === null ? [] : [one.nextElementSibling]));
  if (element === document.body) delete kept.lastFocus;
  else kept.lastFocus = { element, parts, looks: looksOf(parts) };
  return { isMoved: last?.element !== element || element === document.body, missed };
}
