import { describe, expect, test } from "vitest";
import { buildDocument, buildGrid } from "../../test/builders/source-document.js";
import type { Report } from "../report/report.js";
import { recogniseReport } from "./recognise-report.js";

const SIX = [
  "一、总体情况",
  "2023年工作有序开展。",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "仍有不足。",
  "六、其他需要报告的事项",
  "无。",
];

function read(lines: readonly string[], metadata: readonly (readonly [string, string])[] = []): Report {
  const report = recogniseReport(buildDocument(lines, { metadata }), "a.docx");
  if (!report) throw new Error("no report");
  return report;
}

describe("the title", () => {
  test.each([
    [["甲县商务局2023年政府信息公开工作年度报告"], "甲县商务局", 2023],
    [["甲县商务局 2023 年度政府信息公开工作年度报告"], "甲县商务局", 2023],
    [["2022年度甲镇政府信息公开工作年度报告"], "甲镇", 2022],
    [["2019年上海市人民政府办公厅政府信息公开工作年度报告"], "上海市人民政府办公厅", 2019],
    [["甲市人民政府信息公开工作年度报告（2021年）"], "甲市人民政府", 2021],
    [["甲区商务局", "2020年政府信息公开工作年度报告"], "甲区商务局", 2020],
    [["甲市工业信息化科技局2020年政府", "信息公开工作年度报告"], "甲市工业信息化科技局", 2020],
    [["甲市", "商务局", "2023年政府信息公开工作年度报告"], "甲市商务局", 2023],
    [["关于2020年度政府信息公开工作报告"], undefined, 2020],
    [["政府信息公开工作2025年度报告"], undefined, 2025],
    [["甲县司法局关于2021年度政府信息公开工作的报告"], "甲县司法局", 2021],
    [["甲县二〇二一年政府信息公开年度报告"], "甲县", 2021],
    [["甲縣商務局2023年政府信息公開工作年度報告"], "甲县商务局", 2023],
    [["甲县财政局2023年度政府信息公开工作年度报告（文字版）"], "甲县财政局", 2023],
    [
      ["首页 > 政府信息公开年报 > 2023年", "甲县财政局2023年政府信息公开年报", "发布时间：2024-01-03 来源：甲县财政局"],
      "甲县财政局",
      2023,
    ],
  ])("%j names the agency %s and the year %d", (lines, agency, year) => {
    const report = read([...lines, ...SIX]);
    expect(report.agency.title?.value).toBe(agency);
    expect(report.reportYear?.value).toBe(year);
  });

  test("of the page's metadata serves when the text has none", () => {
    const report = read(SIX, [["title", "甲县财政局2022年政府信息公开工作年度报告_甲县人民政府"]]);
    expect(report.title).toMatchObject({ text: "甲县财政局2022年政府信息公开工作年度报告", blockCount: 0 });
    expect(report.agency.title?.value).toBe("甲县财政局");
  });

  test("on two lines is one passage", () => {
    expect(read(["甲区商务局", "2020年政府信息公开工作年度报告", ...SIX]).title).toMatchObject({
      text: "甲区商务局2020年政府信息公开工作年度报告",
      block: 0,
      blockCount: 2,
    });
  });

  test("its agency and year are shown where they stand", () => {
    const { agency, reportYear } = read(["甲区 商务局 2020 年政府信息公开工作年度报告", ...SIX]);
    const cut = (told: typeof agency.title | typeof reportYear) => told?.passage.text.slice(told.start, told.end);
    expect([cut(agency.title), cut(reportYear)]).toEqual(["甲区 商务局", "2020"]);
  });
});

describe("the period", () => {
  test.each([
    ["本报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。", "2023-01-01", "2023-12-31"],
    ["统计时限为2023年1月1日至12月31日。", "2023-01-01", "2023-12-31"],
    ["本报告所列数据的统计期限从2023年1月1日起，至2023年12月31日止。", "2023-01-01", "2023-12-31"],
    ["数据统计周期为 2023 年 1 月 1 日—2023 年 12 月 31 日。", "2023-01-01", "2023-12-31"],
    ["统计时间：2023.1.1-2023.12.31", "2023-01-01", "2023-12-31"],
    ["统计期限自2023年1月1日至20231230止。", "2023-01-01", "2023-12-30"],
    ["统计期限为2023年1月1日起至202020年12月31日止。", "2023-01-01", null],
    ["统计期限自202311日至1231日。", null, null],
    ["数据统计期限为2023年1月1日至2023年11月31日。", "2023-01-01", null],
    ["數(shù)據(jù)的統(tǒng)計時限為2023年1月1日至2023年12月31日。", "2023-01-01", "2023-12-31"],
  ])("%s", (sentence, from, to) => {
    expect(read([`前言。${sentence}`, ...SIX]).period?.value).toEqual({ from, to });
  });

  test("is null when a sentence names the year only", () => {
    expect(read(["数据统计期限为2023年度。", ...SIX]).period).toBeNull();
  });

  test("is null when no sentence speaks of one", () => {
    expect(read(["2023年1月1日至3日放假。", ...SIX]).period).toBeNull();
  });
});

