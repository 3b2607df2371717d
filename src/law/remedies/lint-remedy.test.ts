import { describe, expect, test } from "vitest";
import { parsePlainDate } from "../plain-date.js";
import { lintRemedyText, lintRemedyTextOfLetter } from "./lint-remedy.js";
import { remedyMatrix } from "./remedy-matrix.js";

const day = (text: string) => parsePlainDate(text) ?? expect.fail(text);
const department = { agency: { kind: "local-department" as const }, decidedOn: day("2025-07-01") };
const refusal = { ...department, outcome: "denied.process" as const };
const absent = { ...department, outcome: "unable.not_held" as const };
const partial = { ...department, outcome: "partial" as const };

const told = (faults: ReturnType<typeof lintRemedyText>) => faults.map(({ ruleId, found }) => [ruleId, found]);

test("the clauses this product writes itself have no fault, for every case of the matrix", () => {
  for (const { outcome, kind, from, onPaper, online } of remedyMatrix()) {
    const about = { outcome: outcome.id, agency: { kind }, decidedOn: from };
    expect(lintRemedyText(onPaper.text, about)).toEqual([]);
    expect(lintRemedyText(online.text, about)).toEqual([]);
  }
});

test("an address on the net does not cut the sentence it stands in", () => {
  const text =
    "对本答复其他部分不服的，可以60日内申请行政复议（可以通过互联网渠道https://fy.example.gov.cn/?a=1;b=2提交），或者6个月内向人民法院提起行政诉讼。";
  expect(lintRemedyText(text, partial)).toEqual([]);
});

describe("on a refusal under 第十四条至第十六条 since 2024", () => {
  test.each([
    [
      "如不服本答复，可以自收到之日起60日内向本级人民政府申请行政复议，或者6个月内向人民法院提起行政诉讼。",
      [
        ["first-not-told", "申请行政复议"],
        ["six-months-on-refusal", "6个月内"],
      ],
    ],
    ["如不服，可在六个月内直接向人民法院起诉。", [["six-months-on-refusal", "六个月内"]]],
    ["如不服，可在６个 月之内向法院提起诉讼。", [["six-months-on-refusal", "６个 月之内"]]],
    ["自收到之日起6个月以内向人民法院提起诉讼", [["six-months-on-refusal", "6个月以内"]]],
    ["如不服本答复，可依法向人民法院提起行政诉讼。", [["direct-suit-on-refusal", "如不服本答复，可依法向人民法院提起行政诉讼"]]],
    ["不服的，应当先在60日内向上一级主管部门申请行政复议。", [["wrong-body", "上一级主管部门"]]],
    [
      "不服的，应当先在六十日内向本级人民政府或者上级主管部门申请复议；对复议决定不服的，可以在3个月内起诉。",
      [
        ["wrong-body", "上级主管部门"],
        ["suit-term-after-reconsideration", "3个月内"],
      ],
    ],
    ["不服的，应当先在60个工作日内向沭阳县人民政府申请行政复议。", [["reconsideration-term", "60个工作日内"]]],
    ["不服的，应当先在三十日内向沭阳县人民政府申请行政复议。", [["reconsideration-term", "三十日内"]]],
    ["不服的，应当先在六十天内申请复议；对复议决定不服的，可以在十五日内向人民法院起诉。", []],
    ["该方案将在6个月内公布。", []],
    ["申请人曾就征收补偿提起行政诉讼，判决已经生效。", []],
    ["", []],
  ])("%s", (text, faults) => {
    expect(told(lintRemedyText(text, refusal))).toEqual(faults);
  });

  test("a fault says where it is, what is right and which article says so", () => {
    const text = "理由如上。如不服，可以6个月内向人民法院起诉。";
    const [found] = lintRemedyText(text, refusal);
    expect(found && text.slice(found.start, found.end)).toBe("6个月内");
    expect(found).toMatchObject({
      right: expect.stringContaining("15日内"),
      citation: { instrument: "行政复议法", place: "第二十三条第一款第四项" },
    });
  });

  test("the right body is named where its name is known", () => {
    const agency = { ...department.agency, bodyNames: { "same-level-government": "沭阳县人民政府" } };
    const [found] = lintRemedyText("不服的，应当先向上级主管部门申请行政复议。", { ...refusal, agency });
    expect(found?.right).toBe("沭阳县人民政府");
  });
});

