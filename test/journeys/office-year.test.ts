import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import { storeRehearsal } from "../../src/operations/store-rehearsal.js";
import { dayInChina } from "../../src/operations/tally-register.js";
import { formatForYear } from "../../src/report/formats/index.js";
import { rehearsedYear } from "../../src/tally/rehearsed-year.js";
import { addLetterAgency } from "../builders/letter-office.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { type JourneyPortal, openPortal } from "./journey-portal.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const AGENCY = "a1";
const TITLE = "2025年政府信息公开工作年度报告";
const YEAR = 2025;
const PERSON = "欧阳沐泽";
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999
const WHY = "一封年底收到的信函放错了卷宗，补登后更正。";

const WORDS = "本机关如实写明这一处的情况。";
/** A check asks about the English word, and there is a good reason for it. */
const NAMED = "本机关网站的“Open”栏目全年正常开放。";
/** A button of two characters is drawn with a space between them. */
const spaced = (label: string) => new RegExp(`^${[...label].join("\\s?")}$`);
const SAVE = spaced("保存");

saySkipped();

describe.skipIf(CHROMIUM === null)(
  "a year, from its figures to the released report and its correction, by keyboard",
  { timeout: JOURNEY_TIME },
  () => {
    let journey: JourneyOffice;
    let portal: JourneyPortal;
    let head: Page;
    let reader: Page;
    let keys: Keyboard;
    let received = 0;

    beforeAll(async () => {
      // Records bear the hour of the server's clock, and the year is over by then: this journey happens today.
      journey = await openJourney({
        day: dayInChina(new Date().toISOString()),
        async furnish({ database }) {
          await addLetterAgency(database);
          const format = formatForYear(YEAR);
          if (format === null) throw new Error(`There is no form for ${YEAR}.`);
          const plan = { seed: 7, agencyId: AGENCY, year: YEAR, requests: 60, format, calendar: STATE_COUNCIL_CALENDAR };
          await storeRehearsal(database, rehearsedYear(plan), { agencyId: AGENCY, recordedBy: "演练" });
        },
      });
      portal = await openPortal(journey, AGENCY);
      head = await journey.openWindow([["head", AGENCY]], "王主任");
      keys = keyboardOf(head);
      reader = await journey.openPublicWindow();
    });
    afterAll(async () => {
      await portal?.close();
      await journey?.close();
    });

    test("the tables are there without anybody having filled them in, and a figure opens its records", async () => {
      await head.goto(`${journey.address}/reports`);
      await keys.press(head.getByRole("link", { name: `${YEAR}年` }));
      await head.getByRole("heading", { name: TITLE }).waitFor();
      received = await figure();
      expect(received).toBeGreaterThan(40);
      expect(await barriers(head)).toEqual([]);
      await keys.press(head.locator("tr", { hasText: "本年新收" }).locator(".figure").last());
      const drawer = head.getByRole("dialog");
      await drawer.getByText(`${received} 条记录`).waitFor();
      expect(await drawer.getByRole("link").count()).toBeGreaterThan(0);
    });

    test("the places only a person can write are written, section by section", async () => {
      await openTab("narrative");
      await keys.write(head.locator("#signed-on"), dayInChina(journey.office.now().toISOString()));
      await keys.press(head.getByRole("button", { name: SAVE }));
      await head.getByRole("button", { name: SAVE }).waitFor({ state: "detached" });
      expect(await barriers(head)).toEqual([]);
      const headings = await head.locator(".ant-card", { hasText: "待写" }).locator(".ant-card-head-title").allInnerTexts();
      expect(headings.length).toBeGreaterThan(0);
      const words = [NAMED];
      for (const heading of headings) {
        const card = head.locator(".ant-card", { has: head.locator(".ant-card-head-title", { hasText: heading }) });
        const places = card.locator('textarea:not([aria-label$="另加一段"])');
        for (const place of await places.all())
          if ((await place.inputValue()) === "") await keys.write(place, words.pop() ?? WORDS);
        await keys.press(card.getByRole("button", { name: "保存这一部分" }));
        await card.getByRole("button", { name: "保存这一部分", disabled: true }).waitFor();
      }
      await head.getByText("待写", { exact: true }).waitFor({ state: "detached" });
    });

    test("a finding leads to the sentence it speaks of, and the sign there back to it", async () => {
      await openTab("findings");
      const named = head.locator(".ant-card", { hasText: "Open" });
      await keys.press(named.getByRole("link").first());
      const paragraph = head.locator(".is-sought");
      await paragraph.getByText("警告", { exact: true }).waitFor();
      expect(await paragraph.locator("textarea").inputValue()).toContain("Open");
      expect(await barriers(head)).toEqual([]);
      await keys.press(paragraph.getByRole("link"));
      await head.locator(".is-sought", { hasText: "Open" }).getByLabel("理由").waitFor();
    });

    test("a sentence that contradicts a cell is marked at the cell too", async () => {
      const wrong = received + 7;
      await openTab("narrative");
      const card = head.locator(".ant-card", { has: head.locator(".ant-card-head-title", { hasText: "一、总体情况" }) });
      const counted = card.locator("p", { hasText: `收政府信息公开申请${received}件` });
      const words = (await counted.innerText()).replace("改写", "").trim();
      await keys.press(counted.getByRole("button", { name: spaced("改写") }));
      const own = card.locator("textarea", { hasText: words.slice(0, 30) });
      await keys.write(own, words.replace(`申请${received}件`, `申请${wrong}件`));
      await head.reload();
      await card.locator("textarea", { hasText: `申请${wrong}件` }).waitFor();
      await keys.press(card.getByRole("button", { name: "保存这一部分" }));
      await card.getByRole("button", { name: "保存这一部分", disabled: true }).waitFor();
      await openTab("tables");
      const cell = head.locator("tr", { hasText: "本年新收" }).locator("td").last();
      const mark = cell.getByRole("link", { name: new RegExp(`^错误：.*${wrong}`) });
      await keys.to(mark);
      await head
        .getByRole("tooltip")
        .filter({ hasText: String(wrong) })
        .waitFor();
      expect(await barriers(head)).toEqual([]);
      await keys.press(mark);
      await keys.press(head.locator(".is-sought").getByRole("link", { name: /总计/ }));
      await head
        .locator("td.is-sought")
        .getByRole("button", { name: String(received) })
        .waitFor();
      await openTab("narrative");
      await keys.press(card.getByRole("button", { name: "恢复为台账写的" }));
      await keys.press(card.getByRole("button", { name: "保存这一部分" }));
      await card.getByRole("button", { name: "保存这一部分", disabled: true }).waitFor();
      await openTab("tables");
      await head.locator(".statutory .finding-mark.is-error").waitFor({ state: "detached" });
    });

    test("what the checks object to is answered with a reason", async () => {
      expect(await answerFindings()).toBeGreaterThan(0);
      expect(await barriers(head)).toEqual([]);
    });

    test("it is frozen and released: every form is written, read back and can be fetched", async () => {
      await openTab("release");
      await freeze("定稿");
      await head.getByText("第 1 版", { exact: true }).waitFor();
      await release(1);
      expect(await barriers(head)).toEqual([]);
    });

    test("the public reads it with the same figure", async () => {
      await reader.goto(`${portal.address}/reports/${AGENCY}/${YEAR}`);
      await reader.getByRole("heading", { level: 1, name: TITLE }).waitFor();
      expect(await publicFigure()).toBe(received);
    });

    test("a letter of December that is registered late shows as a difference", async () => {
      await head.goto(`${journey.address}/cases/new`);
      await keys.write(head.locator("#arrivedOn"), `${YEAR}-12-30`);
      await keys.write(head.locator("#reason"), "信函放错了卷宗");
      await keys.write(head.locator("#piece-0"), "关于社会救助的材料");
      await keys.write(head.locator("#name"), PERSON);
      await keys.write(head.locator("#identity"), NUMBER);
      await keys.write(head.locator("#address"), "示例市青山区泺源大街一号");
      await head.keyboard.press("Control+Enter");
      await head.getByRole("heading", { name: new RegExp(`〔${YEAR}〕`) }).waitFor();
      await head.goto(`${journey.address}/reports/${YEAR}?tab=tables`);
      await head.getByRole("heading", { name: TITLE }).waitFor();
      await expect.poll(figure).toBe(received + 1);
      await openTab("release");
      const changed = head.locator("tr", { hasText: "本年新收" }).filter({ hasText: "总计" });
      await changed.waitFor();
      expect(await changed.locator("td").allInnerTexts()).toEqual([
        expect.stringContaining("本年新收"),
        String(received),
        String(received + 1),
        expect.stringMatching(/^多了 .*〔2025〕/),
      ]);
      // The counted sentence of the text changes with it.
      await head.locator("del", { hasText: `收政府信息公开申请${received}件` }).waitFor();
      await head.locator("ins", { hasText: `收政府信息公开申请${received + 1}件` }).waitFor();
      expect(await barriers(head)).toEqual([]);
    });

    test("the correction is the second edition, with its reason, and the first can still be read", async () => {
      await answerFindings();
      await openTab("release");
      await freeze("更正为第 2 版", WHY);
      await head.getByText("第 2 版", { exact: true }).waitFor();
      await release(2);
      await head.getByText(`更正理由：${WHY}`).waitFor();
      await keys.press(head.getByRole("button", { name: "这一版改了第 1 版的什么" }));
      await head.locator(".ant-card", { hasText: "第 2 版" }).locator("tr", { hasText: "本年新收" }).first().waitFor();
      await reader.reload();
      await reader.getByRole("note").filter({ hasText: WHY }).waitFor();
      expect(await publicFigure()).toBe(received + 1);
      await keyboardOf(reader).press(reader.getByRole("link", { name: "查看上一版" }));
      await reader.waitForURL(/edition=1/);
      expect(await publicFigure()).toBe(received);
      await reader.getByRole("note").filter({ hasText: "现行的是第 2 版" }).waitFor();
    });

    test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
      expect([...keys.unseen, ...keyboardOf(reader).unseen]).toEqual([]);
      await journey.proveSound([PERSON, NUMBER, "泺源大街"]);
    });

    const openTab = async (tab: string) => {
      await head.goto(`${journey.address}/reports/${YEAR}?tab=${tab}`);
      await head.getByRole("heading", { name: TITLE }).waitFor();
    };
    const newRequests = (page: Page) => page.locator("tr", { hasText: "本年新收" }).locator("td").last().innerText();
    const figure = async () => Number(await newRequests(head));
    const publicFigure = async () => Number(await newRequests(reader));

    /** Writes a reason for each finding that wants one and has none; gives how many. */
    const answerFindings = async (): Promise<number> => {
      let answered = 0;
      await openTab("findings");
      const cards = head.locator(".ant-card", { has: head.getByLabel("理由") });
      await cards.first().waitFor();
      for (const card of await cards.all()) {
        const reason = card.getByLabel("理由");
        if ((await reason.inputValue()) !== "") continue;
        await keys.write(reason, "“Open”是栏目的名称。");
        await keys.press(card.getByRole("button", { name: SAVE }));
        await card.getByRole("button", { name: SAVE, disabled: true }).waitFor();
        answered += 1;
      }
      return answered;
    };

    const freeze = async (label: string, reason?: string) => {
      await keys.press(head.getByRole("button", { name: spaced(label) }));
      const dialog = head.getByRole("dialog");
      if (reason !== undefined) await keys.write(dialog.getByLabel("更正理由"), reason);
      await keys.press(dialog.getByRole("button", { name: spaced(label) }));
      await dialog.waitFor({ state: "hidden" });
    };

    /** Releases an edition; each of its files is there. */
    const release = async (edition: number) => {
      await keys.press(head.getByRole("button", { name: spaced("发布") }));
      const dialog = head.getByRole("dialog");
      await keys.press(dialog.getByRole("button", { name: spaced("发布") }));
      await dialog.waitFor({ state: "detached" });
      const card = head.locator(".ant-card", { hasText: `第 ${edition} 版` });
      await card.getByText("各文件已读回核对").waitFor();
      const files = card.locator("a[download]");
      const forms = await files.allInnerTexts();
      expect(forms).toEqual(expect.arrayContaining(["docx", "html", "xlsx", "txt", "json", "csv"]));
      for (const file of await files.all()) {
        const answer = await head.request.get(journey.address + (await file.getAttribute("href")));
        expect(answer.status()).toBe(200);
        expect((await answer.body()).length).toBeGreaterThan(1000);
      }
    };
  },
);
