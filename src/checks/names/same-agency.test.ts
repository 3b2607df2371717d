import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { sameAgencyNames } from "./same-agency.js";

const text = (preface: string, spec = {}) => buildReport({ preface: [preface], period: null, bodyAgency: null, ...spec });

testCheck(sameAgencyNames, {
  accepts: [
    { name: "one name throughout", report: buildReport() },
    {
      name: "a short form in the sign-off",
      report: buildReport({ closing: ["文登区商务局", "2024年1月20日"], signOffAgency: "文登区商务局" }),
    },
    { name: "no name to compare with", report: buildReport({ titleAgency: null, signOffAgency: null }) },
    { name: "a short form in the text", report: text("现公布文登区商务局2023年度政府信息公开工作报告。") },
    {
      name: "its own office to be asked",
      report: text("本报告由威海市文登区商务局编制，如有疑问，请与文登区商务局办公室联系。"),
    },
    { name: "我局 names nobody", report: text("现公布我局办公室2023年度政府信息公开工作报告。") },
  ],
  reports: [
    {
      name: "another bureau in the sign-off",
      report: buildReport({ closing: ["文登区教育局", "2024年1月20日"], signOffAgency: "文登区教育局" }),
      findings: [
        {
          messageId: "otherAgency",
          at: { text: "文登区教育局" },
          severity: "error",
          message: "落款为“文登区教育局”，标题为“威海市文登区商务局”，不是同一机关。",
        },
      ],
    },
    {
      name: "a name of which nobody can be sure",
      report: buildReport({ closing: ["文登区商贸服务中心", "2024年1月20日"], signOffAgency: "文登区商贸服务中心" }),
      findings: [{ messageId: "unclear", at: { text: "文登区商贸服务中心" }, severity: "question" }],
    },
    {
      name: "a government under the report of a bureau",
      report: buildReport({ closing: ["文登区人民政府", "2024年1月20日"], signOffAgency: "文登区人民政府" }),
      findings: [{ messageId: "otherKind", at: { text: "文登区人民政府" }, severity: "warning" }],
    },
    {
      name: "the report of somebody else",
      report: text("现发布《铜川市耀州区人民政府办公室2023年度政府信息公开工作报告》。", { agency: "耀州区气象局" }),
      findings: [{ messageId: "otherAgency", at: { text: "铜川市耀州区人民政府办公室" }, data: { where: "正文所称的报告机关" } }],
    },
    {
      name: "another bureau to be asked",
      report: text("如有疑问，请与文登区教育局办公室联系（地址：文登区）。"),
      findings: [{ messageId: "otherInText", at: { text: "文登区教育局" }, severity: "warning" }],
    },
    {
      name: "another bureau as subject of the text",
      report: buildReport({
        titleAgency: null,
        sections: { overview: ["2023年，文登区教育局认真开展政府信息公开工作。"] },
        bodyAgency: "文登区教育局",
      }),
      findings: [{ messageId: "otherInText", at: { text: "文登区教育局" }, severity: "warning", data: { reference: "落款" } }],
    },
  ],
});
