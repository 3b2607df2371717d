import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { atCell } from "../finding.js";
import { requestsRollForward } from "./requests.js";

const at = (row: string, column: string) => atCell({ table: "requests", row, column });
const zeros = [0, 0, 0, 0, 0, 0, 0];

testCheck(requestsRollForward, {
  accepts: [
    { name: "a report of zeros", report: buildReport() },
    {
      name: "requests that are all accounted for",
      report: buildReport({
        tables: {
          requests: {
            new_received: [34, 0, 0, 0, 0, 0, 34],
            carried_in: [2, 0, 0, 0, 0, 0, 2],
            granted: [35, 0, 0, 0, 0, 0, 35],
            results_total: [35, 0, 0, 0, 0, 0, 35],
            carried_out: [1, 0, 0, 0, 0, 0, 1],
          },
        },
      }),
    },
    {
      name: "a blank that may hold what is missing",
      report: buildReport({
        tables: { requests: { new_received: [null, 0, 0, 0, 0, 0, null], carried_out: [1, 0, 0, 0, 0, 0, 1] } },
      }),
    },
  ],
  reports: [
    {
      name: "requests that are lost",
      report: buildReport({ tables: { requests: { new_received: [3, 0, 0, 0, 0, 0, 5], carried_out: zeros } } }),
      findings: [
        { messageId: "unbalanced", at: at("carried_out", "natural"), data: { stated: 3, expected: 0 } },
        {
          messageId: "unbalanced",
          at: at("carried_out", "total"),
          message: "总计：新收 5 + 上年结转 0 = 5，办理总计 0 + 结转下年 0 = 0，相差 5。",
        },
      ],
    },
    {
      name: "printed figures that cannot balance whatever the blank holds",
      report: buildReport({
        tables: { requests: { new_received: [3, 0, 0, 0, 0, 0, 3], carried_in: [null, 0, 0, 0, 0, 0, null] } },
      }),
      findings: [{ messageId: "incomplete", at: at("carried_out", "natural"), data: { difference: 3 } }],
    },
    {
      name: "one wrong cell that breaks its row too",
      report: buildReport({
        tables: {
          requests: { new_received: [4, 0, 0, 0, 0, 0, 5], granted: [5, 0, 0, 0, 0, 0, 5], results_total: [5, 0, 0, 0, 0, 0, 5] },
        },
      }),
      findings: [
        {
          messageId: "wrongCell",
          at: at("new_received", "natural"),
          data: { stated: 4, expected: 5, relations: "收支结转平衡、横向总计" },
        },
      ],
    },
    {
      name: "a case in the wrong column",
      report: buildReport({ tables: { requests: { new_received: [1, 0, 0, 0, 0, 0, 1], carried_out: [0, 1, 0, 0, 0, 0, 1] } } }),
      findings: [{ messageId: "swapped", at: at("carried_out", "natural"), data: { columns: "自然人、商业企业" } }],
    },
    {
      name: "a row shifted by a column",
      report: buildReport({ tables: { requests: { new_received: [2, 1, 0, 0, 0, 0, 3], carried_out: [0, 2, 1, 0, 0, 0, 3] } } }),
      findings: [{ messageId: "shifted", at: at("carried_out", "natural") }],
    },
    {
      name: "a scan",
      report: buildReport({ kind: "scan", tables: { requests: { carried_out: [1, 0, 0, 0, 0, 0, 1] } } }),
      findings: [{ messageId: "machineRead", at: at("carried_out", "natural") }],
    },
  ],
});
