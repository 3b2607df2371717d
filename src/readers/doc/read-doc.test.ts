import { describe, expect, test } from "vitest";
import { compoundFile } from "../../../test/builders/compound-file.js";
import {
  DELETED,
  HIDDEN,
  IN_TABLE,
  line,
  type ParagraphSpec,
  ROW_END,
  row,
  rowShape,
  SPECIAL,
  sprm,
  word97File,
} from "../../../test/builders/word-97-file.js";
import type { Grid } from "../../document/document.js";
import { readDoc } from "./read-doc.js";

const COLUMNS = [0, 1000, 2000, 3000];

function texts(paragraphs: readonly ParagraphSpec[], parts?: Parameters<typeof word97File>[1]): string[] {
  return readDoc(word97File(paragraphs, parts)).blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind));
}

function grids(paragraphs: readonly ParagraphSpec[], parts?: Parameters<typeof word97File>[1]): Grid[] {
  return readDoc(word97File(paragraphs, parts)).blocks.filter((block) => block.kind === "grid");
}

/** Cells as "row,column rows×columns text". */
const cellsOf = (grid: Grid | undefined): string[] =>
  (grid?.cells ?? []).map(({ row: at, column, rowSpan, columnSpan, text }) => `${at},${column} ${rowSpan}×${columnSpan} ${text}`);

describe("text", () => {
  test("is read paragraph by paragraph, without notes when there is no doubt", () => {
    const document = readDoc(word97File([line("一、总体情况"), line("　　2023年，共 12 件。"), line("")]));
    expect(document.kind).toBe("doc");
    expect(document.notes).toEqual([]);
    expect(document.blocks).toEqual([
      { kind: "paragraph", text: "一、总体情况", place: { kind: "paragraph", paragraph: 1 } },
      { kind: "paragraph", text: "　　2023年，共 12 件。", place: { kind: "paragraph", paragraph: 2 } },
    ]);
  });

  test("keeps line breaks and tabs, drops optional hyphens, ends at a page break", () => {
    expect(texts([{ runs: [{ text: "题目\x0b副题\t1\x1f2\x1e3" }], end: "\f" }, line("下一页")])).toEqual([
      "题目\n副题\t12-3",
      "下一页",
    ]);
  });

  test("that tracked changes deleted is left out and counted", () => {
    const paragraph = { runs: [{ text: "共收到" }, { text: "19", modifiers: DELETED }, { text: "26件" }] };
    const document = readDoc(word97File([paragraph]));
    expect(document.blocks[0]).toMatchObject({ text: "共收到26件" });
    expect(document.notes.map(({ noteId, message }) => [noteId, message.includes("1 处")])).toEqual([
      ["deletedTextSkipped", true],
    ]);
  });

  test("runs on over a paragraph mark that was deleted", () => {
    expect(texts([{ runs: [{ text: "总体" }], endModifiers: DELETED }, line("情况")])).toEqual(["总体情况"]);
  });

  test("that is hidden is not shown", () => {
    expect(texts([{ runs: [{ text: "看得见" }, { text: "看不见", modifiers: HIDDEN }] }])).toEqual(["看得见"]);
  });

  test("of a field is its result, not its code; half a field hides nothing", () => {
    const mark = (sign: string) => ({ text: sign, modifiers: SPECIAL });
    const field = [mark("\x13"), { text: "=SUM(ABOVE)" }, mark("\x14"), { text: "44" }, mark("\x15")];
    expect(texts([{ runs: [...field, { text: "件" }] }, { runs: [mark("\x13"), { text: "余下" }] }])).toEqual(["44件", "余下"]);
  });

  test("a fast save laid over a piece is honoured", () => {
    expect(texts([line("整段删除")], { pieceModifiers: DELETED })).toEqual([]);
  });

  test("in a text box stands before the paragraph it is anchored in", () => {
    const anchor = { runs: [{ text: "\x08", modifiers: SPECIAL }, { text: "正文" }] };
    expect(texts([line("前言"), anchor], { textBoxes: [{ anchor: 3, text: "年度报告" }] })).toEqual(["前言", "年度报告", "正文"]);
  });

  test("in a text box without an anchor of its own stands before everything", () => {
    expect(texts([line("正文")], { textBoxes: [{ anchor: 99, text: "年度报告" }] })).toEqual(["年度报告", "正文"]);
  });

  test("a picture is told, a picture in a field code is not", () => {
    const picture = { text: "\x01", modifiers: SPECIAL };
    const data = { text: "\x01", modifiers: [...SPECIAL, ...sprm(0x0806, 1)] };
    expect(texts([{ runs: [picture] }, { runs: [data] }, { runs: [{ text: "\x01" }] }])).toEqual(["picture"]);
  });

  test("a small picture is an ornament", () => {
    const head = new Array<number>(68).fill(0);
    head.splice(0x1c, 4, 0x90, 0x01, 0x90, 0x01);
    const picture = { text: "\x01", modifiers: sprm(0x6a03, 0, 0, 0, 0) };
    expect(texts([{ runs: [picture] }], { data: head })).toEqual([]);
  });
});

