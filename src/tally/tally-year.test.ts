import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import type { CaseEventBody } from "../register/case-event.js";
import type { CaseFile } from "../register/case-file.js";
import type { Proceeding } from "../register/proceeding.js";
import { addressesOf, type Format } from "../report/format.js";
import { annualReport2019 } from "../report/formats/annual-report-2019.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { rehearsedYear } from "./rehearsed-year.js";
import { cellsByRecord, type TallyResult } from "./tally-result.js";
import type { RegisterRecords } from "./tally-year.js";
import { tallyYear } from "./tally-year.js";

const AGENCY = "a1";
const AS_OF = "2026-01-20T08:00:00.000Z";

const rehearse = (seed: number, format: Format, requests = 120): RegisterRecords =>
  rehearsedYear({ seed, agencyId: AGENCY, year: 2025, requests, format, calendar: STATE_COUNCIL_CALENDAR });

const tally = (register: RegisterRecords, format: Format, asOf = AS_OF): TallyResult =>
  tallyYear({ agencyId: AGENCY, year: 2025, asOf, format, register });

/** What an event list says at an instant, found the slow way: every event is looked up among all later corrections of it. */
function bodiesAt(events: CaseFile["events"], asOf: string): CaseEventBody[] {
  const known = events.filter(({ recordedAt }) => recordedAt <= asOf);
  return known.flatMap(({ id, body }) => {
    if (body.type === "corrected") return [];
    const last = known.findLast(({ body: later }) => later.type === "corrected" && later.eventId === id);
    if (last === undefined) return [body];
    return last.body.type === "corrected" && last.body.replacement !== null ? [last.body.replacement] : [];
  });
}

/** Table three by brute force: of every request the day it came in and the day it ended, with no code of the tally or the register. */
function bruteRequests(files: readonly CaseFile[], asOf: string, hasOneOther: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (row: string, column: string): void => {
    for (const cell of [`${row}|${column}`, `${row}|total`]) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  };
  for (const { request, events } of files) {
    const bodies = bodiesAt(events, asOf);
    const dayOf = (type: string): string | null => bodies.find((body) => body.type === type)?.on ?? null;
    const needsConfirmation = ["online", "email", "fax", "ordinary_mail"].includes(request.channel);
    const arrived = dayOf("received");
    const confirmed = dayOf("confirmed");
    let received = needsConfirmation ? confirmed : arrived;
    const ends: { on: string; row: string }[] = [];
    for (const body of bodies) {
      if (body.type === "decided") ends.push({ on: body.on, row: body.outcome });
      if (body.type === "withdrawn") ends.push({ on: body.on, row: "other.misc" });
      if (body.type === "clarification-lapsed") ends.push({ on: body.on, row: "other.no_correction" });
      if (body.type === "fee-lapsed") ends.push({ on: body.on, row: "other.no_payment" });
    }
    const [end] = ends.sort((one, other) => (one.on < other.on ? -1 : 1));
    if (end && (received === null || received > end.on)) received = end.on;
    if (received === null || received > "2025-12-31") continue;
    if (received < "2025-01-01" && end && end.on < "2025-01-01") continue;
    const { kind } = request.requester;
    add(received < "2025-01-01" ? "carried_in" : "new_received", kind);
    if (end && end.on <= "2025-12-31") {
      add(hasOneOther && end.row.startsWith("other.") ? "other" : end.row, kind);
      add("results_total", kind);
    } else add("carried_out", kind);
  }
  return counts;
}

