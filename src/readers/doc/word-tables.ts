import type { TreeItem, TreeTable } from "../table-tree.js";
import { damaged } from "./binary-view.js";
import { tableOfRows, type WordRow } from "./row-edges.js";
import type { WordParagraph } from "./word-paragraphs.js";

/** A table whose end has not been reached. */
interface OpenTable {
  readonly rows: WordRow[];
  cells: TreeItem[][];
  content: TreeItem[];
}

/** Gives the items that stand in a paragraph before its text: pictures, text boxes. */
export type ObjectItems = (paragraph: WordParagraph) => readonly TreeItem[];

/** Puts paragraphs into the tables they say they stand in. */
export function treeOf(paragraphs: Iterable<WordParagraph>, objectItems: ObjectItems): TreeItem[] {
  const root: TreeItem[] = [];
  const open: OpenTable[] = [];
  const container = () => open.at(-1)?.content ?? root;
  const close = () => {
    const table = open.pop();
    if (table) container().push(...closed(table));
  };
  for (const paragraph of paragraphs) {
    while (open.length > paragraph.properties.depth) close();
    while (open.length < paragraph.properties.depth) open.push({ rows: [], cells: [], content: [] });
    const table = open.at(-1);
    if (!paragraph.endsRow) container().push(...objectItems(paragraph), textItem(paragraph));
    if (!table) continue;
    if (paragraph.endsCell) endCell(table);
    if (paragraph.endsRow) endRow(table, paragraph);
  }
  while (open.length > 0) close();
  return root;
}

function textItem({ text, properties }: WordParagraph): TreeItem {
  return properties.level === null ? { kind: "text", text } : { kind: "text", text, level: properties.level };
}

function endCell(table: OpenTable): void {
  table.cells.push(table.content);
  table.content = [];
}

const isFilled = (content: readonly TreeItem[]): boolean =>
  content.some((item) => item.kind !== "text" || item.text.trim() !== "");

function endRow(table: OpenTable, { properties, deleted }: WordParagraph): void {
  if (table.content.length > 0) endCell(table);
  // Converters put the mark of a deleted row on the row before it as well: a row that still shows text was not deleted.
  if (!deleted || table.cells.some(isFilled)) table.rows.push({ cells: table.cells, definition: properties.row });
  table.cells = [];
}

/** A table cut off before the end of its last row still shows what was in it. */
function closed(table: OpenTable): readonly TreeItem[] {
  if (table.content.length > 0) endCell(table);
  if (table.cells.length > 0 && table.rows.length > 0) throw damaged("Word 表格缺少行尾");
  if (table.rows.length === 0) return table.cells.flat();
  const found: TreeTable | null = tableOfRows(table.rows);
  return found === null ? [] : [found];
}
