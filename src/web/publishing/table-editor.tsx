import { Button, Checkbox, Input } from "antd";
import type { ItemBlock, ItemCell } from "../../register/publishing/item-block.js";

type TableBlock = Extract<ItemBlock, { readonly kind: "table" }>;

/** A table, cell by cell. Tab goes on to the next cell; cells that span are kept as they came. */
export function TableEditor({ block, change }: { readonly block: TableBlock; readonly change: (block: TableBlock) => void }) {
  const { rows } = block;
  const width = Math.max(...rows.map((row) => row.length));
  const setCell = (at: number, column: number, text: string) =>
    change({
      ...block,
      rows: rows.map((row, y) => (y === at ? row.map((cell, x) => (x === column ? { ...cell, text } : cell)) : row)),
    });
  const isHeaded = rows[0]?.every(({ isHead }) => isHead === true) ?? false;
  const setHead = (isHead: boolean) =>
    change({ ...block, rows: rows.map((row, at) => (at === 0 ? row.map((cell) => headed(cell, isHead)) : row)) });
  return (
    <div className="table-editor">
      <Input
        variant="borderless"
        aria-label="表格的标题"
        placeholder="表格的标题（可不填）"
        value={block.caption ?? ""}
        onChange={({ target }) => change(captioned(block, target.value))}
      />
      <div className="document-table">
        <table>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={at}>
                {row.map((cell, column) => {
                  const Cell = cell.isHead ? "th" : "td";
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    <Cell key={column} rowSpan={cell.rowSpan} colSpan={cell.columnSpan}>
                      <Input.TextArea
                        variant="borderless"
                        autoSize
                        aria-label={`第 ${at + 1} 行第 ${column + 1} 格`}
                        value={cell.text}
                        onChange={({ target }) => setCell(at, column, target.value)}
                      />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="page-actions" style={{ alignItems: "center" }}>
        <Button
          size="small"
          onClick={() => change({ ...block, rows: [...rows, Array.from({ length: width }, () => ({ text: "" }))] })}
        >
          加一行
        </Button>
        <Button
          size="small"
          onClick={() => change({ ...block, rows: rows.map((row, at) => [...row, headed({ text: "" }, at === 0 && isHeaded)]) })}
        >
          加一列
        </Button>
        <Button size="small" disabled={rows.length < 2} onClick={() => change({ ...block, rows: rows.slice(0, -1) })}>
          删末行
        </Button>
        <Button
          size="small"
          disabled={width < 2}
          onClick={() => change({ ...block, rows: rows.map((row) => (row.length === width ? row.slice(0, -1) : row)) })}
        >
          删末列
        </Button>
        <Checkbox checked={isHeaded} onChange={({ target }) => setHead(target.checked)}>
          首行是表头
        </Checkbox>
      </div>
    </div>
  );
}

function headed({ isHead: _, ...cell }: ItemCell, isHead: boolean): ItemCell {
  return isHead ? { ...cell, isHead } : cell;
}

function captioned({ caption: _, ...block }: TableBlock, caption: string): TableBlock {
  return caption === "" ? block : { ...block, caption };
}