describe("headings and numbers", () => {
  test("the level comes from the style, from the style it is based on, or from the paragraph", () => {
    const styles = [{ builtIn: 0 }, { builtIn: 1 }, { builtIn: 0xffe, base: 1 }];
    const document = readDoc(
      word97File([{ ...line("一"), style: 1 }, { ...line("二"), style: 2 }, line("三", sprm(0x2640, 2)), line("四")], { styles }),
    );
    expect(document.blocks.map((block) => (block.kind === "paragraph" ? block.level : null))).toEqual([1, 1, 3, undefined]);
  });

  test("automatic numbers are part of the text and start anew below a higher one", () => {
    const list = [
      { system: 37, text: "\0、" },
      { system: 37, text: "（\x01）" },
      { system: 0, text: "\0.\x02" },
    ];
    const item = (text: string, level: number) => line(text, [...sprm(0x460b, 1, 0), ...sprm(0x260a, level)]);
    const body = [
      item("总体情况", 0),
      item("主动公开", 1),
      item("依申请公开", 1),
      item("主动公开情况", 0),
      item("其他", 1),
      item("细目", 2),
    ];
    expect(texts(body, { list })).toEqual([
      "一、总体情况",
      "（一）主动公开",
      "（二）依申请公开",
      "二、主动公开情况",
      "（一）其他",
      "二.1 细目",
    ]);
  });

  test("a list taken from the style numbers too, bullets do not", () => {
    const styles = [{ builtIn: 0 }, { builtIn: 1, modifiers: sprm(0x460b, 1, 0) }];
    expect(texts([{ ...line("甲"), style: 1 }], { styles, list: [{ system: 11, text: "\0、" }] })).toEqual(["一、甲"]);
    expect(texts([{ ...line("甲"), style: 1 }], { styles, list: [{ system: 23, text: "\uf06c" }] })).toEqual(["甲"]);
  });
});

