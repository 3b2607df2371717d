import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atReport } from "../finding.js";
import { editionFormat } from "./edition.js";

testCheck(editionFormat, {
  accepts: [
    { name: "2021 tables for 2023", report: buildReport() },
    { name: "2019 tables for 2020", report: buildReport({ format: annualReport2019 }) },
    {
      name: "an edition taken from the year proves nothing",
      report: buildReport({ format: annualReport2019, year: 2022, isFormatProved: false }),
    },
    {
      name: "tables of the year of the period, where only the title has another",
      report: buildReport({ year: 2021, reportYear: 2020, period: ["2021-01-01", "2021-12-31"] }),
    },
    { name: "a year before the first edition", report: buildReport({ year: 2017 }) },
    { name: "no year", report: buildReport({ reportYear: null }) },
  ],
  reports: [
    {
      name: "2019 tables for 2022",
      report: buildReport({ format: annualReport2019, year: 2022 }),
      findings: [
        {
          messageId: "wrongEdition",
          at: { kind: "table", table: "proactive" },
          severity: "error",
          message: "2022年度报告应采用2021年格式（国办公开办函〔2021〕30号），表格却是2019年格式。请按规定格式重新填报。",
        },
      ],
    },
    {
      name: "2021 tables for 2020, table two lost",
      report: buildReport({ year: 2020, tables: { proactive: null } }),
      findings: [{ messageId: "wrongEdition", at: atReport }],
    },
  ],
});
