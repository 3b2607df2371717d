import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import type { Office } from "../../src/operations/office.js";
import { officeApplication } from "../../src/server/office/office-application.js";
import { openSession } from "../../src/storage/accounts/session-store.js";
import { verifyAudit } from "../../src/storage/audit/verify-audit.js";
import { type DeskOffice, deskOffice } from "../builders/desk.js";
import { addLetterAgency } from "../builders/letter-office.js";
import { type GivenRole, signedInUser } from "../builders/office-application.js";
import { type TestDatabase, testDatabase } from "../storage/test-database.js";
import { CHROMIUM } from "./chromium.js";

/** The office in a browser: the real application over a real database, with a clock the journey moves. */
export interface JourneyOffice {
  readonly database: TestDatabase;
  readonly office: DeskOffice;
  readonly address: string;
  /** Opens a window for somebody signed in; everything it asks for and shows is watched. */
  openWindow(roles: readonly GivenRole[], name?: string): Promise<Page>;
  /** Opens a window for somebody of the public, watched just so. */
  openPublicWindow(): Promise<Page>;
  /** It is noon of another day for everybody; who was signed in has signed in again. */
  goTo(day: string): Promise<void>;
  /** What must hold after every journey: the chain is whole, nothing broke in a page, no person stands in an address or title. */
  proveSound(persons: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface Person {
  readonly accountId: string;
  readonly context: BrowserContext;
}

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
/** A busy machine is slow; what is there is found at once all the same. */
const WAIT = 40_000;
/** For a journey of several pages. */
export const JOURNEY_TIME = 240_000;
const READER = { viewport: { width: 1366, height: 768 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" };

interface JourneyStart {
  readonly day: string;
  /** What is on the books; an agency a1 that can issue letters when left out. */
  readonly furnish?: (office: Office) => Promise<void>;
}

export async function openJourney({ day, furnish }: JourneyStart): Promise<JourneyOffice> {
  if (CHROMIUM === null) throw new Error("A journey needs a browser.");
  const database = await testDatabase();
  const office = deskOffice(database, day);
  if (furnish === undefined) await addLetterAgency(database);
  else await furnish(office);
  const pages = process.env.YANGGUANG_OFFICE_PAGES;
  const app = await officeApplication({
    office,
    log: null,
    configuration: { requestsPerMinute: 1_000_000, signInsPerMinute: 1_000_000 },
    ...(pages !== undefined && { pages }),
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`; // it listens on a port
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  const people: Person[] = [];
  const seen = new Watch();
  const watchedPage = async (context: BrowserContext) => {
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT);
    seen.follow(page);
    return page;
  };
  return {
    ...{ database, office, address },
    async openWindow(roles, name) {
      const user = await signedInUser(office, roles, name);
      const context = await browser.newContext(READER);
      await showSession(context, address, user.secret);
      people.push({ accountId: user.accountId, context });
      return watchedPage(context);
    },
    openPublicWindow: async () => watchedPage(await browser.newContext(READER)),
    async goTo(next) {
      office.goTo(next);
      for (const { accountId, context } of people) await showSession(context, address, await sessionOf(office, accountId));
    },
    async proveSound(persons) {
      expect((await verifyAudit(database)).isIntact).toBe(true);
      await seen.prove(persons, browser);
    },
    async close() {
      await picture(browser);
      await browser.close();
      await app.close();
      await database.close();
    },
  };
}

/** With YANGGUANG_JOURNEY_PICTURES every window is pictured as it stands at the end, to see where a journey stopped. */
async function picture(browser: Browser): Promise<void> {
  const folder = process.env.YANGGUANG_JOURNEY_PICTURES;
  if (folder === undefined) return;
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page, at) => page.screenshot({ path: join(folder, `journey-${at + 1}.png`) })));
}

async function sessionOf(office: Office, accountId: string): Promise<string> {
  const now = office.now();
  const endsAt = new Date(now.getTime() + 12 * 3_600_000).toISOString();
  const at = { accountId, stage: "full", at: now.toISOString(), idleMinutes: 30, endsAt, browser: "test" } as const;
  return openSession(office.database, at);
}

function showSession(context: BrowserContext, address: string, secret: string): Promise<void> {
  return context.addCookies([{ name: "yangguang-session", value: secret, url: address, httpOnly: true, sameSite: "Strict" }]);
}

/** What the windows asked for and showed, kept to be looked through at the end. */
class Watch {
  readonly #addresses = new Set<string>();
  readonly #titles = new Set<string>();
  readonly #faults: string[] = [];

  follow(page: Page): void {
    page.on("request", (request) => {
      this.#addresses.add(decodeURIComponent(request.url()));
      page.title().then(
        (title) => this.#titles.add(title),
        () => undefined,
      );
    });
    page.on("framenavigated", (frame) => this.#addresses.add(decodeURIComponent(frame.url())));
    page.on("pageerror", (error) => this.#faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("Failed to load resource")) this.#faults.push(message.text());
    });
  }

  async prove(persons: readonly string[], browser: Browser): Promise<void> {
    for (const page of browser.contexts().flatMap((context) => context.pages())) this.#titles.add(await page.title());
    const told = [...this.#addresses, ...this.#titles].filter((text) => persons.some((person) => text.includes(person)));
    expect(told).toEqual([]);
    expect(this.#faults).toEqual([]);
  }
}

const MOST_TABS = 80;

/** Goes on with the Tab key until a control has the focus: what cannot be reached so cannot be reached by keyboard. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} is not reached with the Tab key.`);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What still moves has colours that nobody is meant to read; what turns for ever is not waited for. */
const SETTLED = `Promise.race([
  Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => null))),
  new Promise((resolve) => setTimeout(resolve, 3000)),
]).then(() => true)`;

/** What stands seriously in the way of whoever does not see the page or has no mouse, with the place of each. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(SETTLED);
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResult; // as axe-core says
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
