// npm run build && node bench/portal.mjs [fill|measure|both] [items] [seconds]: the public site as a process of its own, over many items,
// asked by 64 connections at once while ten items a second are being published, first by a full house that never pauses, then at a steady
// rate (YANGGUANG_BENCH_RATES=document:500,search:200); beside nginx serving one of its pages from a file, and
// beside Directus over the same rows where bench/peer is installed. What is filled stays in YANGGUANG_BENCH_DATA (a folder of the
// temporary ones unless it is given) and can be measured again. Measuring prints its tables; bench/RESULTS-portal.md is
// put together from them.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { directus } from "./peer/directus.mjs";
import { DIST, itemOf, load } from "./portal-data.mjs";
import { fillPortals } from "./portal-fill.mjs";
import { askingForms } from "./portal-forms.mjs";
import { loads } from "./portal-loads.mjs";
import { told } from "./portal-results.mjs";
import { staticFile } from "./static-file.mjs";
import { steady } from "./steady.mjs";
import {
  asking,
  countingKept,
  cpuSeconds,
  hasWrk,
  memoryOf,
  ms,
  number,
  say,
  servers,
  started,
  stopped,
  wrk,
} from "./under-load.mjs";

const [TASK, ...GIVEN] = /^\d/.test(process.argv[2] ?? "") ? ["both", ...process.argv.slice(2)] : process.argv.slice(2);
const [ITEMS = 1_000_000, SECONDS = 10] = GIVEN.map(Number);
const STORE = process.env.YANGGUANG_BENCH_DATA ?? join(tmpdir(), "yangguang-bench-portal");
/** Only these loads, for looking closer. */
const ONLY = process.env.YANGGUANG_BENCH_LOADS ?? "";
/** What is asked at a steady rate, by the beginning of its name, and how often a second. */
const RATES = (process.env.YANGGUANG_BENCH_RATES ?? "document:500,search:200").split(",").map((one) => one.split(":"));
const PUBLISHED_A_SECOND = 10;
/** The newest item of a filling: the same for every run over it. */
const NEWEST = Date.parse("2026-11-20T00:00:00Z");
const { parseConfiguration } = await load("storage/configuration.js");
const { openDatabase } = await load("storage/open-database.js");
const { preparePortal } = await load("operations/portal/prepare-portal.js");
const { putItem } = await load("storage/portal/publish-snapshot.js");

if (!hasWrk()) throw new Error("wrk is not installed.");

const folderOf = ({ id }) => join(STORE, `${id}-${ITEMS}`);

async function opened({ id, binaries }) {
  const folder = folderOf({ id });
  mkdirSync(folder, { recursive: true });
  const environment = { YANGGUANG_DATA_DIRECTORY: folder, PGBIN: binaries, YANGGUANG_DATABASE_STATEMENT_SECONDS: "3600" };
  const configuration = parseConfiguration({ text: null, path: "bench", folder, environment });
  const database = await openDatabase(configuration);
  await preparePortal(database, configuration);
  return { folder, environment, database };
}

async function fill(given) {
  for (const server of given) rmSync(folderOf(server), { recursive: true, force: true });
  const all = [];
  try {
    for (const server of given) all.push(await opened(server));
    for (const { database } of all) {
      await sql.raw("alter system set max_wal_size = '6GB'").execute(database.db);
      await sql`select pg_reload_conf()`.execute(database.db);
    }
    const begun = performance.now();
    const words = await fillPortals(
      all.map(({ database }) => database.db),
      { count: ITEMS, newest: NEWEST, say },
    );
    const seconds = Math.round((performance.now() - begun) / 1000);
    for (const { folder, database } of all) {
      // The load is a whole month of requests in a few seconds; the brake on that is measured by its own tests.
      await sql`
        update portal.setting set value = 1000000 where name in ('submissions-per-ten-minutes', 'waiting-submissions')`.execute(
        database.db,
      );
      await sql.raw("alter system reset max_wal_size").execute(database.db);
      writeFileSync(join(folder, "filled.json"), JSON.stringify({ items: ITEMS, seconds, servers: given.length, words }));
    }
    say(`${ITEMS} items filled in ${seconds} s`);
  } finally {
    for (const { database } of all) await database.close();
  }
}

/** Publishes at a steady pace until told to stop; gives how long each took. */
function publishing(db, words) {
  const took = [];
  let isOver = false;
  let n = 50_000_000 + (Math.floor(Date.now() / 1000) % 10_000_000);
  const work = (async () => {
    for (let next = performance.now(); !isOver; next += 1000 / PUBLISHED_A_SECOND) {
      await pause(Math.max(0, next - performance.now()));
      const item = { ...itemOf(n++, words, NEWEST), publishedAt: new Date().toISOString(), attachments: [] };
      const begun = performance.now();
      await db.transaction().execute((trx) => putItem(trx, item, []));
      took.push(performance.now() - begun);
    }
  })();
  return async () => {
    isOver = true;
    await work;
    return took.sort((one, other) => one - other);
  };
}

/** Processor time of the server of the database, in seconds: that of all its processes that are there. */
function databaseSeconds(folder) {
  const [pid] = readFileSync(join(folder, "server", "data", "postmaster.pid"), "utf8").split("\n");
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  return [pid, ...children].reduce((sum, one) => sum + (existsSync(`/proc/${one}/stat`) ? cpuSeconds(one) : 0), 0);
}

