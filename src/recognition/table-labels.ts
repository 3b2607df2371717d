import { recognisable } from "../document/normalise.js";
import type { Format, RowForm, StandInRow, TableForm, TableId } from "../report/format.js";
import { FORMATS } from "../report/formats/index.js";
import { labelNumbering, reducedForms, reducedLabel } from "./label.js";

/** A row of the form with the spellings its label is met in, reduced. */
export interface RowLabels {
  readonly id: string;
  readonly spellings: readonly string[];
  /** 「(六)」, 「3」, 「一」: tells 「（六）其他」 from 「3.其他」. */
  readonly numbering: string;
  readonly group: string;
  readonly columns: readonly string[];
  /** The rows a stand-in stands for; empty for the rows of the form itself. */
  readonly insteadOf: readonly string[];
}

/** The labels of a table of a format, ready for comparison. */
export interface TableLabels {
  readonly form: TableForm;
  /** In printed order; a stand-in comes before the rows it stands for. */
  readonly rows: readonly RowLabels[];
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly columnSpellings: ReadonlySet<string>;
}

const prepared = new Map<TableForm, TableLabels>();

/** The labels of one table of the form. */
export function tableLabels(format: Format, table: TableId): TableLabels {
  const form = format.tables[table];
  const known = prepared.get(form);
  if (known) return known;
  const labels = prepare(form);
  prepared.set(form, labels);
  return labels;
}

function prepare(form: TableForm): TableLabels {
  const columns = new Map(form.columns.map((column) => [column.id, reducedForms(column)]));
  const rows = form.rows.flatMap((row): RowLabels[] => {
    const standIn = form.standIns.find(({ insteadOf }) => insteadOf[0] === row.id);
    return [...(standIn ? [standInLabels(form, standIn)] : []), rowLabels(row)];
  });
  return { form, rows, columns, columnSpellings: new Set([...columns.values()].flat()) };
}

const rowLabels = (row: RowForm): RowLabels => ({
  id: row.id,
  spellings: reducedForms(row),
  numbering: labelNumbering(recognisable(row.label)),
  group: row.group === undefined ? "" : reducedLabel(row.group),
  columns: row.columns,
  insteadOf: [],
});

const standInLabels = (form: TableForm, standIn: StandInRow): RowLabels => ({
  id: standIn.id,
  spellings: reducedForms(standIn),
  numbering: labelNumbering(recognisable(standIn.label)),
  group: "",
  columns: form.columns.map(({ id }) => id),
  insteadOf: standIn.insteadOf,
});

/** Every spelling of every column and of every row of a table, in all formats: what opens it before the format is known. */
function spellingsInAllFormats(table: TableId): {
  readonly columns: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
} {
  const all = FORMATS.map((format) => tableLabels(format, table));
  return {
    columns: new Set(all.flatMap(({ columnSpellings }) => [...columnSpellings])),
    rows: new Set(all.flatMap(({ rows }) => rows.flatMap(({ spellings }) => spellings))),
  };
}

/** The same for the three tables. */
export const SPELLINGS: Readonly<Record<TableId, ReturnType<typeof spellingsInAllFormats>>> = {
  proactive: spellingsInAllFormats("proactive"),
  requests: spellingsInAllFormats("requests"),
  review_litigation: spellingsInAllFormats("review_litigation"),
};