describe("tables", () => {
  test("stand between their paragraphs, cell by cell", () => {
    const [grid] = grids([line("表前"), ...row(["自然人", "12", ""], COLUMNS), line("表后")]);
    expect(texts([line("表前"), ...row(["自然人", "12", ""], COLUMNS), line("表后")])).toEqual(["表前", "grid", "表后"]);
    expect(grid).toMatchObject({ rows: 1, columns: 3, ragged: false });
    expect(grid?.cells[1]).toEqual({
      row: 0,
      column: 1,
      rowSpan: 1,
      columnSpan: 1,
      text: "12",
      place: { kind: "cell", table: 1, row: 1, column: 2 },
    });
  });

  test("a cell spans the columns it is seen to span, with edges drawn a little apart", () => {
    const table = [
      ...row(["第二十条第（五）项"], [0, 3002]),
      ...row(["信息内容", "本年处理决定数量"], [0, 998, 3000]),
      ...row(["a", "b", "c"], COLUMNS),
    ];
    expect(cellsOf(grids(table)[0])).toEqual([
      "0,0 1×3 第二十条第（五）项",
      "1,0 1×1 信息内容",
      "1,1 1×2 本年处理决定数量",
      "2,0 1×1 a",
      "2,1 1×1 b",
      "2,2 1×1 c",
    ]);
  });

  test("edges dragged apart by hand are one line unless a row has both", () => {
    const dragged = [...row(["a", "b"], [0, 1000, 2000]), ...row(["c", "d"], [0, 1200, 2000])];
    expect(grids(dragged)[0]).toMatchObject({ columns: 2 });
    const narrow = [...row(["a", "b", "c"], [0, 1000, 1200, 2000]), ...row(["d", "e"], [0, 1200, 2000])];
    expect(cellsOf(grids(narrow)[0])).toEqual(["0,0 1×1 a", "0,1 1×1 b", "0,2 1×1 c", "1,0 1×2 d", "1,2 1×1 e"]);
  });

  test("cells merged downwards are one cell, marked by their flags or by a modifier", () => {
    const byFlags = [...row(["三、办理结果", "1"], [0, 1000, 2000], [0x60, 0]), ...row(["", "2"], [0, 1000, 2000], [0x20, 0])];
    expect(cellsOf(grids(byFlags)[0])).toEqual(["0,0 2×1 三、办理结果", "0,1 1×1 1", "1,1 1×1 2"]);
    const merge = (flag: number) => [...IN_TABLE, ...ROW_END, ...rowShape([0, 1000, 2000]), ...sprm(0xd62b, 2, 0, flag)];
    const cell = (text: string) => ({ runs: [{ text }], end: "\x07", modifiers: IN_TABLE });
    const end = (flag: number) => ({ runs: [], end: "\x07", modifiers: merge(flag) });
    expect(cellsOf(grids([cell("上"), cell("1"), end(3), cell(""), cell("2"), end(1)])[0])).toEqual([
      "0,0 2×1 上",
      "0,1 1×1 1",
      "1,1 1×1 2",
    ]);
  });

  test.each([
    ["as Word 97 marks them", [1, 2, 2, 1, 2]],
    ["as the published description has it", [2, 1, 1, 2, 1]],
    ["with the first marked 3", [3, 1, 1, 3, 1]],
  ])("cells merged sideways are one cell, %s", (_, flags) => {
    const edges = [0, 1000, 2000, 3000, 4000, 5000];
    const table = [...row(["甲", "", "", "乙", ""], edges, flags), ...row(["1", "2", "3", "4", "5"], edges)];
    expect(cellsOf(grids(table)[0]).slice(0, 2)).toEqual(["0,0 1×3 甲", "0,3 1×2 乙"]);
  });

  test("a row definition too long for its page is found in the Data stream", () => {
    const shape = rowShape(
      Array.from({ length: 16 }, (_, index) => 600 * index),
      new Array<number>(15).fill(0),
    );
    const list = [...IN_TABLE, ...ROW_END, ...shape];
    const data = [0, 0, 0, 0, list.length & 0xff, list.length >> 8, ...list];
    const cells = Array.from({ length: 15 }, (_, index) => ({
      runs: [{ text: String(index) }],
      end: "\x07",
      modifiers: IN_TABLE,
    }));
    const table = [...cells, { runs: [], end: "\x07", modifiers: sprm(0x6646, 4, 0, 0, 0) }];
    expect(grids(table, { data })[0]).toMatchObject({ rows: 1, columns: 15 });
  });

  test("without an edge for every cell only the order of cells is sure", () => {
    const [certain, ragged] = grids([...row(["a", "1"], [0, 1000, 2000]), line("间"), ...row(["a", "1", "2"], [0, 1000, 2000])]);
    expect([certain?.ragged, ragged?.ragged]).toEqual([false, true]);
  });

  test("a row deleted in tracked changes is not there", () => {
    const rows = [...row(["留", "1"], [0, 1000, 2000]), ...row(["删", "2"], [0, 1000, 2000])];
    const last = rows.length - 1;
    const table = rows.map((paragraph, index) => {
      const runs = index < last - 2 ? paragraph.runs : paragraph.runs.map((run) => ({ ...run, modifiers: DELETED }));
      return index === last ? { ...paragraph, runs, endModifiers: DELETED } : { ...paragraph, runs };
    });
    expect(cellsOf(grids(table)[0])).toEqual(["0,0 1×1 留", "0,1 1×1 1"]);
  });

  test("a row whose mark a converter deleted by mistake is there as long as its text is", () => {
    const rows = [...row(["留", "1"], [0, 1000, 2000]), ...row(["也留", "2"], [0, 1000, 2000])];
    const table = rows.map((paragraph, index) => (index === 2 ? { ...paragraph, endModifiers: DELETED } : paragraph));
    expect(cellsOf(grids(table)[0])).toEqual(["0,0 1×1 留", "0,1 1×1 1", "1,0 1×1 也留", "1,1 1×1 2"]);
  });

  test("a table inside a layout table takes its place", () => {
    const depth = (value: number) => [...IN_TABLE, ...sprm(0x6649, value, 0, 0, 0)];
    const inner = (text: string) => ({ runs: [{ text }], modifiers: [...depth(2), ...sprm(0x244b, 1)] });
    const table: ParagraphSpec[] = [
      { runs: [{ text: "附表" }], modifiers: depth(1) },
      inner("规章"),
      inner("3"),
      { runs: [], modifiers: [...depth(2), ...sprm(0x244b, 1), ...sprm(0x244c, 1), ...rowShape([0, 500, 1000])] },
      { runs: [], end: "\x07", modifiers: depth(1) },
      { runs: [], end: "\x07", modifiers: [...depth(1), ...ROW_END, ...rowShape([0, 2000])] },
    ];
    expect(texts([...table, line("完")])).toEqual(["附表", "grid", "完"]);
    expect(cellsOf(grids(table)[0])).toEqual(["0,0 1×1 规章", "0,1 1×1 3"]);
  });

  test("several paragraphs of a cell are lines of its text", () => {
    const first = { runs: [{ text: "本年新" }], modifiers: IN_TABLE };
    expect(grids([first, ...row(["制作数量", "1"], [0, 1000, 2000])])[0]?.cells[0]).toMatchObject({ text: "本年新\n制作数量" });
  });
});

