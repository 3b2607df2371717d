import { describe, expect, test } from "vitest";
import { dayIn, type EventSpec } from "../../../test/builders/case-file.js";
import { decided, LETTER_CASES, letterInput } from "../../../test/builders/letter.js";
import { WorkCalendar } from "../../law/calendar/work-calendar.js";
import { draftLetter } from "./draft-letter.js";
import { isDraft, type LetterEdits, type LetterInput } from "./letter-draft.js";

type Changes = Parameters<typeof letterInput>[1];

function refusalOf(letterId: string, changes: Changes = {}, without: readonly (keyof LetterInput)[] = []) {
  const entries = Object.entries(letterInput(letterId, changes)).filter(([key]) => !without.some((name) => name === key));
  const result = draftLetter(Object.fromEntries(entries) as unknown as LetterInput); // what a test leaves out is optional
  if (isDraft(result)) throw new Error(`${letterId} was drafted.`);
  return result;
}

const writing = (letterId: string, edits: LetterEdits): Changes => ({
  edits: { ...edits, texts: { ...LETTER_CASES[letterId]?.edits?.texts, ...edits.texts } },
});

const EXTENDED: EventSpec = {
  type: "extended",
  on: "2025-03-25",
  workingDays: 15,
  approvedBy: "王主任",
  toldOn: "2025-03-26",
  grounds: "需要查找档案",
};
const CLARIFICATION: EventSpec = { type: "clarification-requested", on: "2025-03-05", unclear: "年度", clarifyBy: "2025-03-20" };
const SEARCHED: EventSpec = { type: "searched", on: "2025-03-06", where: "档案室", terms: "预算", found: true };
const ASKED: EventSpec = { type: "third-party-asked", on: "2025-03-05", party: "甲公司", receivedOn: "2025-03-06" };
const FEE: EventSpec = { type: "fee-noticed", on: "2025-03-05", basis: "page", quantity: 109, yuan: 900, payBy: "2025-04-02" };

describe("a letter that the register does not bear out is refused", () => {
  test.each<[string, string, Changes, string]>([
    ["an answer without a decision", "L-GRANT", { events: [] }, "noAct"],
    ["an answer for another row", "L-GRANT", { events: [decided("denied.internal")] }, "otherOutcome"],
    ["another letter of the same row", "L-GRANT", { events: [decided("granted", "published")] }, "otherForm"],
    [
      "信息不存在 where the decision says 不属于本机关",
      "L-NOTEXIST",
      { events: [SEARCHED, decided("unable.not_held", "not-ours")] },
      "otherForm",
    ],
    ["信息不存在 without a search", "L-NOTEXIST", { events: [decided("unable.not_held")] }, "noAct"],
    ["信息不存在 after a search that found it", "L-NOTEXIST", { events: [SEARCHED, decided("unable.not_held")] }, "found"],
    ["an answer dated tomorrow", "L-GRANT", { more: { today: dayIn("2025-03-17") } }, "inFuture"],
    ["a letter before receipt was confirmed", "L-GRANT", { request: { channel: "online" } }, "notReceived"],
    ["an extension without an extension", "L-EXTEND", { events: [] }, "noAct"],
    [
      "an extension after the first term",
      "L-EXTEND",
      { events: [{ ...EXTENDED, on: "2025-04-01", toldOn: "2025-04-01" }] },
      "untimely",
    ],
    [
      "a second extension",
      "L-EXTEND",
      { events: [{ ...EXTENDED, on: "2025-03-20", toldOn: "2025-03-20" }, EXTENDED] },
      "untimely",
    ],
    ["an extension of 21 working days", "L-EXTEND", { events: [{ ...EXTENDED, workingDays: 21 }] }, "untimely"],
    ["补正 after seven working days", "L-CORRECT", { events: [{ ...CLARIFICATION, on: "2025-03-13" }] }, "untimely"],
    ["补正 for a second time", "L-CORRECT", { events: [CLARIFICATION, { ...CLARIFICATION, on: "2025-03-06" }] }, "untimely"],
    ["a refusal for a third party nobody asked", "L-DENY-THIRD", { events: [decided("denied.third_party")] }, "noAct"],
    [
      "a refusal for a third party that still may answer",
      "L-DENY-THIRD",
      { events: [ASKED, decided("denied.third_party")] },
      "noEvidence",
    ],
    [
      "a notice against a third party that agreed",
      "L-3P-DECIDE",
      {
        events: [
          ASKED,
          { type: "third-party-answered", on: "2025-03-10", party: "甲公司", opinion: "agrees" },
          decided("granted"),
        ],
      },
      "noObjection",
    ],
    ["a fee the tariff does not give", "L-FEE", { events: [FEE] }, "otherFee"],
    [
      "a lapse before its term is over",
      "L-CLOSED-NOCORR",
      { events: [CLARIFICATION, { type: "clarification-lapsed", on: "2025-03-18" }] },
      "untimely",
    ],
    ["a year typed in from paper", "L-GRANT", { request: { isImported: true } }, "imported"],
    ["a number of another year", "L-GRANT", { more: { number: { code: "青商公开", year: 2024, sequence: 1 } } }, "otherYear"],
    [
      "a number other than the recorded one",
      "L-GRANT",
      { events: [{ ...decided("granted"), letterNumber: "〔2025〕9号" }] },
      "otherNumber",
    ],
    [
      "a decision whose answers lead elsewhere",
      "L-DENY-SECRET",
      { events: [{ ...decided("denied.internal"), outcome: "denied.state_secret" }] },
      "contradiction",
    ],
  ])("%s", (_name, letterId, changes, refusalId) => {
    const { refusalId: found, message } = refusalOf(letterId, changes);
    expect(found).toBe(refusalId);
    expect(message).toMatch(/^[^{}]*[\p{Script=Han}][^{}]*。$/u);
  });

  test.each<[string, string, keyof LetterInput, string]>([
    ["an answer without a number", "L-GRANT", "number", "noNumber"],
    ["a repeat without the earlier answer", "L-REPEAT", "earlierAnswer", "noEvidence"],
    ["a closing for want of payment without the number of the notice", "L-CLOSED-UNPAID", "issued", "noEarlierNumber"],
    ["a receipt of service of nothing", "L-DELIVER", "delivers", "nothingServed"],
  ])("%s", (_name, letterId, left, refusalId) => {
    expect(refusalOf(letterId, {}, [left]).refusalId).toBe(refusalId);
  });

  test("a due day in a year that is not announced", () => {
    expect(refusalOf("L-EXTEND", { more: { calendar: new WorkCalendar([]) } }).refusalId).toBe("provisional");
  });

  test("a remedy clause without the name of the body, or without the online channel", () => {
    const { agency } = letterInput("L-GRANT");
    const { onlineChannel: _, ...offline } = agency;
    expect(refusalOf("L-GRANT", { more: { agency: { ...agency, reconsideration: {} } } }).message).toContain(
      "行政复议机关的名称",
    );
    expect(refusalOf("L-GRANT", { more: { agency: offline, servedBy: "online" } }).message).toContain("互联网复议申请渠道");
  });

  test("reasons nobody has written", () => {
    expect(refusalOf("L-CORRECT", { edits: {} })).toEqual({
      refusalId: "noText",
      message: "还没有填写：需要补正的事项、指导和释明。",
    });
    expect(refusalOf("L-DENY-INTERNAL", { edits: {} }).message).toContain("不予公开所依据的条款和理由");
  });

  test("a part withheld for what is no exemption", () => {
    const withheld = [{ part: "附件三", outcome: "rejected.petition", reasons: "属于信访" }] as const;
    expect(refusalOf("L-PARTIAL", writing("L-PARTIAL", { withheld })).refusalId).toBe("notExempt");
  });

  test("letters there are none of", () => {
    expect(refusalOf("L-NOTHING").refusalId).toBe("unknownLetter");
  });

  test("a 更正告知书 without a request to correct, a 协办函 to nobody", () => {
    expect(refusalOf("L-RECTIFY", { events: [decided("granted")] }).refusalId).toBe("noAct");
    expect(refusalOf("L-ASSIST", { events: [] }).refusalId).toBe("noAct");
  });
});

