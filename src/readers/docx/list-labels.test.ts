import { describe, expect, test } from "vitest";
import { wordFile } from "../../../test/builders/office-file.js";
import { readDocx } from "./read-docx.js";

const item = (text: string, level: number, list = 1): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const lvl = (level: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const num = (id: number, of: number, more = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

function read(body: string, numbering: string, styles?: string): string[] {
  const file = wordFile(body, styles === undefined ? { numbering } : { numbering, styles });
  return readDocx(file).blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind));
}

const REPORT = abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "chineseCounting", "（%2）"), lvl(2, "decimal", "%3."));

describe("automatic numbers", () => {
  test("are part of the text and start anew below a higher number", () => {
    const body =
      item("总体情况", 0) + item("主动公开", 1) + item("依申请公开", 1) + item("主动公开情况", 0) + item("甲", 1) + item("乙", 2);
    expect(read(body, REPORT + num(1, 0))).toEqual([
      "一、总体情况",
      "（一）主动公开",
      "（二）依申请公开",
      "二、主动公开情况",
      "（一）甲",
      "1. 乙",
    ]);
  });

  test("go on in another list of the same form, unless it starts over", () => {
    const numbering =
      REPORT + num(1, 0) + num(2, 0) + num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    expect(read(item("甲", 0, 1) + item("乙", 0, 2) + item("丙", 0, 3) + item("丁", 0, 3), numbering)).toEqual([
      "一、甲",
      "二、乙",
      "一、丙",
      "二、丁",
    ]);
  });

  test("show the levels above, in Arabic digits where the law style asks", () => {
    const numbering = abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0);
    expect(read(item("甲", 0) + item("乙", 1), numbering)).toEqual(["一、甲", "1.1 乙"]);
  });

  test("that never restart go on", () => {
    const numbering =
      abstract(0, lvl(0, "decimal", "%1、"), lvl(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>')) + num(1, 0);
    expect(read(item("a", 0) + item("b", 1) + item("c", 0) + item("d", 1), numbering)).toEqual([
      "1、a",
      "（1）b",
      "2、c",
      "（2）d",
    ]);
  });

  test("come from the style, with the level the style is linked to", () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>')) + num(1, 0);
    expect(read('<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>', numbering, styles)).toEqual([
      "（一）甲",
    ]);
  });

  test("taken away by the paragraph are gone", () => {
    expect(read(item("甲", 0, 0), REPORT + num(1, 0))).toEqual(["甲"]);
  });

  test("of bullets and of unknown lists are none", () => {
    const numbering = abstract(0, lvl(0, "bullet", "\uf06c")) + num(1, 0);
    expect(read(item("甲", 0) + item("乙", 0, 99), numbering)).toEqual(["甲", "乙"]);
  });

  test("of a deleted paragraph are not counted", () => {
    const deleted = item("旧", 0)
      .replace("<w:pPr>", "<w:pPr><w:rPr><w:del/></w:rPr>")
      .replaceAll(/<w:r>.*<\/w:r>/g, "");
    expect(read(item("甲", 0) + deleted + item("乙", 0), REPORT + num(1, 0))).toEqual(["一、甲", "二、乙"]);
  });
});
