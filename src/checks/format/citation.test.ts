import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { citationFormat } from "./citation.js";

const citing = (words: string, spec = {}) =>
  buildReport({ preface: [`根据${words}的要求，编制本报告。`], period: null, ...spec });

testCheck(citationFormat, {
  accepts: [
    { name: "no citation", report: buildReport() },
    { name: "the notice in force", report: citing("《通知》（国办公开办函〔2021〕30号）") },
    { name: "other brackets", report: citing("国办公开办函[2021]30号、国办公开办函（2021）30号") },
    { name: "another notice of the same office", report: citing("国办公开办函〔2019〕61号") },
    {
      name: "the notice of 2019 in a report of 2019",
      report: citing("国办公开办函〔2019〕60号", { format: annualReport2019, year: 2019 }),
    },
    {
      name: "the notice of 2021 over old tables of 2022",
      report: citing("国办公开办函〔2021〕30号", { format: annualReport2019, year: 2022 }),
    },
    { name: "the Regulations as revised", report: citing("国务院令第492号公布、第711号修订的《条例》") },
    { name: "a number of another document", report: citing("苏政办函〔2021〕30号") },
  ],
  reports: [
    {
      name: "the notice of 2019 over 2021 tables",
      report: citing("国办公开办函〔2019〕60号"),
      findings: [
        { messageId: "staleNotice", at: { text: "国办公开办函〔2019〕60号" }, severity: "warning", data: { year: 2023 } },
      ],
    },
    {
      name: "the notice of 2021 in a report of 2020",
      report: citing("国办公开办函〔2021〕30号", { format: annualReport2019, year: 2020 }),
      findings: [{ messageId: "earlyNotice", at: { text: "国办公开办函〔2021〕30号" } }],
    },
    {
      name: "the Regulations of 2007",
      report: citing("《条例》（国务院令 第492号）"),
      findings: [{ messageId: "staleDecree", at: { text: "国务院令 第492号" } }],
    },
    {
      name: "numbers with signs lost",
      report: citing("国办公开函〔2021〕30号、国办公开办函〔202130号、国办公开办函202130号"),
      findings: [
        {
          messageId: "damaged",
          at: { text: "国办公开函〔2021〕30号" },
          message: "文号“国办公开函〔2021〕30号”残缺，应为“国办公开办函〔2021〕30号”一类的完整文号，请核对。",
        },
        { messageId: "damaged", at: { text: "国办公开办函〔202130号" } },
        { messageId: "damaged", at: { text: "国办公开办函202130号" } },
      ],
    },
  ],
});
