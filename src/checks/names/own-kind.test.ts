import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { ownKindNames } from "./own-kind.js";

const overview = (text: string, agency = "威海市文登区商务局") => buildReport({ agency, sections: { overview: [text] } });

testCheck(ownKindNames, {
  accepts: [
    { name: "no word for itself", report: buildReport() },
    { name: "我局 in a bureau", report: overview("我局召开会议，我区、我市、我委托、自我局限。") },
    { name: "a centre it works with", report: overview("融媒体中心高度重视公开工作，我乡村振兴。") },
    { name: "an office calls itself as it likes", report: overview("我局召开会议。", "上海市人民政府办公厅办公室") },
    { name: "a town", report: overview("我镇召开会议。", "两城镇人民政府") },
    { name: "no agency", report: buildReport({ titleAgency: null, signOffAgency: null }) },
  ],
  reports: [
    {
      name: "a centre in the report of a bureau",
      report: overview("本中心召开会议。本中心印发方案。"),
      findings: [
        {
          messageId: "otherKind",
          at: { text: "本中心" },
          severity: "warning",
          message: "正文自称“本中心”，报告机关是“威海市文登区商务局”，疑为套用其他机关的文字。",
        },
      ],
    },
    {
      name: "a centre as subject",
      report: overview("（一）中心高度重视，成立领导小组。"),
      findings: [{ messageId: "otherKind", at: { text: "（一）中心" } }],
    },
    {
      name: "a bureau in the report of a town",
      report: overview("我局高度重视。", "两城镇人民政府"),
      findings: [{ messageId: "otherKind", at: { text: "我局" }, data: { expected: "两城镇人民政府" } }],
    },
  ],
});
