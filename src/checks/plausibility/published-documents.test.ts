import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atCell } from "../finding.js";
import { publishedDocumentsPlausibility } from "./published-documents.js";

const documents = (cells: readonly (number | null)[]) =>
  buildReport({ format: annualReport2019, tables: { proactive: { "art20_1.normative_docs": cells } } });
const at = atCell({ table: "proactive", row: "art20_1.normative_docs", column: "newly_public" });

testCheck(publishedDocumentsPlausibility, {
  accepts: [
    { name: "all that was made is public", report: documents([60, 60, 368]) },
    { name: "a blank", report: documents([60, null, 368]) },
  ],
  reports: [
    {
      name: "22 made, none published",
      report: documents([22, 0, 2]),
      findings: [{ messageId: "madeNotPublished", at, severity: "question", data: { made: 22 } }],
    },
    {
      name: "more newly public than public in all",
      report: documents([5, 5, 3]),
      findings: [{ messageId: "moreThanAll", at, severity: "warning", data: { stated: 5, expected: 3 } }],
    },
  ],
});
