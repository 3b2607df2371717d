import { describe, expect, test } from "vitest";
import { blocksOf, type TreeCell, type TreeItem, type TreeTable } from "./table-tree.js";

const text = (value: string): TreeItem => ({ kind: "text", text: value });
const PROSE = "我局认真贯彻执行条例，".repeat(20);

/** A table of rows of cells without spans; a cell is a text or a list of items. */
function table(...rows: readonly (readonly (string | readonly TreeItem[])[])[]): TreeTable {
  const cells = rows.flatMap((row, at) =>
    row.map(
      (content, column): TreeCell => ({
        row: at,
        column,
        rowSpan: 1,
        columnSpan: 1,
        content: typeof content === "string" ? [text(content)] : content,
      }),
    ),
  );
  return { kind: "table", rows: rows.length, columns: Math.max(...rows.map((row) => row.length)), cells, ragged: false };
}

const figures = (count: number): TreeTable =>
  table(...Array.from({ length: count }, (_, row) => [`行${row}`, `${row}`, `${row * 2}`, `${row * 3}`]));

const shown = (items: readonly TreeItem[]): string[] =>
  blocksOf(items).map((block) => {
    if (block.kind === "paragraph") return block.text;
    return block.kind === "picture"
      ? "picture"
      : `grid ${block.rows}×${block.columns}: ${block.cells.map((cell) => cell.text).join("|")}`;
  });

describe("tables", () => {
  test("a frame of one cell is seen through wherever it stands", () => {
    const framed = table([[text("题"), text(PROSE), figures(3), text("落款")]]);
    const page = table(["栏目", [table([[framed]])]]);
    expect(shown([page])).toEqual(["栏目", "题", PROSE, "grid 3×4: 行0|0|0|0|行1|1|2|3|行2|2|4|6", "落款"]);
    expect(shown([table(["规章", [table(["3"])], "4"])])).toEqual(["grid 1×3: 规章|3|4"]);
  });

  test("of figures are grids; paragraphs and tables are counted from 1", () => {
    const blocks = blocksOf([text("表前"), text("  "), table(["规章", "3"]), text("表后"), table(["行政许可", "4"])]);
    expect(blocks.map(({ place }) => place)).toEqual([
      { kind: "paragraph", paragraph: 1 },
      { kind: "cell", table: 1, row: 1, column: 1 },
      { kind: "paragraph", paragraph: 2 },
      { kind: "cell", table: 2, row: 1, column: 1 },
    ]);
  });

  test("of one cell or one column are frames", () => {
    expect(shown([table(["某局2023年年度报告"])])).toEqual(["某局2023年年度报告"]);
    expect(shown([table(["某局2023年年度报告"], ["2024-01-17"])])).toEqual(["某局2023年年度报告", "2024-01-17"]);
  });

  test("around tables and labels are layout", () => {
    expect(shown([table(["表1"], [[table(["规章", "3"])]])])).toEqual(["表1", "grid 1×2: 规章|3"]);
  });

  test("around a menu and running text are layout", () => {
    expect(shown([table(["菜单", [text(PROSE), text("一、总体情况"), text(PROSE)]])])).toEqual([
      "菜单",
      PROSE,
      "一、总体情况",
      PROSE,
    ]);
  });

  test("of figures stay whole around a small table, which stands behind them", () => {
    const host = figures(6);
    const cells = host.cells.map((cell, index) => (index === 5 ? { ...cell, content: [text("含"), table(["甲", "乙"])] } : cell));
    const [first, second] = shown([{ ...host, cells }]);
    expect(first).toContain("grid 6×4");
    expect(first).toContain("含");
    expect(second).toBe("grid 1×2: 甲|乙");
  });

  test("a frame around a single value is part of its cell", () => {
    expect(shown([table(["规章", [table(["3"])]])])).toEqual(["grid 1×2: 规章|3"]);
  });

  test("rows of prose in a table as wide as the page cut it in two", () => {
    const wide = (row: number): TreeCell => ({ row, column: 0, rowSpan: 1, columnSpan: 2, content: [text(PROSE)] });
    const cell = (row: number, column: number, value: string): TreeCell => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      content: [text(value)],
    });
    const whole: TreeTable = {
      kind: "table",
      rows: 5,
      columns: 2,
      cells: [
        wide(0),
        cell(1, 0, "规章"),
        cell(1, 1, "3"),
        cell(2, 0, "许可"),
        cell(2, 1, "4"),
        wide(3),
        cell(4, 0, "处罚"),
        cell(4, 1, "5"),
      ],
      ragged: false,
    };
    expect(shown([whole])).toEqual([PROSE, "grid 2×2: 规章|3|许可|4", PROSE, "grid 1×2: 处罚|5"]);
    expect(blocksOf([whole])[3]).toMatchObject({ cells: [{ row: 0 }, { row: 0 }] });
  });

  test("pictures in a table of figures stand behind it, in a frame in its place", () => {
    const picture: TreeItem = { kind: "picture" };
    expect(shown([table(["图", [picture, text("说明")]])])).toEqual(["grid 1×2: 图|说明", "picture"]);
    expect(shown([table([[picture]])])).toEqual(["picture"]);
  });

  test("blank lines in a cell vanish beside text; a cell with nothing else keeps its blank", () => {
    expect(shown([table([[text("本年新"), text(""), text("制作数量")], [text("\u00a0")]])])).toEqual([
      "grid 1×2: 本年新\n制作数量|\u00a0",
    ]);
  });
});
