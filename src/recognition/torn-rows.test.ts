import { describe, expect, test } from "vitest";
import { buildDocument, buildGrid } from "../../test/builders/source-document.js";
import type { Grid } from "../document/document.js";
import type { Report } from "../report/report.js";
import { recogniseReport } from "./recognise-report.js";

const HEAD = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const BLANKS = ["", "", "", "", "", "", ""];

/** A grid whose rows from `cut` on stand on the second page. */
function overPages(rows: Parameters<typeof buildGrid>[0], cut: number): Grid {
  const grid = buildGrid(rows, { page: 1 });
  return { ...grid, cells: grid.cells.map((cell) => (cell.row < cut ? cell : { ...cell, place: { kind: "page", page: 2 } })) };
}

function read(heading: string, grid: Grid): Report {
  const report = recogniseReport(buildDocument([heading, grid]), "a.pdf");
  if (!report) throw new Error("no report");
  return report;
}

const requests = (rows: Parameters<typeof buildGrid>[0], cut = rows.length) =>
  read("三、收到和处理政府信息公开申请情况", overPages([HEAD, ...rows], cut + 1));

function figures(report: Report, id: string, table: "requests" | "review_litigation" = "requests"): unknown[] {
  return [...(report.tables[table]?.cells ?? [])].flatMap(([key, cell]) =>
    key.startsWith(`${id}|`) ? [cell.kind === "number" ? cell.value : cell.kind] : [],
  );
}

describe("a row cut by the end of a page", () => {
  test.each([
    [
      "through its label, the figures above",
      [
        ["2.没有现", "7", "0", "9", "8", "0", "0", "24"],
        ["成信息需要另行制作", ...BLANKS],
      ],
    ],
    [
      "through its label, the figures below",
      [
        ["2.没有现", ...BLANKS],
        ["成信息需要另行制作", "7", "0", "9", "8", "0", "0", "24"],
      ],
    ],
    [
      "through its label and through a figure",
      [
        ["2.没有现成信息需要", "7", "0", "9", "8", "0", "0", "2"],
        ["另行制作", "", "", "", "", "", "", "4"],
      ],
    ],
    [
      "behind its label, through a figure",
      [
        ["2.没有现成信息需要另行制作", "7", "0", "9", "8", "0", "0", "2"],
        ["", "", "", "", "", "", "", "4"],
      ],
    ],
  ])("%s", (_, rows) => {
    const report = requests(rows, 1);
    expect(figures(report, "unable.need_create")).toEqual([7, 0, 9, 8, 0, 0, 24]);
    expect(report.tables.requests?.surplus).toEqual([]);
  });

  test("before the last letter of its label", () => {
    const rows = [
      ["（六）其他处", "1", "0", "0", "0", "0", "0", "1"],
      ["理", ...BLANKS],
    ];
    expect(figures(requests(rows), "other")).toEqual([1, 0, 0, 0, 0, 0, 1]);
  });

  test("behind the first letter of its label", () => {
    expect(
      figures(
        requests([
          ["（六）其", "1", "0", "0", "0", "0", "0", "1"],
          ["他处理", ...BLANKS],
        ]),
        "other",
      ),
    ).toEqual([1, 0, 0, 0, 0, 0, 1]);
  });

  test("in the table without labels, through a figure", () => {
    const heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    const row = ["6", "2", "1", "1", "10", "2", "1", "3", "2", "8", "1", "1", "1", "1", "4"];
    const rest = row.map((_, index) => (index === 4 ? "5" : ""));
    const grid = overPages([[...heads, ...heads, ...heads], row, rest], 2);
    const report = read("四、政府信息公开行政复议、行政诉讼情况", grid);
    expect(figures(report, "review", "review_litigation")).toEqual([6, 2, 1, 1, 105]);
  });
});

describe("what stays two rows", () => {
  const above = ["1.信访举报投诉类申请", "1", "1", "1", "1", "1", "1", "6"];

  test("a row of blanks with a label of its own", () => {
    const report = requests([above, ["2.重复申请", "", "", "", "", "", "", "4"]], 1);
    expect(figures(report, "rejected.petition")).toEqual([1, 1, 1, 1, 1, 1, 6]);
    expect(figures(report, "rejected.repeat")).toEqual(["blank", "blank", "blank", "blank", "blank", "blank", 4]);
  });

  test("digits without a label on the same page", () => {
    const report = requests([above, ["", "", "", "", "", "", "", "4"]]);
    expect(figures(report, "rejected.petition").at(-1)).toBe(6);
    expect(report.tables.requests?.surplus.map(({ text }) => text)).toEqual(["4"]);
  });
});