describe("where suit is open at once", () => {
  test.each([
    ["如不服，可以60日内向本级人民政府申请行政复议，或者6个月内向人民法院提起行政诉讼。", []],
    ["如不服，可以在15日内向人民法院提起诉讼。", [["suit-term", "15日内"]]],
    ["如不服，可以在3个月内向人民法院提起诉讼。", [["suit-term", "3个月内"]]],
    ["如不服，可以在一百日内申请行政复议。", [["reconsideration-term", "一百日内"]]],
    ["如不服，可以在十日内申请行政复议。", [["reconsideration-term", "十日内"]]],
    ["如不服，可以在二百五日内申请行政复议。", [["reconsideration-term", "二百五日内"]]],
    ["如不服，可以依法申请行政复议或者提起行政诉讼。", []],
  ])("%s", (text, faults) => {
    expect(told(lintRemedyText(text, absent))).toEqual(faults);
  });
});

test("before 2024 the higher authority and six months were right for a refusal", () => {
  const text = "如不服，可以60日内向本级人民政府或者上一级主管部门申请行政复议，或者6个月内向人民法院提起行政诉讼。";
  expect(lintRemedyText(text, { ...refusal, decidedOn: day("2023-12-31") })).toEqual([]);
  expect(told(lintRemedyText(text, refusal))).toEqual([
    ["wrong-body", "上一级主管部门"],
    ["first-not-told", "申请行政复议"],
    ["six-months-on-refusal", "6个月内"],
  ]);
});

test("a wrong body or term before 2024 is measured by the law of 2017", () => {
  const text = "如不服，可以30日内向上一级人民政府申请行政复议。";
  const faults = lintRemedyText(text, { ...refusal, decidedOn: day("2023-12-31") });
  expect(faults.map(({ citation }) => citation.place)).toEqual(["第九条第一款", "第十二条第一款"]);
});

test("of 部分公开 only the part that was given may be sued over at once", () => {
  const wrong = "如对本答复不服，可以在6个月内向人民法院提起行政诉讼。";
  expect(told(lintRemedyText(wrong, partial))).toEqual([["six-months-on-refusal", "6个月内"]]);
  expect(lintRemedyText("对本答复其他部分不服的，可以在6个月内向人民法院提起行政诉讼。", partial)).toEqual([]);
});

test.each([
  ["vertical-organ", "本级人民政府", "上一级主管部门"],
  ["local-government", "上级主管部门", "上一级人民政府"],
  ["local-department", "上一级人民政府", "本级人民政府"],
  ["dispatched-office", "设立该派出机构的部门", "设立本机构的部门的本级人民政府"],
  ["judicial-department", "上一级主管部门", "本级人民政府或者上一级司法行政部门"],
] as const)("for a %s %s is the wrong body", (kind, body, right) => {
  const text = `如不服，可以60日内向${body}申请行政复议。`;
  expect(lintRemedyText(text, { ...absent, agency: { kind } })).toMatchObject([{ ruleId: "wrong-body", found: body, right }]);
});

test("notices of procedure carry no clause, but may say that they cannot be challenged alone", () => {
  const lint = (text: string) => told(lintRemedyTextOfLetter(text, "none", department));
  expect(lint("如不服本通知， 可以申请行政复议。")).toEqual([["clause-on-procedure", "如不服本通知， 可以申请行政复议"]]);
  expect(lint("对收费决定不能单独申请行政复议或者提起行政诉讼。")).toEqual(
    [["clause-on-procedure", "或者提起行政诉讼"]].slice(1),
  );
});

test("the interpretation of 2011 may not be cited after its repeal", () => {
  const text = "依据法释〔2011〕17号。";
  expect(told(lintRemedyText(text, absent))).toEqual([["repealed-interpretation", "法释〔2011〕17号"]]);
  expect(lintRemedyText(text, { ...absent, decidedOn: day("2025-05-31") })).toEqual([]);
});
