import { describe, expect, test } from "vitest";
import { buildDocument, buildGrid, formRows } from "../../test/builders/source-document.js";
import type { Block } from "../document/document.js";
import type { TableId } from "../report/format.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import type { Report } from "../report/report.js";
import { recogniseReport } from "./recognise-report.js";

function read(heading: string, ...blocks: readonly (Block | string)[]): Report {
  const report = recogniseReport(buildDocument([heading, ...blocks]), "a.docx");
  if (!report) throw new Error("no report");
  return report;
}

const PROACTIVE = "二、主动公开政府信息情况";
const REQUESTS = "三、收到和处理政府信息公开申请情况";

function row(report: Report, table: TableId, id: string): unknown[] {
  return [...(report.tables[table]?.cells ?? [])].flatMap(([key, cell]) =>
    key.startsWith(`${id}|`) ? [cell.kind === "number" ? cell.value : cell.kind] : [],
  );
}

const notesOf = (report: Report) => report.notes.map(({ noteId }) => noteId);

describe("table two", () => {
  test("with heads cut at a line break is placed by the head that is left", () => {
    const report = read(
      PROACTIVE,
      buildGrid([
        ["信息内容", "本年新", "本年新", "对外公开总数量"],
        ["规章", "1", "", "3"],
      ]),
    );
    expect(report.format.id).toBe("f2019");
    expect(row(report, "proactive", "art20_1.rules")).toEqual([1, "blank", 3]);
  });

  test("one decision in three unmerged cells is still the decision", () => {
    const head = ["信息内容", { text: "本年处理决定数量", right: 3 }];
    expect(row(read(PROACTIVE, buildGrid([head, ["行政许可", "5", "", ""]])), "proactive", "art20_5.licensing")).toEqual([5]);
    expect(row(read(PROACTIVE, buildGrid([head, ["行政许可", "", "5", ""]])), "proactive", "art20_5.licensing")).toEqual([5]);
  });

  test("with the groups in a column of their own", () => {
    const grid = buildGrid([
      [{ text: "第二十条第（一）项", down: 3 }, "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ["规章", "1", "2", "3"],
      ["行政规范性文件", "4", "5", "6"],
    ]);
    const report = read(PROACTIVE, grid);
    expect(row(report, "proactive", "art20_1.rules")).toEqual([1, 2, 3]);
    expect(row(report, "proactive", "art20_1.normative_docs")).toEqual([4, 5, 6]);
  });

  test("with a grid for each group, and a serial number before each label", () => {
    const report = read(
      PROACTIVE,
      buildGrid([
        ["序号", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["1", "规章", "1", "2", "3"],
        ["2", "规范性文件", "4", "5", "6"],
      ]),
      buildGrid([
        ["序号", "信息内容", "本年处理决定数量"],
        ["3", "行政许可", "7"],
      ]),
    );
    expect(row(report, "proactive", "art20_1.normative_docs")).toEqual([4, 5, 6]);
    expect(row(report, "proactive", "art20_5.licensing")).toEqual([7]);
  });

  test("a figure keeps its unit, its remark and its raw text", () => {
    const grid = buildGrid([
      ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ["行政规范性文件", "22（其中修订16件）", "０", "/"],
      ["信息内容", { text: "本年收费金额（单位：万元，保留4位小数）", right: 3 }],
      ["行政事业性收费", { text: "251000元", right: 3 }],
    ]);
    const cells = read(PROACTIVE, grid).tables.proactive?.cells;
    expect(cells?.get("art20_1.normative_docs|made")).toMatchObject({
      value: 22,
      note: "其中修订16件",
      raw: "22（其中修订16件）",
    });
    expect(cells?.get("art20_1.normative_docs|repealed")).toMatchObject({ value: 0, raw: "０" });
    expect(cells?.get("art20_1.normative_docs|valid")).toMatchObject({ kind: "blank", raw: "/" });
    expect(cells?.get("art20_8.fees|amount_wan")).toMatchObject({ value: 251000, unit: "元" });
  });

  test("money without a unit has the unit of its head", () => {
    const grid = buildGrid([
      ["信息内容", "本年收费金额（单位：万元）"],
      ["行政事业性收费", "1.5"],
    ]);
    expect(read(PROACTIVE, grid).tables.proactive?.cells.get("art20_8.fees|amount_wan")).toMatchObject({
      value: 1.5,
      unit: "万元",
    });
  });

  test("rows whose empty cells vanished from the text are blank, not absent", () => {
    const grid = buildGrid([["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章"], ["行政规范性文件", "2"]], {
      ragged: true,
      blanksDropped: true,
    });
    const report = read(PROACTIVE, grid);
    expect(row(report, "proactive", "art20_1.rules")).toEqual(["blank", "blank", "blank"]);
    expect(row(report, "proactive", "art20_1.normative_docs")).toEqual(["unread", "unread", "unread"]);
    expect(notesOf(report)).toEqual(["notPlaced"]);
  });

  test("in traditional characters with pinyin glosses is read as any other", () => {
    const grid = buildGrid([
      ["信息內容", "本年制發(fā)件數(shù)", "本年廢止件數(shù)", "現(xiàn)行有效件數(shù)"],
      ["規(guī)章", "1", "2", "3"],
    ]);
    expect(row(read("二、主動公開政府信息情況", grid), "proactive", "art20_1.rules")).toEqual([1, 2, 3]);
  });

  test("a page number in a table is no figure of it", () => {
    const first = buildGrid(
      [
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "7"],
      ],
      { ragged: true },
    );
    const report = read(
      PROACTIVE,
      first,
      "1625",
      buildGrid(
        [
          ["信息内容", "本年处理决定数量"],
          ["行政处罚", "8"],
        ],
        { ragged: true },
      ),
    );
    expect(row(report, "proactive", "art20_6.penalty")).toEqual([8]);
    expect(report.notes).toEqual([]);
    expect(report.sections[0]?.paragraphs).toEqual([]);
  });
});

describe("table three", () => {
  const heads = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  const counts = (first: number) => [first, 0, 0, 0, 0, 0, first].map(String);

  test("a row that is none of the form is told and not read", () => {
    const report = read(
      REQUESTS,
      buildGrid([heads, ["（一）予以公开", ...counts(3)], ["电话咨询", ...counts(9)], ["（二）部分公开", ...counts(4)]]),
    );
    expect(row(report, "requests", "partial")[0]).toBe(4);
    expect(notesOf(report)).toEqual(["rowUnknown"]);
    expect(report.tables.requests?.surplus.map(({ text }) => text)).toEqual(counts(9));
  });

  test("three rows 「其他」 and two 「总计」 are told apart by order", () => {
    const labels = ["（一）予以公开", "1.逾期不补正", "2.逾期不缴费", "其他", "总计", "四、结转下年度继续办理"];
    const report = read(REQUESTS, buildGrid([heads, ...labels.map((label, at) => [label, ...counts(at + 1)])], { ragged: true }));
    const firsts = ["granted", "other.no_correction", "other.no_payment", "other.misc", "results_total", "carried_out"].map(
      (id) => row(report, "requests", id)[0],
    );
    expect(firsts).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("figures without a label fill a gap exactly as wide, and no other", () => {
    const full = [
      heads,
      ["1.信访举报投诉类申请", ...counts(1)],
      counts(2),
      counts(3),
      ["4.无正当理由大量反复申请", ...counts(4)],
    ];
    const report = read(REQUESTS, buildGrid(full, { ragged: true }));
    expect([row(report, "requests", "rejected.repeat")[0], row(report, "requests", "rejected.publication")[0]]).toEqual([2, 3]);
    const torn = read(
      REQUESTS,
      buildGrid(
        full.filter((_, at) => at !== 2),
        { ragged: true },
      ),
    );
    expect(row(torn, "requests", "rejected.repeat")).toEqual([]);
    expect(notesOf(torn)).toEqual(["notPlaced"]);
  });

  test("a row cut by a page break between label and figures is one row", () => {
    const report = read(
      REQUESTS,
      buildGrid([heads, ["（一）予以公开", ...counts(1)], ["（二）部分公开（区分处理的，只计", "", "", "", "", "", "", ""]]),
      buildGrid([["", ...counts(2)]]),
    );
    expect(row(report, "requests", "partial")).toEqual([2, 0, 0, 0, 0, 0, 2]);
  });

  test("a figure wrapped in a narrow column of a page is one figure", () => {
    const report = read(
      REQUESTS,
      buildGrid([heads, ["（一）予以公开", "263\n7", "0", "0", "0", "0", "0", "263\n7"]], { page: 3 }),
    );
    expect(row(report, "requests", "granted")).toEqual([2637, 0, 0, 0, 0, 0, 2637]);
    const twoRows = ["（一）予以公开\n（二）部分公开", "26\n37", "10\n10", "10\n10", "10\n10", "10\n10", "10\n10", "76\n87"];
    const glued = read(REQUESTS, buildGrid([heads, twoRows, ["四、结转下年度继续办理", ...counts(1)]], { page: 3 }));
    expect(row(glued, "requests", "carried_out")[0]).toBe(1);
    expect(row(glued, "requests", "granted")).not.toContain(2637);
  });

  test("a figure torn from its cell goes back into the only gap, when the sum says so", () => {
    const rows = [heads, ["（一）予以公开", "3", "0", "0", "0", "0", "0", ""], ["（二）部分公开", ...counts(1)]];
    const torn = read(
      REQUESTS,
      buildGrid(rows.slice(0, 2), { ragged: true }),
      "3",
      buildGrid([heads, rows[2] ?? []], { ragged: true }),
    );
    expect(row(torn, "requests", "granted")).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(notesOf(torn)).toEqual(["tornFigurePlaced"]);
    const page = read(
      REQUESTS,
      buildGrid(rows.slice(0, 2), { ragged: true }),
      "4",
      buildGrid([heads, rows[2] ?? []], { ragged: true }),
    );
    expect(row(page, "requests", "granted").at(-1)).toBe("blank");
  });

  test("its labels and heads are kept as printed", () => {
    const rows = formRows(annualReport2021, "requests", () => "0");
    const report = read(REQUESTS, buildGrid(rows));
    expect(report.tables.requests?.labels.get("denied.state_secret")?.text).toBe("1.属于国家秘密");
    expect(report.tables.requests?.labels.get("welfare")?.text).toBe("社会公益组织");
  });

  test("columns that other rows prove hold for rows with gaps", () => {
    const rows = [heads, ["（一）予以公开", "", ...counts(5)], ["（二）部分公开", "", "2", "", "", "", "", "", "2"]];
    expect(row(read(REQUESTS, buildGrid(rows, { ragged: true })), "requests", "partial")).toEqual([
      2,
      "blank",
      "blank",
      "blank",
      "blank",
      "blank",
      2,
    ]);
  });
});

test("rows packed to the left are placed where the complete rows of the table stand", () => {
  const packed = [
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    ["行政许可", "1", "+2", "3"],
    ["行政处罚", "4", "+5", "6"],
    ["信息内容", "上一年项目数量", "本年增/减"],
    ["行政事业性收费", "", "-19", ""],
  ];
  const report = read(PROACTIVE, buildGrid(packed, { ragged: true }));
  expect(row(report, "proactive", "art20_8.fees")).toEqual(["blank", -19]);
});
