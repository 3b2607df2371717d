import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agency, day, infoRequest } from "../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../test/storage/test-database.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import type { Agency } from "../register/agency.js";
import { formatForYear } from "../report/formats/index.js";
import { saveAgencies } from "../storage/stores/agency-store.js";
import { appendToCase, openCases } from "../storage/stores/case-store.js";
import { saveDocuments } from "../storage/stores/document-store.js";
import { freezeEdition, loadEditions } from "../storage/stores/edition-store.js";
import { saveFigures } from "../storage/stores/figure-store.js";
import { forgetKeptCounts } from "../storage/stores/kept-count-store.js";
import { openProceeding } from "../storage/stores/proceeding-store.js";
import { recordSetting } from "../storage/stores/setting-store.js";
import { rehearsedYear } from "../tally/rehearsed-year.js";
import { sumOfTallies } from "../tally/tally-area.js";
import { inNumbers, type TallyResult, talliedValue } from "../tally/tally-result.js";
import { countReporter } from "./count-records.js";
import { storeRehearsal } from "./store-rehearsal.js";
import { type RegisterTally, tallyOf } from "./tally-register.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const YEAR = 2025;
const FORMAT = formatForYear(YEAR) ?? raise();
function raise(): never {
  throw new Error("no format");
}
const RECEIVED = { table: "requests", row: "new_received", column: "total" } as const;
const BUREAUS = ["forest", "garden", "water"] as const;

/** A city with three bureaus, the second of which went up in the first, each with a rehearsed year. */
async function cityOf(name: string, seed: number): Promise<(bureau: string) => string> {
  const id = (bureau: string): string => `${name}-${bureau}`;
  const below = (bureau: string, more: Partial<Agency> = {}): Agency => ({
    ...agency(id(bureau)),
    parents: [{ value: id("city"), from: day("2000-01-01"), until: null }],
    ...more,
  });
  const agencies = [
    { ...agency(id("city")), kind: "local-government" } as const,
    below("forest"),
    below("garden", { successor: { agencyId: id("forest"), from: day("2025-07-01") } }),
    below("water"),
  ];
  await saveAgencies(
    database,
    agencies.map((one) => ({ agency: one, version: 0 })),
    { recordedBy: "甲" },
  );
  for (const [at, bureau] of BUREAUS.entries()) {
    const plan = { agencyId: id(bureau), year: YEAR, requests: 6, format: FORMAT, calendar: STATE_COUNCIL_CALENDAR };
    await storeRehearsal(database, rehearsedYear({ ...plan, seed: seed + at }), { agencyId: id(bureau), recordedBy: "甲" });
  }
  return id;
}

const tally = (agencyId: string, asOf: string | null = null): Promise<RegisterTally> =>
  tallyOf(database, { agencyId, year: YEAR, asOf });

/** The same without anything kept: first as it is asked, then report by report from the single records. */
async function expectToBeCounted(city: string, { tally: given, counting }: RegisterTally): Promise<void> {
  const members: TallyResult[] = [];
  for (const member of counting.members) members.push((await countReporter(database, counting.question, member)).tally);
  const names = new Map(counting.members.flatMap(({ agencies }) => agencies.map((one) => [one.agencyId, one.name ?? ""])));
  const sum =
    counting.asOne === null
      ? sumOfTallies(city, members, (id) => names.get(id) ?? id)
      : (await countReporter(database, counting.question, counting.asOne)).tally;
  expect(unordered(given)).toEqual(unordered(inNumbers(sum)));
  await forgetKeptCounts(database);
  expect((await tally(city, given.asOf)).tally).toEqual(given);
}

const unordered = ({ logEnds: _ends, ...given }: TallyResult): unknown => ({
  ...given,
  cells: given.cells.map((cell) => ({ ...cell, records: [...cell.records].sort() })),
  carriedProceedings: [...given.carriedProceedings].sort(),
  doubts: given.doubts.map((one) => JSON.stringify(one)).sort(),
});

