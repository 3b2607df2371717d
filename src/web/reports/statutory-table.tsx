import { Tooltip } from "antd";
import { Fragment } from "react";
import type { CellAddress, RowForm, TableForm } from "../../report/format.js";
import { FindingMark } from "./finding-mark.js";
import { type Finding, placeKey } from "./finding-places.js";
import type { LiveReport } from "./report-page.js";
import { useSought } from "./use-sought.js";
import "./statutory-table.css";

type Cell = LiveReport["cells"][number];

interface StatutoryTableProps {
  readonly table: TableForm;
  readonly cells: readonly Cell[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The cells the finding speaks of that somebody came from. */
  readonly involved: ReadonlySet<string>;
  readonly open: (address: CellAddress) => void;
}

/** The form prints it over the rows of the results; the format knows them as what the roll-forward resolves. */
const RESULTS_HEAD = "三、本年度办理结果";

/** A table of the form with its figures: a blank says why it is blank and never looks like a zero; findings stand at their cells. */
export function StatutoryTable({ table, cells, findings, involved, open }: StatutoryTableProps) {
  const known = new Map(cells.filter((cell) => cell.table === table.id).map((cell) => [`${cell.row}/${cell.column}`, cell]));
  const whole = findings.get(placeKey({ kind: "section", section: table.section, place: null })) ?? [];
  const firstResult = table.rows[table.rows.findIndex(({ id }) => id === table.rollForwards[0]?.broughtForward) + 1]?.id;
  return (
    <section className="statutory">
      <h2>
        {table.heading} <FindingMark findings={whole} />
      </h2>
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
            <Fragment key={row.id}>
              {table.rollForwards.length > 0 && row.id === firstResult && (
                <tr className="results-head">
                  <th scope="rowgroup" colSpan={table.columns.length + 1}>
                    {RESULTS_HEAD}
                  </th>
                </tr>
              )}
              <tr className={beginsGroup(row, table.rows[at - 1]) ? "begins-group" : undefined}>
                <th scope="row">
                  {row.group !== undefined && <small>{row.group}</small>}
                  {row.label}
                </th>
                {table.columns.map(({ id }) => {
                  const address = { table: table.id, row: row.id, column: id };
                  const key = placeKey({ kind: "cell", ...address });
                  return row.columns.includes(id) ? (
                    <FigureCell
                      key={id}
                      place={key}
                      cell={known.get(`${row.id}/${id}`)}
                      findings={findings.get(key) ?? []}
                      isInvolved={involved.has(key)}
                      open={() => open(address)}
                    />
                  ) : (
                    <td key={id} className="no-cell" />
                  );
                })}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const beginsGroup = ({ group }: RowForm, before: RowForm | undefined): boolean => group !== undefined && group !== before?.group;

interface FigureCellProps {
  /** Its name in addresses. */
  readonly place: string;
  readonly cell: Cell | undefined;
  readonly findings: readonly Finding[];
  readonly isInvolved: boolean;
  readonly open: () => void;
}

function FigureCell({ place, cell, findings, isInvolved, open }: FigureCellProps) {
  const [at, isSought] = useSought<HTMLTableCellElement>("at", place);
  const [first] = findings;
  const ground = first === undefined ? "" : ` has-${first.reason === null ? first.severity : "answered"}`;
  return (
    <td ref={at} className={`${isSought ? "is-sought" : isInvolved ? "is-involved" : ""}${ground}`}>
      {cell !== undefined && <Figure cell={cell} open={open} />}
      <FindingMark findings={findings} />
    </td>
  );
}

interface FigureProps {
  readonly cell: Cell;
  readonly open: () => void;
}

function Figure({ cell: { value, blank }, open }: FigureProps) {
  const isBlank = value === null;
  const figure = (
    <button
      type="button"
      className={`figure${isBlank ? " is-blank" : ""}${value === 0 ? " is-zero" : ""}`}
      aria-label={isBlank && blank !== null ? `未填：${blank}` : undefined}
      onClick={open}
    >
      {isBlank ? "未填" : value.toLocaleString("en", { maximumFractionDigits: 4 })}
    </button>
  );
  return isBlank && blank !== null ? <Tooltip title={blank}>{figure}</Tooltip> : figure;
}
