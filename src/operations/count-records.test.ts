import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agency, day } from "../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../test/storage/test-database.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import type { Agency } from "../register/agency.js";
import type { CaseFile } from "../register/case-file.js";
import { formatForYear } from "../report/formats/index.js";
import { saveAgencies } from "../storage/stores/agency-store.js";
import { differingCourses, rebuildCourses } from "../storage/stores/case-course-store.js";
import { areaAgencies, yearEnd } from "../tally/counted-agency.js";
import { openingOf } from "../tally/open-books.js";
import type { Opening } from "../tally/opening.js";
import { rehearsedYear } from "../tally/rehearsed-year.js";
import { areaPlan, namesOf, tallyArea } from "../tally/tally-area.js";
import { inNumbers, type TallyResult } from "../tally/tally-result.js";
import { tallyYear } from "../tally/tally-year.js";
import { countArea } from "./count-area.js";
import { countReporter, type YearQuestion } from "./count-records.js";
import { recordsBehind } from "./tally-details.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

interface Area {
  readonly agencies: readonly Agency[];
  readonly city: string;
  /** In the order of agencies and ids, as the database gives them. */
  readonly requests: readonly CaseFile[];
}

/** A city with three bureaus, one of which went up in another on 1 July 2025; two years of requests with their late entries and corrections. */
async function invented(seed: number): Promise<Area> {
  const city = `s${seed}-city`;
  const bureau = (id: string, more: Partial<Agency> = {}): Agency => ({
    ...agency(`s${seed}-${id}`),
    parents: [{ value: city, from: day("2000-01-01"), until: null }],
    ...more,
  });
  const agencies: Agency[] = [
    { ...agency(city), kind: "local-government" },
    bureau("forest"),
    bureau("garden", { successor: { agencyId: `s${seed}-forest`, from: day("2025-07-01") } }),
    bureau("water"),
  ];
  await saveAgencies(
    database,
    agencies.map((one) => ({ agency: one, version: 0 })),
    { recordedBy: "甲" },
  );
  const requests = agencies.flatMap(({ id: agencyId }, at) =>
    [2024, 2025]
      .flatMap((year) => {
        const format = formatForYear(year);
        if (format === null) throw new Error("no format");
        return rehearsedYear({ seed: seed * 10 + at, agencyId, year, requests: 25, format, calendar: STATE_COUNCIL_CALENDAR })
          .requests;
      })
      .map((file, index) => mishandled(file, seed + index))
      .sort((one, other) => (one.request.id < other.request.id ? -1 : 1)),
  );
  await writePast(requests);
  return { agencies, city, requests };
}

/** Now and then what ought not to be: an outcome no form knows, a file nobody confirmed, a year-old receipt written down today. */
function mishandled(file: CaseFile, chance: number): CaseFile {
  const [first, ...rest] = file.events;
  if (first === undefined) return file;
  const events = file.events.map((event) =>
    chance % 11 === 0 && event.body.type === "decided" ? { ...event, body: { ...event.body, outcome: "invented.row" } } : event,
  );
  if (chance % 13 === 0) return { ...file, events: events.filter(({ body }) => body.type !== "confirmed") };
  if (chance % 7 !== 0) return { ...file, events };
  return { ...file, events: [first, ...rest].map((event) => ({ ...event, recordedAt: laterYear(event.recordedAt) })) };
}

const YEAR = 365 * 24 * 60 * 60 * 1000;
const laterYear = (instant: string): string => new Date(Date.parse(instant) + YEAR).toISOString();

/** Writes files with instants of their own, which the stores would not. */
async function writePast(files: readonly CaseFile[]): Promise<void> {
  const { db, keys } = database;
  await db.transaction().execute(async (trx) => {
    for (const { request, events } of files) {
      const { id, agencyId, letterId, number, channel, arrivedOn, requester } = request;
      const recorded = { chain_id: agencyId, recorded_at: events[0]?.recordedAt ?? "", recorded_by: "甲" };
      const sealed = await keys.seal(trx, id, requester);
      const plain = {
        id,
        letter_id: letterId,
        number,
        channel,
        arrived_on: arrivedOn,
        requester_kind: requester.kind,
        body: "{}",
      };
      await trx
        .insertInto("case_file")
        .values({ ...plain, ...recorded, ...sealed })
        .execute();
      await trx
        .insertInto("case_event")
        .values(
          events.map(({ id: event, sequence, recordedAt, recordedBy, body }) => ({
            ...{ id: event, case_id: id, sequence, chain_id: agencyId, body: JSON.stringify(body) },
            ...{ recorded_at: recordedAt, recorded_by: recordedBy, reason: null },
          })),
        )
        .execute();
    }
  });
}

