import { mayMakeRules } from "../../law/rule-makers.js";
import { figureAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

const ROW = "art20_1.rules";

/** Only departments of the State Council and governments from the city divided into districts up have 规章; others mean their house rules. */
export const rulesPlausibility = defineCheck({
  id: "plausibility/rules",
  title: "没有规章制定权的机关不填报规章",
  basis: [{ instrument: "立法法", place: "第九十一条、第九十三条" }],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    notARuleMaker: "规章“{column}”填报 {stated}，而{agency}没有规章制定权，应为 0。单位内部规章制度不是规章。",
    published: {
      text: "规章“{column}”填报 {stated}，而{agency}没有规章制定权。请核对是否误填。",
      severity: "question",
    },
  },

  *inspect(report) {
    const agency = (report.agency.title ?? report.agency.signOff ?? report.agency.body)?.value;
    if (agency === undefined || mayMakeRules(agency) !== false) return;
    const { columns, rows } = report.format.tables.proactive;
    for (const column of rows.find(({ id }) => id === ROW)?.columns ?? []) {
      const address = { table: "proactive" as const, row: ROW, column };
      const stated = figureAt(report, address) ?? 0;
      if (stated <= 0) continue;
      const label = columns.find(({ id }) => id === column)?.label ?? column;
      const isPublishing = column === "newly_public" || column === "total_public";
      yield {
        messageId: isPublishing ? "published" : "notARuleMaker",
        at: atCell(address),
        data: { column: label, stated, agency },
      };
    }
  },
});