describe("the sign-off", () => {
  test.each([
    [["甲县商务局", "2024年1月20日"], "甲县商务局", "2024-01-20"],
    [["甲县商务局 2024年1月20日"], "甲县商务局", "2024-01-20"],
    [["　　　　甲县商务局", "　　二〇二四年一月二十日"], "甲县商务局", "2024-01-20"],
    [["甲县人民政府", "2024.1.20"], "甲县人民政府", "2024-01-20"],
    [["2024-01-20"], undefined, "2024-01-20"],
    [["甲县商务局（盖章）", "2024年2月30日"], "甲县商务局", null],
    [["甲县商务局"], "甲县商务局", undefined],
    [[], undefined, undefined],
    [["甲县商务局", "2024年1月20日", "附件：统计表.xlsx", "主办单位：甲县人民政府 京ICP备1号"], "甲县商务局", "2024-01-20"],
  ])("%j", (lines, agency, signedOn) => {
    const report = read([...SIX, ...lines]);
    expect(report.agency.signOff?.value).toBe(agency);
    expect(report.signedOn?.value).toBe(signedOn);
    expect(report.sections.at(-1)?.paragraphs.map(({ text }) => text)).toEqual(["无。"]);
  });

  test("of a cover letter does not win", () => {
    const letter = ["市政府办公室：", "现将年度报告函报贵办。", "甲县商务局", "2024年1月5日"];
    const report = read([...letter, "甲县商务局2023年政府信息公开工作年度报告", ...SIX, "甲县商务局", "2024年1月20日"]);
    expect(report.signedOn?.value).toBe("2024-01-20");
  });

  test("a date in the last sentence is none", () => {
    expect(read([...SIX.slice(0, -1), "截至2023年12月31日，没有其他事项。"]).signedOn).toBeNull();
  });
});