const questionOf = (year: number, asOf: string): YearQuestion => {
  const format = formatForYear(year);
  if (format === null) throw new Error("no format");
  return { year, asOf, until: yearEnd(year), format, explanations: [], settings: {} };
};

const NONE = { proceedings: [], documents: [], figures: [] };

/** Names in no order: groups come in another than files. */
const unordered = (tally: TallyResult): unknown => ({
  ...tally,
  logEnds: undefined,
  countedAgencies: [...tally.countedAgencies].sort(),
  cells: tally.cells.map((cell) => ({ ...cell, records: [...cell.records].sort() })),
  doubts: tally.doubts.map((doubt) => JSON.stringify(doubt)).sort(),
  openingDifferences: tally.openingDifferences.map(({ records, ...difference }) => ({
    ...difference,
    records: [...records].sort(),
  })),
});

/** Last year's reports as somebody may have opened the books: not at all, from paper, frozen agency by agency, frozen for the area. */
function openingsOf({ agencies, city, requests }: Area, kind: string, asOf: string): Opening[] {
  const question = { ...questionOf(2024, asOf), register: { ...NONE, requests } };
  const { whole, members } = tallyArea({ ...question, agencies, governmentId: city });
  const paper = (tally: TallyResult): Opening => {
    const { kind: _kind, ...rest } = openingOf(tally);
    return { ...rest, kind: "paper", figures: rest.figures.map((one) => ({ ...one, value: (one.value ?? 0) + 1 })) };
  };
  if (kind === "paper") return members.map(paper);
  if (kind === "editions") return members.map(openingOf);
  if (kind === "area-paper") return [paper(inNumbers(whole))];
  return kind === "area" ? [openingOf(inNumbers(whole))] : [];
}

describe("what the database counts", () => {
  test("is what the files themselves amount to, cell by cell, whatever was opened, entered late, corrected or merged", async () => {
    const runs = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9_999 }), async (seed) => {
        if (runs.has(seed)) return;
        runs.add(seed);
        const area = await invented(seed);
        const { agencies, city, requests } = area;
        await rebuildCourses(database);
        for (const kind of ["none", "paper", "editions", "area", "area-paper"]) {
          const openings = openingsOf(area, kind, "2025-01-18T03:00:00.000Z");
          for (const asOf of ["2025-02-03T01:00:00.000Z", "2025-12-31T16:00:00.000Z", "2027-01-01T00:00:00.000Z"]) {
            const question = questionOf(2025, asOf);
            const pure = tallyArea({ ...question, openings, agencies, governmentId: city, register: { ...NONE, requests } });
            const plan = areaPlan(agencies, { governmentId: city, year: 2025, openings });
            const counted = await countArea(database, question, { governmentId: city, plan, nameOf: namesOf(agencies) });
            expect(unordered(counted)).toEqual(unordered(inNumbers(pure.whole)));
            for (const [at, member] of plan.members.entries()) {
              expect((await countReporter(database, question, member)).tally).toEqual(pure.members[at]);
            }
            if (plan.asOne !== null) {
              const register = { ...NONE, requests };
              const atOnce = tallyYear({ ...question, ...plan.asOne, register });
              expect((await countReporter(database, question, plan.asOne)).tally).toEqual(atOnce);
            }
            const address = { table: "requests", row: "results_total", column: "total" } as const;
            const counting = { question, members: plan.members, asOne: plan.asOne };
            const behind: string[] = [];
            for await (const { records } of recordsBehind(database, { tally: counted, counting }, address))
              behind.push(...records);
            const cell = pure.whole.cells.find(
              (one) => one.table === address.table && one.row === address.row && one.column === "total",
            );
            expect(behind.sort()).toEqual([...(cell?.records ?? [])].sort());
          }
        }
        expect(areaAgencies(agencies, city, 2025)).toHaveLength(3);
      }),
      { numRuns: 4 },
    );
    expect(await differingCourses(database)).toEqual([]);
  });
});
