import { buildReport } from "../../../test/builders/report.js";
import { requestRows } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { atCell } from "../finding.js";
import { jumpPlausibility } from "./jump.js";

const year = (year: number, { received = 20, fees = 25 }) =>
  buildReport({ year, tables: { requests: requestRows({ new_received: received }), proactive: { "art20_8.fees": [fees] } } });
const received = atCell({ table: "requests", row: "new_received", column: "total" });
const fees = atCell({ table: "proactive", row: "art20_8.fees", column: "amount_wan" });

testCheck(jumpPlausibility, {
  accepts: [
    { name: "ordinary years", report: year(2024, { received: 60 }), previous: year(2023, {}) },
    { name: "small numbers", report: year(2024, { received: 50 }), previous: year(2023, { received: 1 }) },
    { name: "years that do not follow one another", report: year(2024, { received: 500 }), previous: year(2020, {}) },
  ],
  reports: [
    {
      name: "a rise",
      report: year(2024, { received: 500 }),
      previous: year(2023, {}),
      findings: [{ messageId: "rose", at: received, severity: "question" }],
    },
    {
      name: "a fall to nothing",
      report: year(2024, { received: 0 }),
      previous: year(2023, { received: 300 }),
      findings: [{ messageId: "fell", at: received }],
    },
    {
      name: "yuan for 万元",
      report: year(2024, { fees: 251000 }),
      previous: year(2023, {}),
      findings: [{ messageId: "unit", at: fees, data: { before: 25, stated: 251000 } }],
    },
  ],
});
