import { describe, expect, test } from "vitest";
import { caseLetter } from "../letters/letters.js";
import { parsePlainDate } from "../plain-date.js";
import { type RemedyCircumstances, remedyClause, remedyClauseOfLetter } from "./remedy-clause.js";
import { remedyMatrix } from "./remedy-matrix.js";
import { DEFAULT_REMEDY_SETTINGS } from "./remedy-settings.js";

const day = (text: string) => parsePlainDate(text) ?? expect.fail(text);

const county: RemedyCircumstances = {
  agency: {
    kind: "local-department",
    bodyNames: { "same-level-government": "沭阳县人民政府", "higher-authority": "宿迁市水利局" },
  },
  decidedOn: day("2025-07-01"),
  servedBy: "registered-mail",
};
const places = (clause: { citations: readonly { instrument: string; place: string }[] }) =>
  clause.citations.map(({ instrument, place }) => `${instrument}${place}`);

describe("since 2024-01-01", () => {
  test("a refusal under 第十四条至第十六条 sends to reconsideration first, then to court within 15 days", () => {
    const clause = remedyClause({ ...county, outcome: "denied.process" });
    expect(clause.text).toBe(
      "如对本答复不服，应当自收到本答复之日起60日内先依法向沭阳县人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向有管辖权的人民法院提起行政诉讼。",
    );
    expect(clause.missing).toEqual([]);
    expect(places(clause)).toEqual([
      "行政复议法第二十三条第一款第四项",
      "行政复议法第二十三条第二款",
      "法释〔2025〕8号第一条第二项",
      "行政复议法第二十四条第一款第一项",
      "行政复议法第二十条第一款",
      "行政诉讼法第四十五条",
    ]);
  });

  test("信息不存在 leaves the choice between reconsideration and suit", () => {
    const clause = remedyClause({ ...county, outcome: "unable.not_held" });
    expect(clause.text).toBe(
      "如对本答复不服，可以自收到本答复之日起60日内依法向沭阳县人民政府申请行政复议，或者自收到本答复之日起6个月内依法向有管辖权的人民法院提起行政诉讼。",
    );
    expect(places(clause)).toContain("法释〔2025〕8号第一条第一项");
  });

  test("部分公开 tells both, each for its part", () => {
    const { text, remedy, terms } = remedyClause({ ...county, outcome: "partial" });
    expect(remedy).toBe("mixed");
    expect(text).toMatch(/^对本答复中不予公开部分不服的，应当.*60日内先.*15日.*。对本答复其他部分不服的，可以.*6个月/);
    expect(terms.map(({ length, unit }) => [length, unit])).toEqual([
      [60, "day"],
      [15, "day"],
      [6, "month"],
    ]);
  });

  test("部分公开 that only leaves out what is no government information has nothing to reconsider first", () => {
    expect(remedyClause({ ...county, outcome: "partial", withheld: ["unable.need_create"] }).remedy).toBe("optional");
    expect(remedyClause({ ...county, outcome: "partial", withheld: ["denied.internal"] }).remedy).toBe("mixed");
  });

  test("the interpretation of 2025 is cited only from 2025-06-01", () => {
    const clause = remedyClause({ ...county, outcome: "denied.process", decidedOn: day("2025-05-31") });
    expect(places(clause).join()).not.toContain("法释");
    expect(clause.remedy).toBe("reconsider_first");
  });
});

test("the law of the day of the act applies: on 2023-12-31 a refusal may be sued over directly", () => {
  const clause = remedyClause({ ...county, outcome: "denied.process", decidedOn: day("2023-12-31") });
  expect(clause.text).toBe(
    "如对本答复不服，可以自收到本答复之日起60日内依法向沭阳县人民政府或者宿迁市水利局申请行政复议，或者自收到本答复之日起6个月内依法向有管辖权的人民法院提起行政诉讼。",
  );
  expect(places(clause)).toEqual([
    "政府信息公开条例第五十一条",
    "行政诉讼法第四十四条第一款",
    "行政复议法（2017年修正）第十二条第一款",
    "行政复议法（2017年修正）第九条第一款",
    "行政诉讼法第四十六条第一款",
  ]);
});

