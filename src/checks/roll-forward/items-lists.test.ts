import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atCell } from "../finding.js";
import { itemsListsRollForward } from "./items-lists.js";

const year = (year: number, licensing: readonly (number | null)[]) =>
  buildReport({ format: annualReport2019, year, tables: { proactive: { "art20_5.licensing": licensing } } });

testCheck(itemsListsRollForward, {
  accepts: [
    { name: "lists that go on where they ended", report: year(2020, [12, 0, 5]), previous: year(2019, [10, 2, 7]) },
    { name: "a blank", report: year(2020, [12, 0, 5]), previous: year(2019, [10, null, 7]) },
    { name: "a report of another edition", report: year(2020, [12, 0, 5]), previous: buildReport({ year: 2019 }) },
  ],
  reports: [
    {
      name: "a list that does not go on",
      report: year(2020, [10, 0, 5]),
      previous: year(2019, [10, 2, 7]),
      findings: [
        {
          messageId: "unbalanced",
          at: atCell({ table: "proactive", row: "art20_5.licensing", column: "items_last_year" }),
          data: { stated: 10, expected: 12 },
        },
      ],
    },
  ],
});
