import { AppError } from "../../errors.js";
import { tableName } from "../../findings/whereabouts-text.js";
import { formatOf } from "../../report/composed-report.js";
import { type CellAddress, columnLabel, rowLabel } from "../../report/format.js";
import { loadCase } from "../../storage/stores/case-store.js";
import { summariesOf } from "../../storage/stores/case-summary-store.js";
import { loadDocuments } from "../../storage/stores/document-store.js";
import { loadFigures } from "../../storage/stores/figure-store.js";
import { loadProceeding } from "../../storage/stores/proceeding-store.js";
import { cellsByRecord, type TalliedCell, type TallyResult, talliedCell } from "../../tally/tally-result.js";
import type { Actor, Office } from "../office.js";
import { recordsBehind } from "../tally-details.js";
import { type RegisterTally, tallyOf } from "../tally-register.js";
import type { ReportQuestion } from "./draft-report.js";
import { wholeEdition } from "./editions.js";

export type RecordKind = "request" | "proceeding" | "document" | "figure";

/** A record behind a cell, as a list shows it. Nothing of the requester. */
export interface RecordBehind {
  readonly id: string;
  readonly kind: RecordKind;
  readonly agencyId: string;
  readonly number: string;
  readonly title: string;
  readonly on: string | null;
}

interface CellQuestion extends ReportQuestion, CellAddress {
  /** The cell as it was frozen in this edition; left out: as it is counted now. */
  readonly edition?: number | undefined;
  /** The records from this one on, counted from 0. */
  readonly from: number;
  readonly limit: number;
}

export interface CellOpened {
  readonly cell: TalliedCell;
  readonly records: readonly RecordBehind[];
  /** Where the next part begins; null at the end. */
  readonly next: number | null;
}

/** The records a cell is counted from, part by part. */
export async function cellRecords(office: Office, _actor: Actor, question: CellQuestion): Promise<CellOpened> {
  const { from, limit, table, row, column } = question;
  const { tally, idsOf } = await tallyAsked(office, question);
  const cell = talliedCell(tally, { table, row, column });
  if (cell === undefined) throw new AppError("RECORD_UNKNOWN", { id: `${table}/${row}/${column}`, kind: "单元格" });
  const all = await inOrder(office, table, await idsOf(cell));
  const ids = all.slice(from, from + limit);
  return {
    cell: { ...cell, records: all },
    records: await recordsOf(office, tally, { cell, ids }),
    next: from + limit < all.length ? from + limit : null,
  };
}

/** Requests in the order of their numbers, 2号 before 10号: by their ids they would stand in no order a person knows. */
async function inOrder({ database }: Office, table: CellAddress["table"], ids: readonly string[]): Promise<readonly string[]> {
  if (table !== "requests" || ids.length > MOST_IN_ORDER) return ids;
  const numbers = new Map((await summariesOf(database, ids)).map(({ caseId, number }) => [caseId, number]));
  const numberOf = (id: string): string => numbers.get(id) ?? id;
  return ids.toSorted((one, other) => NATURAL.compare(numberOf(one), numberOf(other)));
}

/** The cell of a province has a hundred thousand: nobody reads them in order, and every page would read all their numbers. */
const MOST_IN_ORDER = 5_000;
const NATURAL = new Intl.Collator("zh-CN", { numeric: true });

interface Asked {
  readonly tally: TallyResult;
  readonly counted: RegisterTally | null;
  /** The records of a cell; of a whole area they are counted when asked for. */
  readonly idsOf: (cell: TalliedCell) => Promise<readonly string[]>;
}

/** The tally of an edition as it was frozen, or of the register at an instant. */
async function tallyAsked(
  { database }: Office,
  { agencyId, year, asOf, edition }: ReportQuestion & { readonly edition?: number | undefined },
): Promise<Asked> {
  const frozen = edition === undefined ? null : (await wholeEdition(database, { agencyId, year, edition })).body.tally;
  if (frozen !== null && frozen.logEnds === undefined) {
    return { tally: frozen, counted: null, idsOf: async ({ records }) => records };
  }
  const instant = frozen?.asOf ?? (asOf === undefined ? null : new Date(asOf).toISOString());
  const counted = await tallyOf(database, { agencyId, year, asOf: instant });
  const idsOf = async (cell: TalliedCell): Promise<readonly string[]> => {
    const ids: string[] = [];
    for await (const { records } of recordsBehind(database, counted, cell)) for (const id of records) ids.push(id);
    return ids;
  };
  return { tally: frozen ?? counted.tally, counted, idsOf };
}

