// npm run build && node bench/portal.mjs [items] [seconds]: the public site as a process of its own, over many items, asked by 64
// connections at once while ten items a second are being published; beside nginx serving one of its pages from a file, and beside
// Directus over the same rows where bench/peer is installed. Writes bench/RESULTS-portal.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { median } from "./measure.mjs";
import { directus } from "./peer/directus.mjs";
import { fillPortal, itemOf } from "./portal-data.mjs";
import { askingForms } from "./portal-forms.mjs";
import { staticFile } from "./static-file.mjs";
import {
  asking,
  cpuSeconds,
  hasWrk,
  machine,
  memoryOf,
  ms,
  number,
  row,
  say,
  servers,
  started,
  stopped,
  wrk,
} from "./under-load.mjs";

const ROOT = join(import.meta.dirname, "..");
const DIST = process.env.YANGGUANG_DIST ?? join(ROOT, "dist");
const [ITEMS = 1_000_000, SECONDS = 10] = process.argv.slice(2, 4).map(Number);
const PUBLISHED_A_SECOND = 10;
const NEWEST = Date.now() - 86_400_000;
const load = (path) => import(join(DIST, path));
const { parseConfiguration } = await load("storage/configuration.js");
const { openDatabase } = await load("storage/open-database.js");
const { preparePortal } = await load("operations/portal/prepare-portal.js");
const { putItem } = await load("storage/portal/publish-snapshot.js");

if (!hasWrk()) throw new Error("wrk is not installed.");

/** Which addresses the loads ask for. What is asked for often is spread as readers spread: a few pages by many, many by few. */
function loads(words) {
  const some = (count, of) => Array.from({ length: count }, (_, at) => of(at));
  const any = () => Math.floor(Math.random() * ITEMS);
  const popular = some(1_000, any);
  const search = (text) => `/search?q=${encodeURIComponent(text)}`;
  const common = [
    "政府信息",
    "公开",
    "政府信息公开",
    "主动公开",
    "工作",
    "申请",
    "年度报告",
    "信息公开工作",
    "依申请公开",
    "公开 申请",
  ];
  const county = (n) => itemOf(n, words, NEWEST).title.split("关于")[0];
  return {
    "list, newest": ["/catalogue"],
    "list, by agency, subject, page": some(
      2_000,
      (at) => `/agencies/B${String(at % 100).padStart(3, "0")}/catalogue?page=${1 + (at % 7)}`,
    ),
    "document, a thousand popular ones": some(
      20_000,
      () => `/items/bench-${String(popular[Math.floor(Math.random() ** 3 * 1_000)]).padStart(8, "0")}`,
    ),
    "document, every time another": some(40_000, () => `/items/bench-${String(any()).padStart(8, "0")}`),
    "search, common words": common.flatMap((text) => [search(text), `${search(text)}&page=2`]),
    "search, rare words": some(2_000, () => search(county(any()))),
    "search, two parts of a title": some(2_000, () => search(`${county(any())} ${words.phrases[any() % words.phrases.length]}`)),
    "search, document number": some(2_000, () =>
      search(itemOf(any(), words, NEWEST).documentNumber ?? `某政发〔2020〕${any()}号`),
    ),
    "search, no hit": some(2_000, (at) => search(`${words.phrases[at % words.phrases.length].slice(0, 4)}量子${at}`)),
  };
}

