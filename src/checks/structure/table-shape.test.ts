import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { tableShapeStructure } from "./table-shape.js";

testCheck(tableShapeStructure, {
  accepts: [
    { name: "the tables of the format", report: buildReport() },
    { name: "surplus words are no figures", report: buildReport({ surplus: { requests: ["注：含上年结转"] } }) },
  ],
  reports: [
    {
      name: "a sixteenth figure in table four",
      report: buildReport({ surplus: { review_litigation: ["0"] } }),
      findings: [
        {
          messageId: "surplus",
          at: { kind: "table", table: "review_litigation" },
          severity: "warning",
          data: { count: 1, stated: "0" },
          message: "“四、政府信息公开行政复议、行政诉讼情况”多出 1 个数字（0），不能归入任何一格。请核对是否多填或错位。",
        },
      ],
    },
    {
      name: "many figures that belong nowhere",
      report: buildReport({ surplus: { requests: Array.from({ length: 9 }, (_, index) => String(index)) } }),
      findings: [
        { messageId: "surplus", at: { kind: "table", table: "requests" }, data: { count: 9, stated: "0、1、2、3、4、5、6、7…" } },
      ],
    },
    {
      name: "the single row of the edition before",
      report: buildReport({ tables: { requests: { other: [0, 0, 0, 0, 0, 0, 0] } } }),
      findings: [
        {
          messageId: "oneRow",
          at: { kind: "cell", address: { table: "requests", row: "other", column: "total" } },
          severity: "question",
          message: "“（六）其他处理”填为一行，2021年格式规定分为 3 行填报，请核对。",
        },
      ],
    },
  ],
});
