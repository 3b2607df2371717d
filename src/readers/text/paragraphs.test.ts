import { describe, expect, test } from "vitest";
import { shownBlocks } from "../../../test/builders/shown-blocks.js";
import { readText } from "./read-text.js";

const read = (lines: readonly string[]) => readText(new TextEncoder().encode(lines.join("\n")));
const shown = (lines: readonly string[]) => shownBlocks(read(lines));

describe("wrapped lines", () => {
  const WRAPPED = [
    "根据条例的规定和要求，市科委编制了年度政务公开工作",
    "报告，报告全文包括总体情况、主动公开情况、收到和处",
    "理申请的情况、存在的主要问题及改进情况，以及其他需",
    "要报告的事项等六个部分，所列数据的统计周期为一年，",
    "年度报告的电子版可以通过部门网站下载查阅，欢迎公众",
    "监督指正。",
    "一、总体情况",
    "本年度贯彻落实条例，认真推进政府信息公开的各项工作",
    "任务，坚持公开为常态、不公开为例外，不断提升公开的",
    "质量和效能，取得成效。",
  ];

  test("lines that fill the measure are joined up to the end of the paragraph", () => {
    expect(shown(WRAPPED)).toEqual([WRAPPED.slice(0, 6).join(""), "一、总体情况", WRAPPED.slice(7).join("")]);
  });

  test("a paragraph stands where its first line stands", () => {
    expect(read(WRAPPED).blocks.map((block) => block.place)).toEqual([1, 7, 8].map((line) => ({ kind: "line", line })));
  });

  test("a page break with its number does not end a paragraph", () => {
    const cut = [...WRAPPED.slice(0, 3), "", "- 2 -", "\f", ...WRAPPED.slice(3)];
    expect(shown(cut)).toEqual([WRAPPED.slice(0, 6).join(""), "- 2 -", "一、总体情况", WRAPPED.slice(7).join("")]);
  });
});

describe("lines of a text that is not wrapped", () => {
  test.each([
    ["a title over two lines", ["同江市工业信息化科技局2020年政府", "信息公开工作年度报告"], 1],
    ["a sentence cut by a page", ["（四）加强互动，健全机制。积极", "", "采取有效措施，主动接受监督。"], 1],
    ["a long clause cut by a page", [`${"着力做好稳外贸、稳外资等工作，".repeat(3)}发布相关`, "", "工作动态，提振市场信心。"], 1],
    [
      "a heading with a comma and its text",
      ["（一）提高认识，切实加强政务公开工作的组织领导", "", "局党组高度重视，专题研究。"],
      2,
    ],
    ["a heading and a short answer", ["四、政府信息公开行政复议、行政诉讼情况", "2023年无。"], 2],
    ["a finished sentence and the next", ["我局认真贯彻落实条例，主动公开信息81条。", "依申请公开方面，未收到申请。"], 2],
    ["a clause and an item", ["我局认真贯彻落实条例，主动公开信息，做好以下工作，", "（一）加强领导，落实责任。"], 2],
    ["an organ and the day it signed", ["威海市文登区商务局政务公开工作领导小组办公室", "2021年1月27日"], 2],
    ["an organ and a longer title", ["得荣县卫生健康局", "2019年政府信息公开工作年度报告"], 2],
    ["a title and the buttons of the page", ["江门市蓬江区财政局2023年度政府信息公开工作年度报告", "字体:[大] [中] [小]"], 2],
  ])("%s", (_, lines, paragraphs) => {
    expect(shown(lines)).toHaveLength(paragraphs);
  });
});

test("residue of converters stays in the text", () => {
  expect(shown(["[bookmark: _GoBack]一、总体情况", "公开&nbsp;信息\u00a081条。"])).toEqual([
    "[bookmark: _GoBack]一、总体情况",
    "公开&nbsp;信息\u00a081条。",
  ]);
});