async function measureLoads({ url, portal, folder, words, results }) {
  for (const [what, { paths, isOther }] of Object.entries(loads({ items: ITEMS, words, newest: NEWEST }))) {
    if (!what.includes(ONLY)) continue;
    await wrk(url, asking(paths.slice(0, 2_000)), { seconds: 2, folder });
    const isSearch = what.startsWith("search");
    const script = `${asking(isOther ? paths.slice(2_000) : paths)}${isSearch ? countingKept : ""}`;
    const before = [cpuSeconds(portal.pid), databaseSeconds(folder)];
    const asked = await wrk(url, script, { seconds: SECONDS, folder });
    const perAnswer = (after, at) => ((after - before[at]) * 1000) / Math.max(1, asked.requests);
    const found = {
      ...{ what, ...asked, cpu: perAnswer(cpuSeconds(portal.pid), 0), database: perAnswer(databaseSeconds(folder), 1) },
      memory: memoryOf(portal.pid).now,
      kept: isSearch ? asked.kept : null,
    };
    // A question that should come once came again.
    if (isOther && asked.requests > paths.length - 2_000)
      throw new Error(`${what}: too few questions for ${asked.requests} answers.`);
    results.push(found);
    const { rate, p50, p99, errors, memory, cpu, database } = found;
    const kept = isSearch ? `, kept ${(found.kept * 100).toFixed(0)} %` : "";
    say(
      `${what}: ${number(rate)}/s, p50 ${ms(p50)}, p99 ${ms(p99)} ms, ${errors} errors, ${memory} MB, CPU ${cpu.toFixed(2)} + ${database.toFixed(2)} ms${kept}`,
    );
  }
}

/** What a citizen waits while others ask too, but no more than the rate says. */
async function measureSteady({ url, portal, words }) {
  const found = [];
  for (const [what, { paths, isOther }] of Object.entries(loads({ items: ITEMS, words, newest: NEWEST }))) {
    const rate = Number(RATES.find(([kind]) => what.startsWith(kind))?.[1] ?? 0);
    if (!what.includes(ONLY) || rate === 0) continue;
    const warming = paths.slice(0, rate);
    await steady(url, warming, { rate, seconds: 1 });
    const before = cpuSeconds(portal.pid);
    const asked = await steady(url, isOther ? paths.slice(rate) : paths, { rate, seconds: SECONDS });
    const cpu = ((cpuSeconds(portal.pid) - before) * 1000) / (rate * SECONDS);
    found.push({ what, ...asked, cpu });
    say(
      `${what}, ${rate} a second: p50 ${ms(asked.p50)}, p99 ${ms(asked.p99)}, worst ${ms(asked.worst)} ms, ${asked.errors} errors, CPU ${cpu.toFixed(2)} ms`,
    );
  }
  return found;
}

async function measure(server) {
  const { name, id } = server;
  if (!existsSync(join(folderOf(server), "filled.json")))
    throw new Error(`${name} is not filled: node bench/portal.mjs fill ${ITEMS}`);
  const { folder, environment, database } = await opened(server);
  const { seconds: filled, servers: together, words } = JSON.parse(readFileSync(join(folder, "filled.json"), "utf8"));
  const { db } = database;
  let portal = null;
  try {
    const { rows } = await sql`
      select current_setting('server_version') as version, (pg_database_size(current_database()) / 1048576)::int as megabytes`.execute(
      db,
    );
    await sql`delete from portal.inbox`.execute(db);
    const options = ["portal", "--port", "0", "--proxies", "1", "--name", "某市政府信息公开"];
    const flags = (process.env.YANGGUANG_BENCH_FLAGS ?? "--max-semi-space-size=4 --heap-growing-percent=100")
      .split(" ")
      .filter((flag) => flag !== "");
    portal = await started(process.execPath, [...flags, join(DIST, "..", "bin", "yangguang.js"), ...options], {
      env: environment,
      ready: /(http:\/\/[\d.]+:\d+)/,
    });
    const url = portal.found[1];
    say(`${name}: ${url}, process ${portal.pid}`);
    const idle = memoryOf(portal.pid);
    const page = await (await fetch(`${url}/items/bench-00000001`)).text();
    const floor = await staticFile(folder, page, { seconds: SECONDS });
    const over = publishing(db, words);
    const results = [];
    await measureLoads({ url, portal, folder, words, results });
    const steadily = await measureSteady({ url, portal, words });
    const isWhole = ONLY === "";
    let stored = 0;
    if (isWhole) {
      const forms = await wrk(url, askingForms(), { seconds: SECONDS, folder });
      stored = Number((await sql`select count(*)::int as count from portal.inbox`.execute(db)).rows[0].count);
      if (stored < forms.requests - forms.errors) throw new Error(`${forms.requests} receipts, ${stored} requests.`);
      results.push({ what: "request submitted", ...forms, memory: memoryOf(portal.pid).now });
      say(`request submitted: ${number(forms.rate)}/s, p99 ${ms(forms.p99)} ms, ${stored} stored`);
    }
    const took = await over();
    const memory = memoryOf(portal.pid);
    const password = readFileSync(join(folder, "database-password"), "utf8").trim();
    const peer =
      isWhole && id === "system" ? await directus({ database, password, folder, seconds: SECONDS, portal, words }) : null;
    return { name, ...rows[0], filled, together, idle, memory, floor, results, steadily, took, peer, stored, items: ITEMS };
  } finally {
    if (portal !== null) await stopped(portal);
    await database.close();
  }
}

if (TASK !== "measure") await fill(servers());
if (TASK !== "fill") {
  const all = [];
  for (const server of servers()) all.push(await measure(server));
  told(all, { seconds: SECONDS });
}