describe("the sections", () => {
  const ids = (lines: readonly string[]) => read(lines).sections.map(({ id }) => id);
  const ALL = ["overview", "proactive", "requests", "review_litigation", "problems", "other"];

  test("are the six in order", () => {
    expect(ids(SIX)).toEqual(ALL);
  });

  test.each([
    ["一、工作基本情况"],
    ["一、2020年总体情况"],
    ["1. 总体情况"],
    ["一、总体情况(宋体加粗小四号字)"],
    ["[bookmark: _GoBack]一、总体情况"],
    ["总体情况"],
    ["一、本年度工作开展的情况"],
    ["⼀、总体情况"],
    ["一、總體情況"],
  ])("%s opens section one", (heading) => {
    expect(ids([heading, ...SIX.slice(1)])).toEqual(ALL);
  });

  test("a report numbered （一） throughout has its six sections", () => {
    expect(ids(SIX.map((line) => line.replace(/^([一二三四五六])、/, "（$1）")))).toEqual(ALL);
  });

  test("a sub-heading with the words of a title opens no section beside the title", () => {
    expect(ids([...SIX.slice(0, 2), "（一）主动公开政府信息情况", "公开3条。", ...SIX.slice(2)])).toEqual(ALL);
  });

  test("a heading broken over two lines is one heading", () => {
    const lines = SIX.flatMap((line) => (line.startsWith("四、") ? ["四、政府信息公开行政复议、行政", "诉讼情况"] : [line]));
    expect(ids(lines)).toEqual(ALL);
    expect(read(lines).sections[3]?.heading).toMatchObject({ text: "四、政府信息公开行政复议、行政诉讼情况", blockCount: 2 });
  });

  test("a heading with its text on the same line keeps both", () => {
    const report = read([...SIX.slice(0, -2), "六、其他需要报告的事项：无。"]);
    expect(report.sections.at(-1)?.heading.text).toBe("六、其他需要报告的事项");
    expect(report.sections.at(-1)?.paragraphs.map(({ text }) => text)).toEqual(["无。"]);
  });

  test("another heading of the top level is kept without a statutory id", () => {
    expect(ids([SIX[0] ?? "", "很好。", "一、政务公开标准化规范化推进情况", "一是加强组织。", ...SIX.slice(2)])).toEqual([
      "overview",
      null,
      ...ALL.slice(1),
    ]);
  });

  test("a list inside a section opens none", () => {
    const inner = ["一、存在的问题", "宣传不够。", "二、改进措施", "加强宣传。"];
    expect(ids([...SIX.slice(0, 6), ...inner, ...SIX.slice(7)])).toEqual(ALL);
  });

  test("row labels of table three open none", () => {
    const labels = [
      "一、本年新收政府信息公开申请数量",
      "二、上年结转政府信息公开申请数量",
      "三、本年度办理结果",
      "四、结转下年度继续办理",
    ];
    expect(ids([...SIX.slice(0, 4), ...labels, ...SIX.slice(4)])).toEqual(ALL);
  });

  test("a list of contents opens none", () => {
    const contents = SIX.filter((line) => /^[一二三四五六]、/.test(line));
    expect(ids(["目录", ...contents, ...SIX])).toEqual(ALL);
  });

  test("two runs of numbers: the run with the tables is the statutory one", () => {
    const lines = [
      "一、总体情况",
      "很好。",
      "二、工作机制保障",
      "很好。",
      "三、主动公开工作情况",
      "很好。",
      "一、主动公开政府信息情况",
      "表。",
      "二、收到和处理政府信息公开申请情况",
      "表。",
      "三、政府信息公开行政复议、行政诉讼情况",
      "表。",
      "五、其他需要报告的事项",
      "无。",
    ];
    expect(ids(lines)).toEqual(["overview", null, null, "proactive", "requests", "review_litigation", "other"]);
  });

  test("sub-headings are marked with level, number and words", () => {
    const lines = [
      SIX[0] ?? "",
      "（一）主动公开。全年公开3条。",
      "1、机构职能",
      "（2）制度建设",
      "一是加强领导。",
      "2023年公开3条。",
      ...SIX.slice(2),
    ];
    const marks = read(lines).sections[0]?.paragraphs.map(
      ({ heading }) => heading && [heading.level, heading.printed, heading.number, heading.words],
    );
    expect(marks).toEqual([
      [2, "（一）", 1, "主动公开"],
      [3, "1、", 1, "机构职能"],
      [4, "（2）", 2, "制度建设"],
      [3, "一是", 1, "加强领导"],
      undefined,
    ]);
  });

  test("the page around the report is left out", () => {
    const report = read([
      "首页 > 信息公开",
      "索引号：000014349/2024-00001",
      "发布机构：甲县商务局",
      "甲县商务局2023年政府信息公开工作年度报告",
      "字体：[大] [中] [小]",
      "打印本页",
      "本报告由甲县商务局编制。",
      ...SIX,
      "甲县商务局",
      "2024年1月20日",
      "上一篇：通知",
      "版权所有：甲县人民政府",
    ]);
    expect(report.preface.map(({ text }) => text)).toEqual(["本报告由甲县商务局编制。"]);
    expect(report.closing.map(({ text }) => text)).toEqual(["甲县商务局", "2024年1月20日"]);
    expect(report.metadata.get("发布机构")).toBe("甲县商务局");
    expect(report.agency.body?.value).toBe("甲县商务局");
  });

  test("a picture where a table is due is told", () => {
    const document = buildDocument(SIX);
    const picture = { kind: "picture", place: { kind: "paragraph", paragraph: 3 } } as const;
    const blocks = [...document.blocks.slice(0, 3), picture, ...document.blocks.slice(3)];
    expect(recogniseReport({ ...document, blocks }, "a.docx")?.picturesIn).toEqual(["proactive"]);
  });

  test("figures torn out of their table by a text layer are rows of it", () => {
    const document = buildDocument([
      ...SIX.slice(0, 3),
      "第二十条第（五）项",
      "信息内容 本年处理决定数量",
      "行政许可 97",
      ...SIX.slice(3),
    ]);
    const report = recogniseReport(document, "a.txt");
    expect(report?.tables.proactive?.cells.get("art20_5.licensing|decisions")).toMatchObject({ kind: "number", value: 97 });
  });
});

describe("the agency as the report names itself", () => {
  test.each([
    ["本报告由甲县农业农村局编制。", "甲县农业农村局"],
    ["根据规定，现公布甲区商务局2023年政府信息公开工作年度报告。", "甲区商务局"],
    ["2023年，甲区交通运输局认真贯彻实施条例。", "甲区交通运输局"],
    ["2023年，我局认真贯彻实施条例。", undefined],
    ["2023年以来，在县委、县政府的正确领导下，成绩明显。", undefined],
    ["全市各级机关坚持公开，甲县坚持创新。", undefined],
  ])("%s", (sentence, agency) => {
    expect(read([sentence, ...SIX]).agency.body?.value).toBe(agency);
  });
});

test("a grid between the lines of a section is no paragraph of it", () => {
  const document = buildDocument([...SIX.slice(0, 3), buildGrid([["规章", "0", "0", "0"]]), ...SIX.slice(3)]);
  expect(recogniseReport(document, "a.docx")?.sections[1]?.paragraphs).toEqual([]);
});

describe("a list of contents", () => {
  const title = "甲县商务局2023年政府信息公开工作年度报告";
  const entries = SIX.filter((line) => /^[一二三四五六]、/.test(line)).map((line, index) => `${line}\t${index + 1}`);

  test("is no part of the report", () => {
    const report = read([title, "目  录", ...entries, "现公布年度报告。", ...SIX]);
    expect(report.preface.map(({ text }) => text)).toEqual(["现公布年度报告。"]);
    expect(report.sections.map(({ heading }) => heading.text)).toEqual(SIX.filter((line) => /^[一二三四五六]、/.test(line)));
  });

  test("of one line is a line", () => {
    expect(read([title, "目录", "现公布 1", ...SIX]).preface).toHaveLength(2);
  });
});
