import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AGENCY_ID, AS_OF, aDay, registerYear, tallyOf2025 } from "../../test/builders/register-year.js";
import { buildReport } from "../../test/builders/report.js";
import { CHECKS } from "../checks/index.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import { reportOf } from "../recognition/report-of.js";
import { annualReport2019 } from "../report/formats/annual-report-2019.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { composeDraft, feeSentence } from "./compose-draft.js";
import { composedOf, type ReportDraft, toWriteIn, writtenAt } from "./report-draft.js";
import { feeFacts, requestFacts } from "./request-facts.js";
import { type RegisterRecords, tallyYear } from "./tally-year.js";
import type { YearFacts } from "./year-facts.js";

const AGENCY = "威海市文登区商务局";

const NONE = { requests: [], proceedings: [], documents: [], figures: [] };

function draftOf(register: RegisterRecords, format = annualReport2021, more: Partial<YearFacts> = {}): ReportDraft {
  const year = format === annualReport2019 ? 2020 : 2025;
  const asOf = format === annualReport2019 ? "2021-01-20T08:00:00.000Z" : AS_OF;
  const tally = tallyYear({ agencyId: AGENCY_ID, year, asOf, format, register });
  const files = register.requests;
  const facts: YearFacts = {
    requests: requestFacts({ tally, format, files, calendar: STATE_COUNCIL_CALENDAR }),
    fees: feeFacts(tally, files),
    published: [
      { name: "政策文件", items: 31 },
      { name: "财政信息", items: 12 },
    ],
    channels: [
      { name: "政府网站", items: 43 },
      { name: "政务新媒体", items: 20 },
    ],
    trainings: { held: 2, people: 60 },
    proposals: { congress: { handled: 3, satisfied: 3 }, conference: { handled: 2, satisfied: 2 } },
    ...more,
  };
  return composeDraft({ agency: AGENCY, isGovernment: false, format, tally, facts, signedOn: aDay(`${year + 1}-01-20`) });
}

const WORDS: Readonly<Record<string, string>> = {
  "overview.lead": "本机关认真落实信息公开各项要求，工作平稳有序。",
  "overview.management": "落实发布审核制度，定期清理已经公开的信息。",
  "overview.platform": "优化门户网站专栏，方便公众检索。",
  "overview.supervision": "明确分管领导和责任科室，接受社会评议。",
  "problems.found": "存在的问题是公开内容不够丰富。",
  "problems.next": "下一步将拓展公开渠道，提高公开质量。",
  "other.further": "没有其他需要报告的事项。",
};

const written = (draft: ReportDraft): ReportDraft =>
  toWriteIn(draft).reduce((soFar, { id }) => writtenAt(soFar, id, [WORDS[id] ?? "已经落实。"]), draft);

const findingsOf = (draft: ReportDraft): string[] => {
  const report = reportOf(composedOf(draft));
  return CHECKS.flatMap((check) => [...check.run(report, { previous: null })])
    .filter(({ severity }) => severity !== "question")
    .map(({ checkId, message }) => `${checkId}: ${message}`);
};

