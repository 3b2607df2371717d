import { breaksOffIn } from "../../report/breaks-off-in.js";
import { TABLE_IDS } from "../../report/format.js";
import { sectionOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";

/** Sections two, three and four each hold their table, as figures and not as an image. */
export const tablesCompleteness = defineCheck({
  id: "completeness/tables",
  title: "第二、三、四部分各有规定的表格",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    missing: "“{section}”之下没有找到规定的表格。",
    pictureOnly: "“{section}”的表格是图片，数字无法读取和核对，请改为可复制的表格。",
    noTables: "全文没有找到规定的三张表格。",
  },

  *inspect(report) {
    const missing = TABLE_IDS.filter((id) => !report.tables[id]);
    const hasPicture = report.picturesIn.length > 0;
    if (
      missing.length === TABLE_IDS.length &&
      !hasPicture &&
      missing.every((id) => !sectionOf(report, report.format.tables[id].section))
    ) {
      yield { messageId: "noTables", at: { kind: "report" }, data: {} };
      return;
    }
    for (const id of missing) {
      const { section, heading } = report.format.tables[id];
      const messageId = report.picturesIn.includes(section) ? "pictureOnly" : "missing";
      // A text that breaks off right under the heading is told of as such by structure/section-order.
      if (!sectionOf(report, section) || (messageId === "missing" && breaksOffIn(report)?.id === section)) continue;
      yield { messageId, at: { kind: "section", section }, data: { section: heading } };
    }
  },
});
