import { dayOf } from "../../src/law/plain-date.js";
import { type ComposedCell, type ComposedReport, type ComposedValue, emptySections } from "../../src/report/composed-report.js";
import { addressesOf, type CellAddress } from "../../src/report/format.js";
import { annualReport2021 } from "../../src/report/formats/annual-report-2021.js";
import { FORMATS } from "../../src/report/formats/index.js";

const AGENCY = "示例市青山区商务局";

/** A report with every cell filled in, each with another figure unless told otherwise. */
export function composedReport(
  changes: Partial<ComposedReport> = {},
  valueAt: (address: CellAddress, index: number) => ComposedValue = numbered,
): ComposedReport {
  const format = FORMATS.find(({ id }) => id === changes.format) ?? annualReport2021;
  const reportYear = format.reportYears.from;
  return {
    format: format.id,
    agency: AGENCY,
    reportYear,
    title: `${AGENCY}${reportYear}年政府信息公开工作年度报告`,
    preface: [`本报告所列数据的统计期限自${reportYear}年1月1日起至${reportYear}年12月31日止。`],
    sections: emptySections(format).map((section) => ({
      ...section,
      paragraphs:
        section.id === "overview" ? ["（一）主动公开", "全年主动公开政府信息131条。"] : section.id === "other" ? ["无。"] : [],
    })),
    cells: [...addressesOf(format)].map((address, index): ComposedCell => ({ ...address, ...valueAt(address, index) })),
    signOff: { agency: AGENCY, on: dayOf(reportYear + 1, 1, 20) },
    remarks: [],
    ...changes,
  };
}

const numbered = (_: CellAddress, index: number): ComposedValue => ({ kind: "number", value: index });
