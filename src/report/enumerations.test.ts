import { expect, test } from "vitest";
import { buildReport } from "../../test/builders/report.js";
import { enumerationsOf } from "./enumerations.js";

const told = (sentence: string) =>
  enumerationsOf(buildReport({ sections: { overview: [sentence] } })).map(({ wholes, parts, unit }) => [
    wholes.map(({ value }) => value),
    parts.map(({ figure }) => figure.value),
    unit,
  ]);

test.each([
  ["发布各类政务信息共计131条，其中：机构职能5条，工作动态67条，其他信息59条。", [[[131], [5, 67, 59], "条"]]],
  ["2020年公开信息44条：领导分工2条，执法公示7条，其他业务工作35条。", [[[44], [2, 7, 35], "条"]]],
  ["收到申请20件，其中网络申请15件，信函申请5件。", [[[20], [15, 5], "件"]]],
  [
    "共100条，其中网站60条（其中原创20条），微信40条。",
    [
      [[100], [60, 40], "条"],
      [[60], [20], "条"],
    ],
  ],
  [
    "3件申请收取信息处理费2230元。其中，民政局1件，收取880元；政府办1件，收取1080元；半城镇1件，收取270元。",
    [
      [[3], [1, 1, 1], "件"],
      [[2230], [880, 1080, 270], "元"],
    ],
  ],
  ["发布信息393件，其中包括：规范性文件13件；规划2件。", [[[393], [13, 2], "件"]]],
  ["发布信息100条，其中微信50条，微博50条，全年开展培训3次，接受咨询20条。", [[[100], [50, 50], "条"]]],
  ["发布信息14万余条，其中网站8万条。", []],
])("finds the whole and its parts in %j", (sentence, enumerations) => {
  expect(told(sentence)).toEqual(enumerations);
});