describe("a letter served through the internet", () => {
  test("gives the channel for applying online", () => {
    const clause = remedyClause({
      ...county,
      outcome: "granted",
      servedBy: "online",
      onlineChannel: "https://fy.example.gov.cn",
    });
    expect(clause.text).toContain("申请行政复议（可以通过互联网渠道https://fy.example.gov.cn提交行政复议申请书）");
    expect(places(clause)).toContain("行政复议法第二十二条第二款");
  });

  test("may not go out while the channel is unknown", () => {
    expect(remedyClause({ ...county, outcome: "granted", servedBy: "email" }).missing).toEqual(["online-channel"]);
    const settings = { ...DEFAULT_REMEDY_SETTINGS, emailIsInternetChannel: false };
    expect(remedyClause({ ...county, outcome: "granted", servedBy: "email", settings }).missing).toEqual([]);
  });

  test("had no such duty before 2024", () => {
    expect(remedyClause({ ...county, outcome: "granted", servedBy: "online", decidedOn: day("2023-06-01") }).missing).toEqual([]);
  });
});

test("a letter may not go out while the body has no name", () => {
  expect(remedyClause({ ...county, agency: { kind: "local-government" }, outcome: "granted" }).missing).toEqual(["body-name"]);
  expect(remedyClause({ ...county, agency: { kind: "provincial-government" }, outcome: "granted" }).missing).toEqual([]);
});

test("against the decision of a province or a ministry on its own act the State Council may rule (第二十六条)", () => {
  const clause = remedyClause({ ...county, agency: { kind: "central-department" }, outcome: "denied.internal" });
  expect(clause.text).toMatch(/向本机关申请行政复议；.*提起行政诉讼，也可以向国务院申请裁决。$/);
});

describe("settings", () => {
  test("what is argued about tells of remedies by default and can be told not to", () => {
    const settings = { ...DEFAULT_REMEDY_SETTINGS, statutoryOrNone: "none" as const };
    for (const outcome of ["denied.admin_query", "rejected.petition", "rejected.repeat", "rejected.publication"] as const) {
      expect(remedyClause({ ...county, outcome }).remedy).toBe("optional");
      expect(remedyClause({ ...county, outcome, settings })).toMatchObject({ remedy: "none", text: "" });
    }
  });

  test("a withdrawal is confirmed without a clause, unless a place wants one", () => {
    expect(remedyClause({ ...county, outcome: "other.misc" }).text).toBe("");
    const settings = { ...DEFAULT_REMEDY_SETTINGS, otherMisc: "optional" as const };
    expect(remedyClause({ ...county, outcome: "other.misc", settings }).remedy).toBe("optional");
  });
});

test.each([
  ["L-CORRECT", "none"],
  ["L-EXTEND", "none"],
  ["L-FEE", "none"],
  ["L-3P-DECIDE", "optional"],
  ["L-RECTIFY", "optional"],
])("the letter %s has the remedy %s", (id, remedy) => {
  expect(remedyClauseOfLetter(caseLetter(id) ?? expect.fail(id), county).remedy).toBe(remedy);
});

test("a letter that is no answer is called what it is", () => {
  const notice = caseLetter("L-3P-DECIDE") ?? expect.fail();
  expect(remedyClauseOfLetter(notice, { ...county, letterName: "本告知书" }).text).toMatch(
    /^如对本告知书不服，可以自收到本告知书之日起60日内/,
  );
});

test("over the whole matrix 6个月 stands exactly where a suit is open at once, and every clause has an article", () => {
  let cases = 0;
  for (const { outcome, from, onPaper, online } of remedyMatrix()) {
    cases++;
    const mayComeFirst = outcome.remedy === "reconsider_first" && from >= "2024-01-01";
    expect(onPaper.text.includes("6个月")).toBe(onPaper.remedy !== "none" && !mayComeFirst);
    expect(onPaper.text.includes("先依法")).toBe(from >= "2024-01-01" && /first|mixed/.test(outcome.remedy));
    expect(onPaper.citations).not.toEqual([]);
    expect(online.text.includes("互联网渠道")).toBe(from >= "2024-01-01" && online.remedy !== "none");
  }
  expect(cases).toBe(21 * 9 * 3);
});