const CHANGES = [
  "request",
  "decision",
  "figure",
  "document",
  "proceeding",
  "power",
  "opening",
  "explanation",
  "agency",
  "area-paper",
  "area-edition",
] as const;
interface Change {
  readonly kind: (typeof CHANGES)[number];
  readonly agencyId: string;
  readonly city: string;
  readonly number: number;
}

async function change({ kind, agencyId, city, number }: Change): Promise<void> {
  const id = `${agencyId}-${kind}${number}`;
  switch (kind) {
    case "request":
    case "decision": {
      const received = { id: `${id}-1`, body: { type: "received", on: day("2025-03-03") } } as const;
      await openCases(database, [{ request: infoRequest(id, agencyId, { channel: "in_person" }), events: [received] }], "甲");
      if (kind === "request") return;
      const body = { type: "decided", on: day("2025-03-20"), outcome: "granted", grounds: {} } as const;
      await appendToCase(database, { caseId: id, version: 1, events: [{ id: `${id}-2`, body }] }, "甲");
      return;
    }
    case "figure": {
      const place = { row: "art20_6.penalty", column: "decisions", month: "2025-05" };
      await saveFigures(database, agencyId, { figures: [{ ...place, id, value: number, source: "填报" }], recordedBy: "甲" });
      return;
    }
    case "document": {
      const days = { madeOn: day("2025-02-01"), publishedOn: day("2025-02-02"), repealedOn: null };
      const body = { kind: "normative_docs", title: "办法", number: `${number}号`, ...days } as const;
      await saveDocuments(database, agencyId, {
        documents: [{ ...body, id, documentId: id, agencyId, version: 0 }],
        recordedBy: "甲",
      });
      return;
    }
    case "proceeding": {
      const about = { kind: "reconsideration", route: null, requestId: null, reconsiderationId: null } as const;
      const head = { ...about, id, agencyId, number: id, forum: "市政府", isCoDefendant: false };
      await openProceeding(database, { head, events: [{ id: `${id}-1`, body: { type: "filed", on: day("2025-06-01") } }] }, "甲");
      return;
    }
    case "power":
      await set(agencyId, "tally-settings", { withoutPower: number % 2 === 0 ? ["art20_6.coercion"] : [] });
      return;
    case "opening": {
      const figures = [{ table: "requests", row: "carried_out", column: "natural", value: number % 5 }];
      const opening = { kind: "paper", agencyId, countedAgencies: [agencyId], year: YEAR - 1, format: FORMAT.id, figures };
      const source = { fileName: "a.docx", sha256: "", title: "", attachmentId: null };
      await set(agencyId, `paper-opening/${YEAR}`, { opening, source, report: {} });
      return;
    }
    case "area-paper": {
      const figures = [{ table: "requests", row: "carried_out", column: "natural", value: 3 + number }];
      const countedAgencies = [city, ...BUREAUS.map((bureau) => city.replace("city", bureau))];
      const opening = { kind: "paper", agencyId: city, countedAgencies, year: YEAR - 1, format: FORMAT.id, figures };
      const source = { fileName: "a.docx", sha256: "", title: "", attachmentId: null };
      await set(city, `paper-opening/${YEAR}`, { opening, source, report: {} });
      return;
    }
    case "area-edition": {
      const before = await tallyOf(database, { agencyId: city, year: YEAR - 1, asOf: null });
      const edition = (await loadEditions(database, city, YEAR - 1)).length + 1;
      const frozen = { agencyId: city, year: YEAR - 1, edition, asOf: before.tally.asOf, reason: edition === 1 ? null : "更正" };
      await freezeEdition(database, { ...frozen, body: { tally: before.tally } }, "甲");
      return;
    }
    case "explanation":
      await set(agencyId, `opening-explanations/${YEAR}`, [
        { agencyId, table: "requests", row: "carried_in", column: "natural", reason: number % 2 === 0 ? "上年漏计" : "" },
      ]);
      return;
    default: {
      kind satisfies "agency";
      const stored = await sql<{ version: number; body: Agency }>`
        select version, body from agency_version where agency_id = ${agencyId} order by version desc limit 1`.execute(
        database.db,
      );
      const [row] = stored.rows;
      if (row === undefined) throw new Error(agencyId);
      const names = [{ value: `第${number}局`, from: day("2000-01-01"), until: null }];
      await saveAgencies(database, [{ agency: { ...row.body, names }, version: row.version }], { recordedBy: "甲" });
    }
  }
}

