import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { lineOfWorkNames } from "./line-of-work.js";

const overview = (text: string, spec = {}) => buildReport({ sections: { overview: [text] }, ...spec });

testCheck(lineOfWorkNames, {
  accepts: [
    { name: "no line of work told", report: buildReport() },
    { name: "its own", report: overview("结合商务系统工作实际，我局明确公开范围。") },
    { name: "another agency worked with", report: overview("会同人社局、教育局开展培训，主动公开人社系统政策。") },
    { name: "a government", report: overview("结合教育系统工作实际。", { agency: "宿迁市人民政府" }) },
    { name: "no agency", report: overview("结合教育系统工作实际。", { titleAgency: null, signOffAgency: null }) },
  ],
  reports: [
    {
      name: "another line of work as its own",
      report: overview("根据区委区政府要求，结合人社系统工作实际，我局对公开范围进行明确。"),
      findings: [
        {
          messageId: "otherLine",
          at: { text: "结合人社系统工作实际" },
          severity: "error",
          message: "“结合人社系统工作实际”说的是人社系统，报告机关是“威海市文登区商务局”，疑为套用其他机关的文字。",
        },
      ],
    },
    {
      name: "another system and another bureau as subject, the agency named in the sign-off",
      report: overview(
        "加强全市卫健系统政务公开。区教育局高度重视公开工作，成立了区民政局政务公开领导小组，围绕气象中心工作，作为全县教育主管部门。",
        {
          titleAgency: null,
        },
      ),
      findings: [
        { messageId: "otherSystem", at: { text: "加强全市卫健系统政务公开" }, severity: "warning", data: { line: "卫健" } },
        { messageId: "otherSystem", at: { text: "区教育局高度重视" } },
        { messageId: "otherSystem", at: { text: "成立了区民政局政务公开" } },
        { messageId: "otherSystem", at: { text: "围绕气象中心工作" } },
        { messageId: "otherSystem", at: { text: "作为全县教育主管部门" } },
      ],
    },
  ],
});
