import { SEVERITY_NAMES, tallyOf } from "../../findings/checked-file.js";
import { writeWorkbook } from "../workbook/write-workbook.js";
import type { Listing } from "./listing.js";
import { TABLE_HEAD, tableRows } from "./record.js";

const SUMMARY_HEAD = [
  "文件",
  "机关",
  "年度",
  "格式",
  SEVERITY_NAMES.error,
  SEVERITY_NAMES.warning,
  SEVERITY_NAMES.question,
  "结果",
];

/** Findings as a workbook: a sheet with a row a file, and a sheet with a row a finding, both filterable. */
export function xlsxListing(): Listing {
  const summary: (string | number)[][] = [[...SUMMARY_HEAD]];
  const findings: string[][] = [[...TABLE_HEAD]];
  return {
    begin: () => "",
    file: (checked) => {
      findings.push(...tableRows(checked));
      if (checked.status === "unreadable") {
        summary.push([checked.name, "", "", "", "", "", "", `无法读取：${checked.message}`]);
      } else {
        const { name, summary: about, findings: found } = checked;
        const { error, warning, question } = tallyOf(found);
        const result = error > 0 ? "须更正" : warning > 0 ? "请核对" : question > 0 ? "请说明" : "未发现问题";
        summary.push([name, about.agency ?? "", about.reportYear ?? "", about.formatName, error, warning, question, result]);
      }
      return "";
    },
    end: () =>
      writeWorkbook([
        { name: "各报告", rows: summary, widths: [36, 28, 8, 12, 8, 8, 8, 24] },
        { name: "问题清单", rows: findings, widths: [28, 24, 8, 10, 34, 18, 60, 40, 34, 26, 20, 10, 30] },
      ]),
  };
}
