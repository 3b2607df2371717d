import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import { storeRehearsal } from "../../src/operations/store-rehearsal.js";
import { standingDocuments } from "../../src/register/normative-documents.js";
import { formatForYear } from "../../src/report/formats/index.js";
import { closedInstant } from "../../src/storage/stores/closed-instant.js";
import { loadDocuments, loadStandingDocuments, saveDocuments } from "../../src/storage/stores/document-store.js";
import { loadFigures, loadFiguresOfYear, saveFigures } from "../../src/storage/stores/figure-store.js";
import { rehearsedYear } from "../../src/tally/rehearsed-year.js";
import { addAgency, day } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

const AREA = ["A1", "A2", "A3"] as const;
const PLACE = { row: "art20_6.penalty", column: "decisions" };

let database: TestDatabase;
/** After the rehearsed year, and after it was corrected. */
let instants: readonly [string, string];

const instantNow = () => closedInstant(database, AREA);

beforeAll(async () => {
  database = await testDatabase();
  const format = formatForYear(2025);
  if (format === null) throw new Error("no format");
  for (const [at, agencyId] of [...AREA, "other"].entries()) {
    await addAgency(database, agencyId);
    const plan = { seed: at + 1, agencyId, year: 2025, requests: 1, format, calendar: STATE_COUNCIL_CALENDAR };
    await storeRehearsal(database, rehearsedYear(plan), { agencyId, recordedBy: "甲" });
  }
  const before = await instantNow();
  const entered = { ...PLACE, source: "填报" };
  await saveFigures(database, "A1", {
    figures: [
      { ...entered, id: "may", month: "2025-05", value: 901 },
      { ...entered, id: "may-again", month: "2025-05", value: 902 },
      { ...entered, id: "last-year", month: "2024-12", value: 903 },
    ],
    recordedBy: "甲",
  });
  const [first] = await loadDocuments(database, "A2");
  if (first === undefined) throw new Error("no document");
  const {
    sequence: version,
    recordedAt: _at,
    recordedBy: _by,
    ...document
  } = (await loadDocuments(database, "A2"))
    .filter(({ documentId }) => documentId === first.documentId)
    .reduce((one, other) => (one.sequence > other.sequence ? one : other));
  const repealed = { ...document, id: "repealed", repealedOn: day("2025-09-09"), version };
  await saveDocuments(database, "A2", { documents: [repealed], recordedBy: "甲" });
  instants = [before, await instantNow()];
});
afterAll(() => database.close());

const sorted = <One>(records: readonly One[]): unknown[] => records.map((one) => JSON.stringify(one)).sort();

describe("the figures of an area", () => {
  test("are the last ones by the instant for each month of the year, of its agencies and no other", async () => {
    for (const asOf of instants) {
      const standing = new Map<string, object>();
      for (const agencyId of AREA) {
        for (const figure of await loadFigures(database, agencyId)) {
          if (!figure.month.startsWith("2025-") || figure.recordedAt > asOf) continue;
          const { recordedAt: _at, recordedBy: _by, source: _source, reason: _reason, ...counted } = figure;
          standing.set([agencyId, figure.row, figure.column, figure.month].join("|"), { ...inOrder(counted), recordedAt: asOf });
        }
      }
      const loaded = await loadFiguresOfYear(database, { agencyIds: AREA, year: 2025, asOf });
      expect(loaded.length).toBeGreaterThan(100);
      expect(sorted(loaded.map(inOrder))).toEqual(sorted([...standing.values()].map(inOrder)));
    }
  });

  test("take the second of two entries for a month, and leave out those of other years", async () => {
    const [before, after] = instants;
    const may = async (asOf: string) =>
      (await loadFiguresOfYear(database, { agencyIds: AREA, year: 2025, asOf })).filter(
        ({ agencyId, row, column, month }) =>
          agencyId === "A1" && row === PLACE.row && column === PLACE.column && month === "2025-05",
      );
    expect(await may(after)).toMatchObject([{ id: "may-again", value: 902 }]);
    expect(await may(before)).not.toMatchObject([{ value: 902 }]);
    const all = await loadFiguresOfYear(database, { agencyIds: AREA, year: 2025, asOf: after });
    expect(all.filter(({ value }) => value === 901 || value === 903)).toEqual([]);
    expect(await loadFiguresOfYear(database, { agencyIds: [], year: 2025, asOf: after })).toEqual([]);
  });
});

describe("the documents of an area", () => {
  test("are as they stood at the instant, of its agencies and no other", async () => {
    for (const asOf of instants) {
      const expected: unknown[] = [];
      for (const agencyId of AREA) {
        const standing = standingDocuments(await loadDocuments(database, agencyId), asOf);
        expected.push(
          ...standing.map(({ documentId, kind, madeOn, publishedOn, repealedOn, sequence }) =>
            inOrder({ documentId, kind, madeOn, publishedOn, repealedOn, sequence, agencyId, recordedAt: asOf }),
          ),
        );
      }
      const loaded = await loadStandingDocuments(database, { agencyIds: AREA, asOf });
      expect(loaded.length).toBeGreaterThan(3);
      expect(sorted(loaded.map(inOrder))).toEqual(sorted(expected));
    }
  });

  test("say that one was repealed only from when that was written down", async () => {
    const repealed = async (asOf: string) =>
      (await loadStandingDocuments(database, { agencyIds: AREA, asOf })).filter(({ repealedOn }) => repealedOn === "2025-09-09");
    const [before, after] = instants;
    expect(await repealed(after)).toMatchObject([{ agencyId: "A2" }]);
    expect(await repealed(before)).toEqual([]);
  });
});

const inOrder = (record: object): object =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
