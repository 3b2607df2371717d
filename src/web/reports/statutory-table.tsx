import { Tooltip } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";
import type { CellAddress, TableForm } from "../../report/format.js";
import type { LiveReport } from "./report-page.js";
import "./statutory-table.css";

type Finding = ReplyOf<typeof reportRoutes.readReportFindings>["findings"][number];
type Cell = LiveReport["cells"][number];

interface StatutoryTableProps {
  readonly table: TableForm;
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
  readonly open: (address: CellAddress) => void;
}

/** A table of the form with its figures: a blank says why it is blank and never looks like a zero. */
export function StatutoryTable({ table, cells, findings, open }: StatutoryTableProps) {
  const known = new Map(cells.filter((cell) => cell.table === table.id).map((cell) => [`${cell.row}/${cell.column}`, cell]));
  return (
    <section className="statutory">
      <h2>{table.heading}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {table.columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr
              key={row.id}
              className={row.group !== undefined && row.group !== table.rows[at - 1]?.group ? "begins-group" : undefined}
            >
              <th scope="row">
                {row.group !== undefined && <small>{row.group}</small>}
                {row.label}
              </th>
              {table.columns.map(({ id }) =>
                row.columns.includes(id) ? (
                  <td key={id}>
                    <Figure
                      cell={known.get(`${row.id}/${id}`)}
                      findings={findings.filter(
                        ({ at: place }) =>
                          place.kind === "cell" && place.table === table.id && place.row === row.id && place.column === id,
                      )}
                      open={() => open({ table: table.id, row: row.id, column: id })}
                    />
                  </td>
                ) : (
                  <td key={id} className="no-cell" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FigureProps {
  readonly cell: Cell | undefined;
  readonly findings: readonly Finding[];
  readonly open: () => void;
}

function Figure({ cell, findings, open }: FigureProps) {
  if (cell === undefined) return null;
  const said = [
    ...findings.map(({ message }) => message),
    ...(cell.value === null && cell.blank !== null ? [cell.blank] : []),
  ].join(" ");
  const figure = (
    <button
      type="button"
      className={`figure${findings.length > 0 ? " has-finding" : ""}${cell.value === null ? " is-blank" : ""}${cell.value === 0 ? " is-zero" : ""}`}
      onClick={open}
    >
      {cell.value === null ? "未填" : cell.value.toLocaleString("en", { maximumFractionDigits: 4 })}
    </button>
  );
  return said === "" ? figure : <Tooltip title={said}>{figure}</Tooltip>;
}