describe("a draft from the register", () => {
  test.each([annualReport2021, annualReport2019])(
    "of $id draws no finding once its places are written, whatever the year was like",
    (format) => {
      const year = format === annualReport2019 ? 2020 : 2025;
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 0, max: 150 }), (seed, requests) => {
          expect(findingsOf(written(draftOf(registerYear(seed, { format, requests, year }), format)))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );

  test("is a report at any time of the year: the places that are not written are missing from it, not filled", () => {
    const draft = draftOf(registerYear(5));
    const texts = composedOf(draft).sections.flatMap(({ paragraphs }) => paragraphs);
    expect(toWriteIn(draft).map(({ id }) => id)).toEqual([
      "overview.lead",
      "overview.management",
      "overview.platform",
      "overview.supervision",
      "problems.found",
      "problems.next",
      "other.further",
    ]);
    for (const { hint } of toWriteIn(draft)) expect(texts.join("")).not.toContain(hint);
    expect(findingsOf(draft).filter((finding) => /^(footing|cross-footing|roll-forward)/.test(finding))).toEqual([]);
  });

  test("asks a person for what the register does not hold", () => {
    const draft = draftOf(registerYear(5), annualReport2021, { published: null, trainings: null, proposals: null });
    expect(toWriteIn(draft).map(({ id }) => id)).toContain("overview.proactive");
    expect(toWriteIn(draft).find(({ id }) => id === "overview.supervision")?.hint).toContain("业务培训");
    expect(composedOf(draft).sections[0]?.paragraphs.join("")).not.toMatch(/培训|提案/);
  });

  test("says so when nobody asked for anything", () => {
    const draft = draftOf({ ...registerYear(1, { requests: 0 }), proceedings: [] });
    const overview = composedOf(draft).sections[0]?.paragraphs.join("");
    expect(overview).toContain("2025年未收到政府信息公开申请，没有上年结转的申请。");
    expect(overview).toContain("未发生因政府信息公开工作引起的行政复议、行政诉讼。");
  });

  test("leaves a cell blank that nobody filled in", () => {
    const tally = tallyOf2025({});
    const facts: YearFacts = {
      requests: { letters: 0, byChannel: [], meanWorkingDays: null, extended: 0 },
      fees: { notices: 0, paid: 0, paidYuan: 0, lapsed: 0 },
      published: null,
      channels: null,
      trainings: null,
      proposals: null,
    };
    const { cells } = composeDraft({ agency: AGENCY, isGovernment: true, format: annualReport2021, tally, facts });
    expect(cells.find(({ row }) => row === "art20_6.penalty")).toMatchObject({ kind: "blank" });
    expect(cells.find(({ row }) => row === "new_received")).toMatchObject({ kind: "number", value: 0 });
  });

  test("lists last year's promises, each to be answered", () => {
    const previous = buildReport({
      year: 2024,
      sections: {
        problems: [
          "存在的主要问题是公开内容不够丰富，解读形式单一。下一步，一是拓展公开渠道，提高公开质量。二是加强业务培训，提升答复水平。",
          "（二）改进措施",
          "1.完善信息发布审核制度，落实责任到人。",
        ],
      },
    });
    const tally = tallyOf2025({});
    const facts: YearFacts = {
      requests: { letters: 0, byChannel: [], meanWorkingDays: null, extended: 0 },
      fees: { notices: 0, paid: 0, paidYuan: 0, lapsed: 0 },
      published: null,
      channels: null,
      trainings: null,
      proposals: null,
    };
    const draft = composeDraft({ agency: AGENCY, isGovernment: false, format: annualReport2021, tally, facts, previous });
    const promises = toWriteIn(draft).flatMap(({ about }) => about ?? []);
    expect(promises).toEqual([
      "下一步，一是拓展公开渠道，提高公开质量。",
      "加强业务培训，提升答复水平。",
      "完善信息发布审核制度，落实责任到人。",
    ]);
    // A promise is a question to the writer; it is never printed as if it were kept.
    expect(JSON.stringify(composedOf(draft))).not.toContain("加强业务培训");
  });
});

test.each([
  [{ notices: 0, paid: 0, paidYuan: 0, lapsed: 0 }, "2025年未发出信息处理费收费通知，未收取信息处理费。"],
  [
    { notices: 3, paid: 2, paidYuan: 2200, lapsed: 1 },
    "2025年发出信息处理费收费通知3件，收取信息处理费2200元，涉及申请2件；申请人逾期未缴费、不再处理1件。",
  ],
  [{ notices: 1, paid: 0, paidYuan: 0, lapsed: 0 }, "2025年发出信息处理费收费通知1件，未收取信息处理费。"],
  [{ notices: 0, paid: 1, paidYuan: 100, lapsed: 0 }, "2025年没有新发出信息处理费收费通知，收取信息处理费100元，涉及申请1件。"],
])("says of fees %j: %s", (fees, sentence) => {
  expect(feeSentence(fees, 2025)).toBe(sentence);
});

test("an empty register still gives a whole report", () => {
  expect(composedOf(draftOf(NONE)).sections.map(({ id }) => id)).toEqual(annualReport2021.sections.map(({ id }) => id));
});
