import type { PlainDate } from "../../src/law/plain-date.js";
import type { CaseEventBody } from "../../src/register/case-event.js";
import type { CaseFile } from "../../src/register/case-file.js";
import type { Proceeding } from "../../src/register/proceeding.js";
import { addressesOf, type Format } from "../../src/report/format.js";
import type { RegisterRecords } from "../../src/tally/tally-year.js";

type Counts = Map<string, number>;

/**
 * The tables of a year counted straight from the records, by loops of their own and without anything of the tally or of the folds of
 * the register: what the program counts is compared with this.
 */
export function countedByHand(records: RegisterRecords, format: Format, year: number): Counts {
  const counts: Counts = new Map([...addressesOf(format)].map(({ table, row, column }) => [`${table}|${row}|${column}`, 0]));
  const add = (key: string, value = 1): void => {
    const before = counts.get(key);
    if (before === undefined) throw new Error(`The form has no cell ${key}.`);
    counts.set(key, Math.round((before + value) * 10_000) / 10_000);
  };
  for (const file of records.requests) countRequest(file, { format, year, add });
  for (const proceeding of records.proceedings) countProceeding(proceeding, year, add);
  countDocuments(records, { format, year, add });
  countFigures(records, add);
  return counts;
}

interface Count {
  readonly format: Format;
  readonly year: number;
  readonly add: (key: string, value?: number) => void;
}

const UNSIGNED = ["online", "email", "fax", "ordinary_mail"];

function countRequest({ request, events }: CaseFile, { format, year, add }: Count): void {
  const bodies = new Map<string, CaseEventBody>();
  for (const { id, body } of events) {
    if (body.type !== "corrected") bodies.set(id, body);
    else if (body.replacement === null) bodies.delete(body.eventId);
    else bodies.set(body.eventId, body.replacement);
  }
  let receivedOn: PlainDate | null = null;
  let ended: { on: PlainDate; row: string } | null = null;
  const end = (on: PlainDate, row: string): void => {
    if (ended === null || on < ended.on) ended = { on, row };
  };
  for (const body of bodies.values()) {
    if (body.type === (UNSIGNED.includes(request.channel) ? "confirmed" : "received")) receivedOn = body.on;
    if (body.type === "decided") end(body.on, body.outcome);
    if (body.type === "withdrawn") end(body.on, "other.misc");
    if (body.type === "clarification-lapsed") end(body.on, "other.no_correction");
    if (body.type === "fee-lapsed") end(body.on, "other.no_payment");
  }
  if (receivedOn === null) return;
  const [came, { on, row }] = [yearIn(receivedOn), ended ?? { on: "9999-12-31", row: "" }];
  if (came > year || yearIn(on) < year) return;
  const rows = [came === year ? "new_received" : "carried_in"];
  if (yearIn(on) > year) rows.push("carried_out");
  else {
    const isThere = format.tables.requests.rows.some(({ id }) => id === row);
    rows.push(isThere ? row : (row.split(".")[0] ?? ""), "results_total");
  }
  for (const one of rows) for (const column of [request.requester.kind, "total"]) add(`requests|${one}|${column}`);
}

function countProceeding({ kind, route, isCoDefendant, events }: Proceeding, year: number, add: Count["add"]): void {
  if (isCoDefendant) return;
  let [filed, ended, result] = [9999, 9999, "pending"];
  for (const { body } of events) {
    if (body.type === "filed") filed = yearIn(body.on);
    if (yearIn(body.on) > year) continue;
    if (body.type === "concluded") [ended, result] = [yearIn(body.on), body.result];
    if (body.type === "appealed") [ended, result] = [9999, "pending"];
  }
  if (filed > year || ended < year) return;
  for (const column of [result, "total"]) {
    add(`review_litigation|${kind === "reconsideration" ? "review" : route}|${column}`);
  }
}

function countDocuments({ documents }: RegisterRecords, { format, year, add }: Count): void {
  const last = new Map<string, (typeof documents)[number]>();
  for (const record of documents) {
    if (record.sequence > (last.get(record.documentId)?.sequence ?? 0)) last.set(record.documentId, record);
  }
  for (const { kind, madeOn, publishedOn, repealedOn } of last.values()) {
    const row = `art20_1.${kind}`;
    const [made, published, repealed] = [madeOn, publishedOn, repealedOn].map((day) => (day === null ? 9999 : yearIn(day)));
    const holds: Readonly<Record<string, boolean>> = {
      made: made === year,
      repealed: repealed === year,
      valid: (made ?? 9999) <= year && (repealed ?? 9999) > year,
      newly_public: published === year,
      total_public: (published ?? 9999) <= year,
    };
    for (const column of format.tables.proactive.rows.find(({ id }) => id === row)?.columns ?? []) {
      if (holds[column]) add(`proactive|${row}|${column}`);
    }
  }
}

function countFigures({ figures }: RegisterRecords, add: Count["add"]): void {
  const last = new Map<string, { cell: string; value: number; sequence: number }>();
  for (const { row, column, month, value, sequence } of figures) {
    const place = `${row}|${column}|${month}`;
    if (sequence > (last.get(place)?.sequence ?? 0)) last.set(place, { cell: `proactive|${row}|${column}`, value, sequence });
  }
  for (const { cell, value } of last.values()) add(cell, value);
}

const yearIn = (day: string): number => Number(day.slice(0, 4));
