import { buildPassage } from "../../../test/builders/passage.js";
import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { atReport } from "../finding.js";
import { signOffDates } from "./sign-off.js";

const unsigned = { closing: [], signedOn: null, signOffAgency: null };
const february30 = buildPassage("2024年2月30日");

testCheck(signOffDates, {
  accepts: [
    { name: "organ and day", report: buildReport() },
    {
      name: "a page that states the day beside the text",
      report: buildReport({ ...unsigned, metadata: new Map([["PubDate", "2024-01-20 09:00"]]) }),
    },
    {
      name: "a text that breaks off",
      report: buildReport({ ...unsigned, sectionList: [{ id: "overview", heading: "一、总体情况", paragraphs: ["无"] }] }),
    },
  ],
  reports: [
    {
      name: "no sign-off",
      report: buildReport({
        ...unsigned,
        metadata: new Map([
          ["title", "2023年报告"],
          ["发布机构", "商务局"],
        ]),
      }),
      findings: [{ messageId: "none", at: atReport, severity: "warning", message: "文末没有落款机关和日期。" }],
    },
    {
      name: "a government that does not sign",
      report: buildReport({ ...unsigned, agency: "宿迁市人民政府" }),
      findings: [{ messageId: "noneOfGovernment", at: atReport, severity: "question" }],
    },
    {
      name: "an organ without a day",
      report: buildReport({ signedOn: null }),
      findings: [{ messageId: "noDay", at: { text: "威海市文登区商务局" } }],
    },
    {
      name: "a day without an organ",
      report: buildReport({ closing: ["2024年1月20日"], signOffAgency: null }),
      findings: [{ messageId: "noAgency", at: { text: "2024年1月20日" }, severity: "question" }],
    },
    {
      name: "a day that does not exist",
      report: {
        ...buildReport({ signedOn: null }),
        signedOn: { value: null, passage: february30, start: 0, end: february30.text.length },
      },
      findings: [{ messageId: "impossibleDay", at: { text: "2024年2月30日" } }],
    },
  ],
});
