import { describe, expect, test } from "vitest";
import { buildGrid } from "../../test/builders/source-document.js";
import { columnMap } from "./column-map.js";
import { placeValues, type RowValues } from "./place-values.js";
import { rowsOf } from "./source-row.js";

const COLUMNS = ["a", "b", "c", "total"];
const SUMS = [{ total: "total", parts: ["a", "b", "c"] }];

function values(texts: readonly string[], rest: Partial<RowValues> = {}): RowValues {
  const [row] = rowsOf(buildGrid([texts]), 0);
  const base = { columns: COLUMNS, map: null, isRagged: true, areBlanksDropped: false, provedStart: null, sums: SUMS };
  return { ...base, values: row?.cells ?? [], ...rest };
}

const placed = (row: RowValues) => {
  const placing = placeValues(row);
  return [placing.kind, "cells" in placing ? placing.cells.map(({ cell }) => cell.text) : []];
};

describe("values without column lines", () => {
  test.each([
    ["as many cells as columns", ["1", "", "2", "3"], ["certain", ["1", "", "2", "3"]]],
    ["as many figures as columns between empty cells", ["", "1", "0", "2", "3", ""], ["certain", ["1", "0", "2", "3"]]],
    ["one figure too many, and only one window adds up", ["9", "1", "0", "2", "3"], ["window", ["1", "0", "2", "3"]]],
    ["one zero too many", ["0", "0", "0", "0", "0"], ["surplus", ["0", "0", "0", "0"]]],
    ["one figure too many, and no window adds up", ["9", "1", "0", "2", "7"], ["unproved", []]],
    ["too few figures", ["1", "3"], ["unproved", []]],
    ["only blanks", ["", "/", ""], ["empty", []]],
    ["strokes for nothing, with an empty cell left over", ["/", "5", "/", "5", ""], ["certain", ["/", "5", "/", "5"]]],
    ["a slip among the figures", ["1", "约2", "0", "3"], ["certain", ["1", "约2", "0", "3"]]],
  ])("%s", (_name, texts, expected) => {
    expect(placed(values(texts))).toEqual(expected);
  });

  test("two windows that add up to different rows prove nothing", () => {
    expect(placed(values(["1", "0", "0", "1", "1"], { sums: [] }))).toEqual(["unproved", []]);
  });

  test("where other rows prove the first column, single figures are placed", () => {
    const texts = ["", "", "", "5", "", "5"];
    expect(placed(values(texts))).toEqual(["unproved", []]);
    expect(placed(values(texts, { provedStart: 2 }))).toEqual(["certain", ["", "5", "", "5"]]);
    expect(placed(values(texts, { provedStart: 2, areBlanksDropped: true }))).toEqual(["unproved", []]);
  });
});

describe("values under heads", () => {
  const due = ["甲类", "乙类", "丙类", "总计"].map((label, at) => ({ id: COLUMNS[at] ?? "", spellings: [label] }));
  const mapOf = (heads: Parameters<typeof buildGrid>[0]) => columnMap(rowsOf(buildGrid(heads), 0), due);
  const under = (heads: Parameters<typeof buildGrid>[0], row: Parameters<typeof buildGrid>[0][number]) => {
    const rows = rowsOf(buildGrid([...heads, row]), 0);
    return placed(values([], { map: mapOf(heads), isRagged: false, values: rows.at(-1)?.cells.slice(1) ?? [] }));
  };

  test("stand where their heads stand", () => {
    expect(under([["", "甲类", "乙类", "丙类", "总计"]], ["行", "1", "", "2", "3"])).toEqual(["certain", ["1", "", "2", "3"]]);
  });

  test("a total printed first stays the total", () => {
    expect(under([["", "总计", "甲类", "乙类", "丙类"]], ["行", "3", "1", "", "2"])).toEqual(["certain", ["1", "", "2", "3"]]);
  });

  test("two heads that fit place the clipped ones", () => {
    expect(under([["", "甲类", "？", "丙", "总计"]], ["行", "1", "", "2", "3"])).toEqual(["certain", ["1", "", "2", "3"]]);
  });

  test("cells that are a sliver wider or narrower than their heads stay under them", () => {
    const heads = [
      ["", { text: "甲类", right: 3 }, { text: "乙类", right: 3 }, { text: "丙类", right: 3 }, { text: "总计", right: 3 }],
    ];
    const row = ["行", { text: "1", right: 4 }, { text: "0", right: 2 }, { text: "2", right: 3 }, { text: "3", right: 3 }];
    expect(under(heads, row)).toEqual(["certain", ["1", "0", "2", "3"]]);
  });

  test("figures that stand beside their heads are placed by order only when the sum agrees", () => {
    const heads = [["", "甲类", "乙类", "丙类", "总计"]];
    expect(under(heads, ["行", "1", "", "2", "3", "4"])).toEqual(["unproved", []]);
    expect(under(heads, ["行", "1", "", "2", "3", "6"])).toEqual(["byOrder", ["1", "2", "3", "6"]]);
  });

  test("heads that lost their spans are outweighed by a row that adds up in the order of the form", () => {
    const heads = [["", "甲类", "乙类", "总计", "丙类"]];
    expect(under(heads, ["行", "1", "0", "2", "3"])).toEqual(["byOrder", ["1", "0", "2", "3"]]);
    expect(under(heads, ["行", "1", "0", "3", "2"])).toEqual(["certain", ["1", "0", "2", "3"]]);
    expect(under(heads, ["行", "1", "0", "5", "2"])).toEqual(["certain", ["1", "0", "2", "5"]]);
  });

  test("heads that say nothing give no map", () => {
    expect(mapOf([["", "子", "丑", "寅", "卯"]])).toBeNull();
  });
});