describe("files that are not what they should be", () => {
  test.each([
    ["an encrypted document", word97File([line("密")], { flags: 0x0300 }), "FILE_PROTECTED"],
    ["Word 95", word97File([line("旧")], { magic: 0xa5dc }), "FILE_KIND_UNSUPPORTED"],
    ["an encrypted docx", compoundFile({ EncryptedPackage: new Uint8Array(1) }), "FILE_PROTECTED"],
    ["no text stream", compoundFile({ "1Table": new Uint8Array(1) }), "FILE_DAMAGED"],
    ["no table stream", word97File([line("缺")], { flags: 0 }), "FILE_DAMAGED"],
    ["tables in tables without end", word97File([line("深", [...IN_TABLE, ...sprm(0x6649, 0xff, 0xff, 0, 0)])]), "FILE_DAMAGED"],
    ["a half file", word97File([line("半")]).subarray(0, 3000), "FILE_DAMAGED"],
  ])("%s", (_, bytes, code) => {
    expect(() => readDoc(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test("a long list of modifiers cannot be asked for without end", () => {
    const list = Array.from({ length: 21_000 }, () => sprm(0x2403, 0)).flat();
    const data = [list.length & 0xff, list.length >> 8, ...list];
    const paragraphs = Array.from({ length: 400 }, () => line("段", sprm(0x6646, 0, 0, 0, 0)));
    expect(() => readDoc(word97File(paragraphs, { data }))).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });

  test("the streams of an embedded document are not taken for those of the file", () => {
    const other = { "ObjectPool/WordDocument": new Uint8Array(5000), "ObjectPool/1Table": new Uint8Array(5000) };
    expect(texts([line("正文")], { otherStreams: other })).toEqual(["正文"]);
  });

  test("a damaged style sheet costs the styles and a note, not the text", () => {
    const file = word97File([line("正文")]);
    const view = new DataView(file.buffer);
    // the length of the style sheet in the head of the WordDocument stream, which begins in the second sector
    view.setUint32(512 + 0x9a + 8 + 4, 0x00ffffff, true);
    const document = readDoc(file);
    expect(document.blocks).toHaveLength(1);
    expect(document.notes.map(({ noteId }) => noteId)).toEqual(["unreadPart"]);
  });
});
