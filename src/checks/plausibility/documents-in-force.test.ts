import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { atCell } from "../finding.js";
import { documentsInForcePlausibility } from "./documents-in-force.js";

const documents = (cells: readonly (number | null)[]) =>
  buildReport({ tables: { proactive: { "art20_1.normative_docs": cells } } });

testCheck(documentsInForcePlausibility, {
  accepts: [
    { name: "more in force than made", report: documents([50, 227, 420]) },
    { name: "made and repealed in one year", report: documents([2, 2, 0]) },
    { name: "one repealed, none left", report: documents([0, 1, 0]) },
    { name: "a blank", report: documents([2, 0, null]) },
  ],
  reports: [
    {
      name: "made and not in force",
      report: documents([2, 0, 0]),
      findings: [
        {
          messageId: "tooFew",
          at: atCell({ table: "proactive", row: "art20_1.normative_docs", column: "valid" }),
          severity: "warning",
          data: { stated: 0, expected: 2 },
        },
      ],
    },
  ],
});
