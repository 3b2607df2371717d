import type {
  ColumnForm,
  Format,
  Label,
  RollForward,
  RowForm,
  SectionId,
  StandInRow,
  Sum,
  TableForm,
  TableId,
} from "./format.js";

interface TableSpec<Row extends string, Column extends string, Stand extends string> {
  readonly id: TableId;
  readonly section: SectionId;
  readonly heading: string;
  readonly columns: Readonly<Record<Column, Label & { kind?: ColumnForm["kind"]; unit?: "万元" }>>;
  readonly rows: Readonly<Record<Row, Label & { group?: string; columns?: readonly NoInfer<Column>[] }>>;
  readonly standIns?: Readonly<Record<Stand, Label & { insteadOf: readonly NoInfer<Row>[] }>>;
  readonly footings?: Readonly<Partial<Record<NoInfer<Row>, readonly NoInfer<Row>[]>>>;
  readonly crossFootings?: Readonly<Partial<Record<NoInfer<Column>, readonly NoInfer<Column>[]>>>;
  readonly rollForwards?: readonly { readonly [Part in keyof RollForward]: NoInfer<Row> }[];
}

const sums = (spec: Readonly<Partial<Record<string, readonly string[]>>> | undefined): Sum[] =>
  Object.entries(spec ?? {}).flatMap(([total, parts]) => (parts ? [{ total, parts }] : []));

/** Makes a table of a format. A misspelt row or column in a sum does not compile. */
export function defineTable<const Row extends string, const Column extends string, const Stand extends string = never>(
  spec: TableSpec<Row, Column, Stand>,
): TableForm {
  const columns = Object.entries<Label & { kind?: ColumnForm["kind"]; unit?: "万元" }>(spec.columns).map(
    ([id, { kind = "count", ...rest }]): ColumnForm => ({ id, kind, ...rest }),
  );
  const every = columns.map((column) => column.id);
  const rows = Object.entries<Label & { group?: string; columns?: readonly string[] }>(spec.rows).map(
    ([id, { columns: own = every, ...rest }]): RowForm => ({ id, columns: own, ...rest }),
  );
  const standIns = Object.entries<Label & { insteadOf: readonly string[] }>(spec.standIns ?? {}).map(
    ([id, rest]): StandInRow => ({ id, ...rest }),
  );
  return {
    id: spec.id,
    section: spec.section,
    heading: spec.heading,
    columns,
    rows,
    standIns,
    footings: sums(spec.footings),
    crossFootings: sums(spec.crossFootings),
    rollForwards: spec.rollForwards ?? [],
  };
}

/** Makes a format. An edition is one file of data: no code asks for the year. */
export function defineFormat(format: Format): Format {
  return format;
}