interface RecordsAsked {
  readonly cell: Pick<CellAddress, "table" | "row">;
  readonly ids: readonly string[];
}

/** Records of a cell by their ids, as a list shows them. */
export async function recordsOf(
  { database }: Office,
  tally: TallyResult,
  { cell: { table, row }, ids }: RecordsAsked,
): Promise<RecordBehind[]> {
  if (ids.length === 0) return [];
  switch (table) {
    case "requests":
      return inTurn(ids, async (id) => {
        const request = (await loadCase(database, id))?.request;
        if (request === undefined) return null;
        const { agencyId, number, description, arrivedOn } = request;
        return { id, kind: "request", agencyId, number, title: description, on: arrivedOn };
      });
    case "review_litigation":
      return inTurn(ids, async (id) => {
        const proceeding = await loadProceeding(database, id);
        if (proceeding === null) return null;
        const { agencyId, number, forum, events } = proceeding;
        const filed = events.find(({ body }) => body.type === "filed");
        return { id, kind: "proceeding", agencyId, number, title: forum, on: filed?.body.on ?? null };
      });
    case "proactive":
      return publishedBehind(database, tally, { row, ids });
    default:
      return table satisfies never;
  }
}

async function inTurn(ids: readonly string[], load: (id: string) => Promise<RecordBehind | null>): Promise<RecordBehind[]> {
  const records: RecordBehind[] = [];
  for (const id of ids) {
    const record = await load(id);
    if (record !== null) records.push(record);
  }
  return records;
}

/** Rows of 第二十条第（一）项 are counted from documents, all others from figures entered by month. */
async function publishedBehind(
  database: Office["database"],
  { countedAgencies, format }: TallyResult,
  { row, ids }: { readonly row: string; readonly ids: readonly string[] },
): Promise<RecordBehind[]> {
  const wanted = new Set(ids);
  const found = new Map<string, RecordBehind>();
  for (const agencyId of countedAgencies) {
    for (const { documentId: id, number, title, madeOn } of await loadDocuments(database, agencyId)) {
      if (wanted.has(id)) found.set(id, { id, kind: "document", agencyId, number, title, on: madeOn });
    }
    if (found.size === wanted.size) break;
    const form = formatOf({ format }).tables.proactive;
    for (const { id, column, month, value, source } of await loadFigures(database, agencyId)) {
      const title = `${rowLabel(form, row)} · ${columnLabel(form, column)}：${value}（${source}）`;
      if (wanted.has(id)) found.set(id, { id, kind: "figure", agencyId, number: month, title, on: `${month}-01` });
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

export interface RecordPlaced {
  readonly cells: readonly (CellAddress & { readonly where: string })[];
  /** Why it stands in none, or a person should look at it. */
  readonly doubts: readonly string[];
}

/** Which cells of the year a record stands in, totals included. */
export async function recordCells(
  office: Office,
  _actor: Actor,
  question: ReportQuestion & { readonly recordId: string },
): Promise<RecordPlaced> {
  const { recordId } = question;
  const tally = await tallyNaming(office, question);
  const format = formatOf(tally);
  const cells = (cellsByRecord(tally).get(recordId) ?? []).map(({ table, row, column }) => {
    const form = format.tables[table];
    return { table, row, column, where: `${tableName(table)} · ${rowLabel(form, row)} · ${columnLabel(form, column)}` };
  });
  return { cells, doubts: tally.doubts.filter(({ record }) => record === recordId).map(({ message }) => message) };
}

/** A tally that names its records: of a whole area that of the agency the record belongs to. */
async function tallyNaming(office: Office, question: ReportQuestion & { readonly recordId: string }): Promise<TallyResult> {
  const { database } = office;
  const { tally, counted } = await tallyAsked(office, question);
  if (tally.logEnds === undefined || counted === null) return tally;
  const { recordId, year } = question;
  const owner = (await loadCase(database, recordId))?.request.agencyId ?? (await loadProceeding(database, recordId))?.agencyId;
  const member = counted.counting.members.find(({ agencies }) => agencies.some(({ agencyId }) => agencyId === owner));
  if (member === undefined) return tally;
  return (await tallyOf(database, { agencyId: member.agencyId, year, asOf: tally.asOf })).tally;
}
