import { expect, test } from "vitest";
import { documentMetadata } from "./document-metadata.js";

const read = (...texts: string[]) => {
  const { title, ...rest } = documentMetadata(texts.map((text, index) => ({ text, index })));
  return { title: title?.text ?? null, ...rest };
};
const TEXT = Array.from({ length: 20 }, (_, at) => `第${at + 1}条　其他规定。`);

test.each([
  [
    "a notice with a red head and a title of two lines",
    [
      "市商务局文件",
      "济商务发〔2025〕18号",
      "市商务局关于做好2025年",
      "促消费工作的通知",
      "各区县：",
      "正文。",
      "市商务局",
      "2025年5月20日",
    ],
    {
      title: "市商务局关于做好2025年促消费工作的通知",
      documentNumber: "济商务发〔2025〕18号",
      madeOn: "2025-05-20",
      maker: "市商务局",
    },
  ],
  [
    "a notice whose annex goes on for pages behind the signature",
    [
      "济商务发〔2025〕18号",
      "关于印发细则的通知",
      "各区县：",
      "市商务局",
      "2025年5月20日",
      "附件",
      "细则",
      ...TEXT,
      "自2025年7月1日起施行。",
    ],
    { title: "关于印发细则的通知", madeOn: "2025-05-20", isDayOfPrinting: false },
  ],
  [
    "a report that names who signs it beside its number, the addressee drawn to the title",
    [
      "济商务函〔2025〕6号　　　签发人：王某",
      "市商务局关于市场运行情况的报告市政府：",
      "现报告如下。",
      "市商务局",
      "二〇二五年一月十五日",
    ],
    { title: "市商务局关于市场运行情况的报告", documentNumber: "济商务函〔2025〕6号", madeOn: "2025-01-15" },
  ],
  [
    "an announcement with a number of the year on the line of its title",
    ["市商务局关于公布便民市场名单的公告2025年第3号", "名单如下：解放路便民市场等12处。", "市商务局", "2025年3月3日"],
    { title: "市商务局关于公布便民市场名单的公告", documentNumber: "2025年第3号", madeOn: "2025-03-03" },
  ],
  [
    "maker and day on one line, as a reader of pdf may give them",
    ["关于春节值班的通知", "各科室：", "安排如下。", "市商务局 2025年1月20日"],
    { madeOn: "2025-01-20", maker: "市商务局" },
  ],
  [
    "no day under the text, only the day of printing",
    ["关于春节值班的通知", "各科室：", "安排如下。", ...TEXT, "市商务局办公室", "2025年1月21日印发"],
    { madeOn: "2025-01-21", isDayOfPrinting: true, maker: "市商务局办公室" },
  ],
  [
    "a sentence that leads to a list is no title",
    ["情况", "现将《便民市场管理办法》通知如下："],
    { title: null, documentNumber: null, madeOn: null, maker: null },
  ],
])("%s", (_, texts, expected) => {
  expect(read(...texts)).toMatchObject(expected);
});