function bruteProceedings(proceedings: readonly Proceeding[], asOf: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, route, isCoDefendant, events } of proceedings) {
    const known = events.filter(({ recordedAt, body }) => recordedAt <= asOf && body.on <= "2025-12-31").map(({ body }) => body);
    if (isCoDefendant || !known.some(({ type }) => type === "filed")) continue;
    const last = known
      .filter(({ type }) => type === "concluded" || type === "appealed")
      .sort((one, other) => (one.on < other.on ? -1 : 1))
      .at(-1);
    const column = last?.type === "concluded" ? last.result : "pending";
    if (last?.type === "concluded" && last.on < "2025-01-01") continue;
    const row = kind === "reconsideration" ? "review" : route;
    for (const cell of [`${row}|${column}`, `${row}|total`]) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

function bruteProactive({ documents, figures }: RegisterRecords, asOf: string): Map<string, number> {
  const counts = new Map<string, number>();
  const latest = documents
    .filter(({ recordedAt }) => recordedAt <= asOf)
    .filter(
      (one, _at, known) => !known.some(({ documentId, sequence }) => documentId === one.documentId && sequence > one.sequence),
    );
  const number = (column: string, list: readonly unknown[]): void =>
    void counts.set(`art20_1.normative_docs|${column}`, list.length);
  const isThisYear = (day: string | null): boolean => day?.startsWith("2025-") ?? false;
  number(
    "made",
    latest.filter(({ madeOn }) => isThisYear(madeOn)),
  );
  number(
    "repealed",
    latest.filter(({ repealedOn }) => isThisYear(repealedOn)),
  );
  number(
    "newly_public",
    latest.filter(({ publishedOn }) => isThisYear(publishedOn)),
  );
  number(
    "total_public",
    latest.filter(({ publishedOn }) => publishedOn !== null && publishedOn <= "2025-12-31"),
  );
  number(
    "valid",
    latest.filter(({ madeOn, repealedOn }) => madeOn <= "2025-12-31" && !(repealedOn !== null && repealedOn <= "2025-12-31")),
  );
  const tenThousandths = new Map<string, bigint>();
  for (const one of figures.filter(({ recordedAt }) => recordedAt <= asOf)) {
    const isReplaced = figures.some(
      (other) =>
        other.row === one.row &&
        other.column === one.column &&
        other.month === one.month &&
        other.recordedAt <= asOf &&
        other.sequence > one.sequence,
    );
    if (isReplaced) continue;
    const key = `${one.row}|${one.column}`;
    tenThousandths.set(key, (tenThousandths.get(key) ?? 0n) + BigInt(Math.round(one.value * 10_000)));
  }
  for (const [key, sum] of tenThousandths) counts.set(key, Number(sum) / 10_000);
  return counts;
}

describe.each([annualReport2021, annualReport2019])("the tables of $id", (format) => {
  test("are what an independent count of the same register finds, cell by cell", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const register = rehearse(seed, format);
        const expected = {
          requests: bruteRequests(register.requests, AS_OF, format.id === "f2019"),
          review_litigation: bruteProceedings(register.proceedings, AS_OF),
          proactive: bruteProactive(register, AS_OF),
        };
        const result = tally(register, format);
        expect(result.cells.map(({ table, row, column }) => ({ table, row, column }))).toEqual([...addressesOf(format)]);
        for (const { table, row, column, value } of result.cells) {
          expect([table, row, column, value]).toEqual([table, row, column, expected[table].get(`${row}|${column}`) ?? 0]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("always foot, cross-foot and roll forward", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 80 }), (seed, requests) => {
        const { cells } = tally(rehearse(seed, format, requests), format);
        const value = (row: string, column: string): number =>
          cells.find((cell) => cell.table === "requests" && cell.row === row && cell.column === column)?.value ?? Number.NaN;
        const form = format.tables.requests;
        for (const { id } of form.columns) {
          expect(value("new_received", id) + value("carried_in", id)).toBe(value("results_total", id) + value("carried_out", id));
          for (const { total, parts } of form.footings) {
            expect(parts.reduce((sum, part) => sum + value(part, id), 0)).toBe(value(total, id));
          }
        }
        for (const { id } of form.rows) {
          for (const { total, parts } of form.crossFootings) {
            expect(parts.reduce((sum, part) => sum + value(id, part), 0)).toBe(value(id, total));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

test("the same instant gives the same tables after whatever was recorded later", () => {
  const instants = fc
    .integer({ min: 0, max: 420 })
    .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString());
  fc.assert(
    fc.property(fc.nat(), instants, (seed, asOf) => {
      const whole = rehearse(seed, annualReport2021);
      const then: RegisterRecords = {
        requests: whole.requests
          .map((file) => ({ ...file, events: file.events.filter(({ recordedAt }) => recordedAt <= asOf) }))
          .filter(({ events }) => events.length > 0),
        proceedings: whole.proceedings.map((one) => ({
          ...one,
          events: one.events.filter(({ recordedAt }) => recordedAt <= asOf),
        })),
        documents: whole.documents.filter(({ recordedAt }) => recordedAt <= asOf),
        figures: whole.figures.filter(({ recordedAt }) => recordedAt <= asOf),
      };
      expect(tally(whole, annualReport2021, asOf)).toEqual(tally(then, annualReport2021, asOf));
    }),
    { numRuns: 40 },
  );
});

test("every request stands in exactly one row of results or is carried forward, and says so", () => {
  const register = rehearse(7, annualReport2021, 300);
  const result = tally(register, annualReport2021);
  const results = new Set(annualReport2021.tables.requests.footings[0]?.parts);
  const byRecord = cellsByRecord(result);
  for (const { request } of register.requests) {
    const cells = (byRecord.get(request.id) ?? []).filter(({ column }) => column !== "total");
    const entrances = cells.filter(({ row }) => row === "new_received" || row === "carried_in");
    const exits = cells.filter(({ row }) => results.has(row) || row === "carried_out");
    expect(exits).toHaveLength(entrances.length);
    expect(entrances.length).toBeLessThanOrEqual(1);
    if (entrances.length === 0) expect(result.doubts.filter(({ record }) => record === request.id).length).toBeLessThanOrEqual(1);
  }
});

test("counts are the numbers of the records behind them", () => {
  const { cells } = tally(rehearse(11, annualReport2021, 200), annualReport2021);
  for (const { table, value, records } of cells) {
    if (table === "proactive") continue;
    expect(value).toBe(records.length);
    expect(new Set(records).size).toBe(records.length);
  }
});

test("letters and pieces are both counted", () => {
  const register = rehearse(3, annualReport2021, 300);
  const { received, cells } = tally(register, annualReport2021);
  const came = cells.find(({ row, column }) => row === "new_received" && column === "total");
  expect(received.pieces).toBe(came?.value);
  const letters = new Map(register.requests.map(({ request }) => [request.id, request.letterId]));
  expect(received.letters).toBe(new Set(came?.records.map((id) => letters.get(id))).size);
  expect(received.letters).toBeLessThan(received.pieces);
});