/** Publishes at a steady pace until told to stop; gives how long each took. */
function publishing(db, words) {
  const took = [];
  let isOver = false;
  let n = ITEMS + Math.floor(Date.now() / 1000) * 100;
  const work = (async () => {
    for (let next = performance.now(); !isOver; next += 1000 / PUBLISHED_A_SECOND) {
      await pause(Math.max(0, next - performance.now()));
      const item = { ...itemOf(n++, words, NEWEST), publishedAt: new Date().toISOString() };
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

async function measure({ name, binaries, id }) {
  const folder = mkdtempSync(join(tmpdir(), "yangguang-portal-"));
  const environment = { YANGGUANG_DATA_DIRECTORY: folder, PGBIN: binaries, YANGGUANG_DATABASE_STATEMENT_SECONDS: "3600" };
  const configuration = parseConfiguration({ text: null, path: "bench", folder, environment });
  say(`${name}, ${binaries}`);
  const database = await openDatabase(configuration);
  const { db } = database;
  let portal = null;
  try {
    await preparePortal(database, configuration);
    const begun = performance.now();
    const words = await fillPortal(db, { count: ITEMS, newest: NEWEST, say });
    const filled = (performance.now() - begun) / 1000;
    // The load is a whole month of requests in a few seconds; the brake on that is measured by its own tests.
    await sql`update portal.setting set value = 1000000 where name in ('submissions-per-ten-minutes', 'waiting-submissions')`.execute(
      db,
    );
    const { rows } = await sql`
      select current_setting('server_version') as version, (pg_database_size(current_database()) / 1048576)::int as megabytes`.execute(
      db,
    );
    say(`filled in ${filled.toFixed(0)} s, ${rows[0].megabytes} MB`);
    const options = ["portal", "--port", "0", "--proxies", "1", "--name", "某市政府信息公开"];
    portal = await started(process.execPath, [join(DIST, "..", "bin", "yangguang.js"), ...options], {
      env: environment,
      ready: /(http:\/\/[\d.]+:\d+)/,
    });
    const url = portal.found[1];
    const idle = memoryOf(portal.pid);
    const page = await (await fetch(`${url}/items/bench-00000001`)).text();
    const floor = await staticFile(folder, page, { seconds: SECONDS });
    const over = publishing(db, words);
    const results = [];
    for (const [what, paths] of Object.entries(loads(words))) {
      const script = asking(paths);
      await wrk(url, script, { seconds: 2, folder });
      const used = cpuSeconds(portal.pid);
      const asked = await wrk(url, script, { seconds: SECONDS, folder });
      const cpu = ((cpuSeconds(portal.pid) - used) * 1000) / Math.max(1, asked.requests);
      const found = { what, ...asked, cpu, memory: memoryOf(portal.pid).now };
      results.push(found);
      say(
        `${what}: ${number(found.rate)}/s, p50 ${ms(found.p50)}, p99 ${ms(found.p99)} ms, ${found.errors} errors, ${found.memory} MB`,
      );
    }
    const forms = await wrk(url, askingForms(), { seconds: SECONDS, folder });
    const stored = Number((await sql`select count(*)::int as count from portal.inbox`.execute(db)).rows[0].count);
    if (stored < forms.requests - forms.errors) throw new Error(`${forms.requests} receipts, ${stored} requests.`);
    results.push({ what: "request submitted", ...forms, memory: memoryOf(portal.pid).now });
    say(`request submitted: ${number(forms.rate)}/s, p99 ${ms(forms.p99)} ms, ${stored} stored`);
    const took = await over();
    const memory = memoryOf(portal.pid);
    const password = readFileSync(join(folder, "database-password"), "utf8").trim();
    const peer = id === "system" ? await directus({ database, password, folder, seconds: SECONDS, portal, words }) : null;
    return { name, ...rows[0], filled, idle, memory, floor, results, took, peer, stored };
  } finally {
    if (portal !== null) await stopped(portal);
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const all = [];
for (const server of servers()) all.push(await measure(server));

const aim = (what) => (what.startsWith("document") ? 20 : what.startsWith("search") ? 100 : null);
const told = (what, { p99 }) =>
  aim(what) === null ? "" : !(p99 > 0) ? " **no answer in the time**" : p99 < aim(what) ? " met" : " **missed**";
const parts = all.map(({ name, version, megabytes, filled, idle, memory, floor, results, took, peer, stored }) => {
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  return `## ${name} ${version}

${number(ITEMS)} items, ${number(megabytes)} MB, filled in ${number(filled)} s. Portal: ${idle.now} MB when it has started, **${memory.most} MB at its most** (aim 300: ${memory.most < 300 ? "met" : "**missed**"}).
Published meanwhile: ${number(took.length)} items at ${PUBLISHED_A_SECOND} a second, median ${ms(median(took))} ms, 99 of 100 below ${ms(at(0.99))} ms.

${row(["64 connections", "requests/s", "p50 ms", "p99 ms", "aim p99", "errors", "CPU ms a request", "of the floor"])}
${row(["---", "---:", "---:", "---:", "---", "---:", "---:", "---:"])}
${row(["floor: nginx, one document page from a file", number(floor.rate), ms(floor.p50), ms(floor.p99), "", floor.errors, "", "1"])}
${results.map((one) => row([one.what, number(one.rate), ms(one.p50), ms(one.p99), `${aim(one.what) ?? ""}${told(one.what, one)}`, one.errors, one.cpu?.toFixed(2) ?? "", (one.rate / floor.rate).toFixed(3)])).join("\n")}

Of the ${number(stored)} requests submitted each that got a receipt lies sealed in the inbox.
${peer === null ? "" : `\n${peer}\n`}`;
});
const page = `# The public site under load

Made by \`node bench/portal.mjs ${ITEMS} ${SECONDS}\`, ${new Date().toISOString().slice(0, 10)}. ${machine()}.
The machine was shared, and load, portal, database and publisher all run on it: absolute values vary by half or more, ratios within a run are what counts. wrk asks again as soon as it has an answer (64 connections always waiting), so p99 is that of a full house, not of a usual day.

${parts.join("\n")}
`;
writeFileSync(join(ROOT, "bench", "RESULTS-portal.md"), page);
process.stdout.write(page);
