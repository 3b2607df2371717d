import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atCell } from "../finding.js";
import { countsPlausibility } from "./counts.js";

const f2019 = (licensing: readonly (number | null)[]) =>
  buildReport({ format: annualReport2019, tables: { proactive: { "art20_5.licensing": licensing } } });
const at = (column: string) => atCell({ table: "proactive", row: "art20_5.licensing", column });

testCheck(countsPlausibility, {
  accepts: [
    { name: "zeros and money with decimals", report: buildReport({ tables: { proactive: { "art20_8.fees": [4068.208] } } }) },
    { name: "a list that shrinks", report: f2019([34, -1, 0]) },
    { name: "a list that shrinks from an unknown number", report: f2019([null, -1, 0]) },
  ],
  reports: [
    {
      name: "a negative count",
      report: f2019([0, 0, -3]),
      findings: [{ messageId: "negative", at: at("decisions"), severity: "error" }],
    },
    {
      name: "half a request",
      report: buildReport({ tables: { requests: { granted: [1.5, 0, 0, 0, 0, 0, 1.5] } } }),
      findings: [
        {
          messageId: "fraction",
          at: atCell({ table: "requests", row: "granted", column: "natural" }),
          message: "“（一）予以公开·自然人”填报 1.5，件数应为整数。",
        },
        { messageId: "fraction", at: atCell({ table: "requests", row: "granted", column: "total" }) },
      ],
    },
    {
      name: "a list below zero",
      report: f2019([1, -2, 0]),
      findings: [{ messageId: "listBelowZero", at: at("change"), data: { opening: 1, stated: -2 } }],
    },
    {
      name: "a scan",
      report: buildReport({ kind: "scan", tables: { review_litigation: { review: [-1, 0, 0, 0, 0] } } }),
      findings: [
        {
          messageId: "machineRead",
          at: atCell({ table: "review_litigation", row: "review", column: "upheld" }),
          severity: "question",
        },
      ],
    },
  ],
});
