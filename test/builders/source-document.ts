import type { Block, FileKind, Grid, GridCell, SourceDocument } from "../../src/document/document.js";
import type { CellAddress, Format, TableId } from "../../src/report/format.js";

/** A cell that reaches over several columns or rows. */
export interface CellSpec {
  readonly text: string;
  readonly right?: number;
  readonly down?: number;
  readonly confidence?: number;
}

type RowSpec = readonly (string | CellSpec)[];

interface GridOptions {
  readonly ragged?: boolean;
  readonly blanksDropped?: boolean;
  /** The page of a pdf the grid stands on; a grid of a Word file without it. */
  readonly page?: number;
}

/** A grid written row by row as in html: a cell takes the next free column. */
export function buildGrid(rows: readonly RowSpec[], { ragged = false, blanksDropped, page }: GridOptions = {}): Grid {
  const cells: GridCell[] = [];
  const taken = new Set<string>();
  let columns = 0;
  rows.forEach((specs, row) => {
    let column = 0;
    for (const spec of specs) {
      const { text, right = 1, down = 1, confidence } = typeof spec === "string" ? { text: spec } : spec;
      while (taken.has(`${row}:${column}`)) column++;
      const place =
        page === undefined
          ? { kind: "cell" as const, table: 1, row: row + 1, column: column + 1 }
          : { kind: "page" as const, page };
      cells.push({
        row,
        column,
        rowSpan: down,
        columnSpan: right,
        text,
        place,
        ...(confidence === undefined ? {} : { confidence }),
      });
      for (let below = 0; below < down; below++) {
        for (let beside = 0; beside < right; beside++) taken.add(`${row + below}:${column + beside}`);
      }
      column += right;
      columns = Math.max(columns, column);
    }
  });
  return {
    kind: "grid",
    rows: rows.length,
    columns,
    cells,
    ragged,
    ...(blanksDropped === undefined ? {} : { blanksDropped }),
    place: page === undefined ? { kind: "cell", table: 1, row: 1, column: 1 } : { kind: "page", page },
  };
}

interface DocumentOptions {
  readonly kind?: FileKind;
  readonly metadata?: readonly (readonly [string, string])[];
}

/** A document of paragraphs (written as strings), grids and pictures. */
export function buildDocument(
  blocks: readonly (Block | string)[],
  { kind = "docx", metadata = [] }: DocumentOptions = {},
): SourceDocument {
  return {
    kind,
    blocks: blocks.map((block, index) =>
      typeof block === "string" ? { kind: "paragraph", text: block, place: { kind: "paragraph", paragraph: index + 1 } } : block,
    ),
    notes: [],
    metadata: new Map(metadata),
  };
}

/** The text of each cell of a form. */
export type TextAt = (address: CellAddress) => string;

/** The rows of a table as the national format prints them, with merged cells. */
export function formRows(format: Format, table: TableId, textAt: TextAt): RowSpec[] {
  switch (table) {
    case "proactive":
      return proactiveRows(format, textAt);
    case "requests":
      return requestsRows(format, textAt);
    case "review_litigation":
      return reviewRows(format, textAt);
    default:
      return table satisfies never;
  }
}

function proactiveRows(format: Format, textAt: TextAt): RowSpec[] {
  const { rows, columns } = format.tables.proactive;
  const result: RowSpec[] = [];
  let group: string | undefined;
  for (const row of rows) {
    const right = row.columns.length === 1 ? 3 : 1;
    if (row.group !== group) {
      group = row.group;
      result.push([{ text: group ?? "", right: 4 }]);
      result.push([
        "信息内容",
        ...row.columns.map((id) => ({ text: columns.find((column) => column.id === id)?.label ?? "", right })),
      ]);
    }
    result.push([
      row.label,
      ...row.columns.map((column) => ({ text: textAt({ table: "proactive", row: row.id, column }), right })),
    ]);
  }
  return result;
}

function requestsRows(format: Format, textAt: TextAt): RowSpec[] {
  const { rows, columns } = format.tables.requests;
  const heads = columns.map(({ label }) => label);
  const values = (row: string) => columns.map((column) => textAt({ table: "requests", row, column: column.id }));
  const inner = rows.slice(2, -1);
  const body = inner.map((row, index): RowSpec => {
    const opening = index === 0 ? [{ text: "三、本年度办理结果", down: inner.length }] : [];
    if (row.group === undefined) return [...opening, { text: row.label, right: 2 }, ...values(row.id)];
    const size = inner.filter(({ group }) => group === row.group).length;
    const isFirst = inner[index - 1]?.group !== row.group;
    return [...opening, ...(isFirst ? [{ text: row.group, down: size }] : []), row.label, ...values(row.id)];
  });
  const outer = (row: (typeof rows)[number] | undefined): RowSpec => [
    { text: row?.label ?? "", right: 3 },
    ...values(row?.id ?? ""),
  ];
  return [
    [
      { text: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", right: 3, down: 3 },
      { text: "申请人情况", right: 7 },
    ],
    [
      { text: heads[0] ?? "", down: 2 },
      { text: "法人或其他组织", right: 5 },
      { text: heads[6] ?? "", down: 2 },
    ],
    heads.slice(1, 6),
    outer(rows[0]),
    outer(rows[1]),
    ...body,
    outer(rows.at(-1)),
  ];
}

function reviewRows(format: Format, textAt: TextAt): RowSpec[] {
  const { rows, columns } = format.tables.review_litigation;
  const heads = columns.map(({ label }) => label);
  return [
    [
      { text: "行政复议", right: 5 },
      { text: "行政诉讼", right: 10 },
    ],
    [...heads.map((text) => ({ text, down: 2 })), { text: "未经复议直接起诉", right: 5 }, { text: "复议后起诉", right: 5 }],
    [...heads, ...heads],
    rows.flatMap((row) => columns.map((column) => textAt({ table: "review_litigation", row: row.id, column: column.id }))),
  ];
}

/** A whole report: title, the six sections, the three tables as printed. */
export function buildFormDocument(format: Format, textAt: TextAt, options: DocumentOptions = {}): SourceDocument {
  const [overview, proactive, requests, review, problems, other] = format.sections.map(({ label }) => label);
  const grid = (table: TableId) => buildGrid(formRows(format, table, textAt));
  return buildDocument(
    [
      `甲县乙局${format.reportYears.from}年政府信息公开工作年度报告`,
      overview ?? "",
      "本年度工作有序开展。",
      proactive ?? "",
      grid("proactive"),
      requests ?? "",
      grid("requests"),
      review ?? "",
      grid("review_litigation"),
      problems ?? "",
      "仍有不足。",
      other ?? "",
      "无。",
      "甲县乙局",
      `${format.reportYears.from + 1}年1月20日`,
    ],
    options,
  );
}