describe("a clerk may write reasons, but not what is law or on record", () => {
  test.each<[string, string, string, string]>([
    ["six months on a refusal", "L-DENY-INTERNAL", "如不服，可以自收到本告知书之日起6个月内提起行政诉讼", "wrongWords"],
    ["the higher department as the body", "L-DENY-INTERNAL", "可以自收到之日起60日内先向上级主管部门申请行政复议", "wrongWords"],
    ["a clause on a notice of procedure", "L-EXTEND", "如不服，可以自收到之日起60日内申请行政复议", "wrongWords"],
    ["a clause of his own", "L-GRANT", "如不服，可以自收到之日起60日内申请行政复议", "ownRemedy"],
    ["a last day of his own", "L-EXTEND", "材料多，答复期限延长至2025年5月30日", "otherDate"],
    ["another number of the series", "L-GRANT", "见青商公开〔2025〕99号", "ownNumber"],
    ["another article", "L-DENY-INTERNAL", "依据《政府信息公开条例》第十四条", "otherArticle"],
  ])("%s", (_name, letterId, text, refusalId) => {
    const field =
      { "L-DENY-INTERNAL": "clause", "L-EXTEND": "extension-grounds", "L-GRANT": "information" }[letterId] ?? "clause";
    const { refusalId: found, message } = refusalOf(letterId, writing(letterId, { texts: { [field]: text } }));
    expect(found).toBe(refusalId);
    expect(message).toMatch(/^“.+”.+。$/);
  });

  test.each([
    ["L-EXTEND", "extension-grounds", "因第三方于2025年3月3日提交的材料需要核对，期限内不能完成"],
    ["L-GRANT", "information", "2023年5月6日印发的《调整方案》（青商〔2023〕5号）"],
    ["L-DENY-INTERNAL", "clause", "该信息在2020年提起的行政诉讼中形成"],
  ])("but %s may say %s: %s", (letterId, field, text) => {
    expect(isDraft(draftLetter(letterInput(letterId, writing(letterId, { texts: { [field]: text } }))))).toBe(true);
  });
});

test("silence of the third party is an opinion once its fifteen working days are over", () => {
  const events = [ASKED, decided("denied.third_party", undefined, "2025-03-28")];
  const result = draftLetter(letterInput("L-DENY-THIRD", { events }));
  expect(JSON.stringify(result)).toContain("第三方逾期未提出意见");
});