const set = (chain: string, name: string, value: unknown) => recordSetting(database, { chain, recordedBy: "甲" }, name, value);

let cities = 0;

describe("kept counts", () => {
  test("change no cell, whatever is written in between, and an earlier instant still gives what it gave", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9_999 }),
        fc.array(fc.record({ kind: fc.constantFrom(...CHANGES), bureau: fc.constantFrom(...BUREAUS) }), {
          minLength: 3,
          maxLength: 6,
        }),
        async (seed, changes) => {
          const id = await cityOf(`p${cities++}`, seed);
          const before: TallyResult[] = [];
          for (const [number, { kind, bureau }] of changes.entries()) {
            await change({ kind, agencyId: id(bureau), city: id("city"), number });
            const kept = await tally(id("city"));
            before.push(kept.tally);
            // Those of the bureaus that did not change were kept by the tally before; every other time none is.
            if (number % 2 === 1) await expectToBeCounted(id("city"), kept);
          }
          for (const earlier of before) expect((await tally(id("city"), earlier.asOf)).tally).toEqual(earlier);
        },
      ),
      { numRuns: 8 },
    );
  });

  test.each(["area-paper", "area-edition"] as const)("of an area opened as a whole by an %s amount to the same", async (kind) => {
    const id = await cityOf(kind, 17);
    for (const [number, next] of ([kind, "decision", "document", kind, "request"] as const).entries()) {
      await change({ kind: next, agencyId: id("garden"), city: id("city"), number });
      await tally(id("city"));
      await change({ kind: "request", agencyId: id("water"), city: id("city"), number });
      const kept = await tally(id("city"));
      expect(kept.counting.asOne).not.toBeNull();
      await expectToBeCounted(id("city"), kept);
    }
  });

  test("are taken again while the log has not gone on, and only those of agencies it has gone on for are counted", async () => {
    const id = await cityOf("again", 7);
    const first = await tally(id("city"));
    const at = async (): Promise<unknown> =>
      (
        await sql`select chain_id, kept_at from kept_count where chain_id like 'again-%' and chain_id <> ${id("city")} order by 1, 2`.execute(
          database.db,
        )
      ).rows;
    const kept = await at();
    expect(kept).toHaveLength(2); // the merged one is counted with its successor
    await tally(id("city"), first.tally.asOf);
    expect(await at()).toEqual(kept);
    await tally(id("city"));
    expect(await at()).toEqual(kept);
    await change({ kind: "request", agencyId: id("garden"), city: id("city"), number: 1 });
    const after = await tally(id("city"));
    expect(talliedValue(after.tally, RECEIVED)).toBe((talliedValue(first.tally, RECEIVED) ?? 0) + 1);
    expect(await at()).toHaveLength(3);
  });

  test("of another end of the log are never taken, though the length be the same", async () => {
    const id = await cityOf("forged", 11);
    const { tally: right } = await tally(id("city"));
    await sql`update kept_count set log_end = regexp_replace(log_end, '.$', case right(log_end, 1) when '0' then '1' else '0' end),
      count = regexp_replace(count, '"pieces":\\d+', '"pieces":999')`.execute(database.db);
    expect((await tally(id("city"), right.asOf)).tally).toEqual(right);
  });

  test("are let go when there are many of one agency and year", async () => {
    const id = await cityOf("many", 13);
    for (let round = 0; round < 9; round++) {
      await change({ kind: "request", agencyId: id("city"), city: id("city"), number: 10 + round });
      await tally(id("city"));
    }
    const { rows } = await sql<{
      kept: number;
    }>`select count(*)::int as kept from kept_count where chain_id = ${id("city")}`.execute(database.db);
    expect(rows[0]?.kept).toBe(6);
  });
});
