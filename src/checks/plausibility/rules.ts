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
    notARuleMaker: "规章填报{figures}，而{agency}没有规章制定权，应为 0。单位内部规章制度不是规章。",
    published: {
      text: "规章填报{figures}，而{agency}没有规章制定权。请核对是否误填。",
      severity: "question",
    },
  },

  *inspect(report) {
    const agency = (report.agency.title ?? report.agency.signOff ?? report.agency.body)?.value;
    if (agency === undefined || mayMakeRules(agency) !== false) return;
    const { columns, rows } = report.format.tables.proactive;
    const filled = (rows.find(({ id }) => id === ROW)?.columns ?? []).flatMap((column) => {
      const address = { table: "proactive" as const, row: ROW, column };
      const stated = figureAt(report, address) ?? 0;
      const label = columns.find(({ id }) => id === column)?.label ?? column;
      return stated > 0 ? [{ column, at: atCell(address), text: `${label} ${stated}` }] : [];
    });
    const [first, ...others] = filled;
    if (!first) return;
    const isPublishing = filled.every(({ column }) => column === "newly_public" || column === "total_public");
    const data = { figures: filled.map(({ text }) => text).join("、"), agency };
    yield { messageId: isPublishing ? "published" : "notARuleMaker", at: first.at, related: others.map(({ at }) => at), data };
  },
});
