import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { bracketsWording } from "./brackets.js";

const overview = (...paragraphs: string[]) => buildReport({ sections: { overview: paragraphs } });

testCheck(bracketsWording, {
  accepts: [
    { name: "a scan", report: buildReport({ kind: "scan", sections: { overview: ['落实“六稳"工作。'] } }) },
    { name: "pairs", report: buildReport() },
    {
      name: "pairs inside pairs, and numbers of a list",
      report: overview("贯彻《条例》（以下简称“《条例》”），1)公开；2）答复。一）其他。"),
    },
    { name: "half-width and full-width brackets", report: overview("贯彻条例（国令第711号)。") },
    { name: "a quotation over two paragraphs", report: overview("落实“先审查，", "后公开”要求。") },
    { name: "labels of a table", report: buildReport({ sections: { requests: ["（区分处理的，只"] } }) },
  ],
  reports: [
    {
      name: "signs without a partner",
      report: overview("贯彻《中华人民共和国政府信息公开条例的要求，落实先审后发”制度。"),
      findings: [
        { messageId: "unpaired", at: { text: "”" }, severity: "question" },
        { messageId: "unpaired", at: { text: "《" }, message: "“贯彻《中华人民共和国政”中的《没有配对。" },
      ],
    },
  ],
});
