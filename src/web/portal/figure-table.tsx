import type { ComponentChildren } from "preact";
import type { YearFigures } from "../../report/public-report.js";
import type { FigureColumn } from "./figure-groups.js";

interface FigureTableProps {
  /** What the picture beside it is called. */
  readonly title: string;
  /** What the rows are: years, agencies. */
  readonly of: { readonly name: string; readonly class: "year" | "agency" };
  readonly columns: readonly FigureColumn[];
  /** Null: nothing was reported there. */
  readonly rows: readonly { readonly key: string; readonly head: ComponentChildren; readonly figures: YearFigures | null }[];
}

/** The figures of a picture, row by row: a cell that was not filled in says so and is no 0. */
export function FigureTable({ title, of: { name, class: kind }, columns, rows }: FigureTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 asks for a way to scroll without a mouse
    <section class="wide" aria-label={`${title}：表`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" class={kind}>
              {name}
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" class="figure">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, figures }) => (
            <tr key={key}>
              <th scope="row" class={kind}>
                {head}
              </th>
              {figures === null ? (
                <td colSpan={columns.length} class="muted">
                  本网站没有这一年的报告
                </td>
              ) : (
                columns.map(({ id, of }) => (
                  <td key={id} class="figure">
                    {of(figures) ?? <span class="muted">未填</span>}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
