import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { takenOverWording } from "./taken-over.js";

const SENTENCES = [
  "公开内容主要包括机构职能和政策文件。",
  "完善受理、审核、答复各环节的工作规范。",
  "落实信息发布前的三级审核制度要求。",
  "优化门户网站专栏，方便公众检索查阅。",
  "组织业务培训，定期开展社会评议活动。",
];
const year = (number: number, texts: readonly string[]) =>
  buildReport({
    year: number,
    sections: { overview: [`${number}年发布信息${number - 1990}条，内容涵盖各项业务。`, ...texts], problems: ["无。"] },
  });
const previous = year(2022, SENTENCES);

testCheck(takenOverWording, {
  accepts: [
    { name: "without the report of last year nothing is said", report: year(2023, SENTENCES) },
    {
      name: "a report written anew",
      report: year(
        2023,
        SENTENCES.map((text) => `今年的新做法是${text}`),
      ),
      previous,
    },
    { name: "too few sentences to judge", report: year(2023, []), previous },
  ],
  reports: [
    {
      name: "last year's text with new figures",
      report: year(2023, SENTENCES),
      previous,
      findings: [
        {
          messageId: "mostly",
          at: { text: "2023年发布信息33条，内容涵盖各项业务" },
          severity: "question",
          data: { total: 6, count: 6, percent: 100 },
        },
      ],
    },
  ],
});
