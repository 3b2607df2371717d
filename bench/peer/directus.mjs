// Directus over the same rows on the same server, beside the portal and in turn with it. It is measured only where it is installed:
//   cd bench/peer && npm install --ignore-scripts
// Without the scripts, because one of them compiles isolated-vm for more than ten minutes; that part runs scripts of its users, which
// nobody writes here, so an empty module stands in for it.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { asking, countingKept, cpuSeconds, memoryOf, ms, number, row, say, started, stopped, wrk } from "../under-load.mjs";

const HERE = import.meta.dirname;
const MODULES = process.env.YANGGUANG_BENCH_PEER ?? join(HERE, "node_modules");
const COMMAND = join(MODULES, "directus", "cli.js");
const PORT = 18_700 + (process.pid % 100);
const TOKEN = "bench-token";

const FIELDS = "fields=id,title,document_number,agency_id,published_at,body&limit=20&sort=-published_at&meta=filter_count";

/** The same questions to both: the newest, the newest of an agency, a search; null where Directus is not installed. */
export async function directus({ database, password, folder, seconds, portal, words }) {
  if (!existsSync(COMMAND)) return null;
  writeFileSync(join(MODULES, "isolated-vm", "isolated-vm.js"), "module.exports = {};\n");
  const env = settings(database.server(), password);
  say("Directus: rows …");
  await giveRows(database);
  await stopped(await started(process.execPath, [COMMAND, "bootstrap"], { env, cwd: folder, ready: /Done/ }));
  say("Directus: starting …");
  const server = await started(process.execPath, [COMMAND, "start"], { env, cwd: folder, ready: /Server started/ });
  const url = `http://127.0.0.1:${PORT}`;
  const loads = questions(words);
  try {
    const tried = await fetch(`${url}/items/items?limit=1`, { headers: { authorization: `Bearer ${TOKEN}` } });
    if (!tried.ok) throw new Error(`Directus answers ${tried.status}: ${await tried.text()}`);
    const asked = (at, pid, script) => ask({ database, folder, seconds, at, pid, script });
    // The portal before: what Directus was asked and has not answered runs on for a while.
    const answers = new Map();
    for (const [what, , ours] of loads) answers.set(what, await asked(portal.found[1], portal.pid, asking(ours)));
    const lines = [];
    for (const [what, theirs] of loads) {
      const they = await asked(url, server.pid, asking(theirs, { Authorization: `Bearer ${TOKEN}` }));
      lines.push(lineOf(what, they, answers.get(what)));
    }
    return tableOf(lines, memoryOf(server.pid).most);
  } finally {
    await stopped(server, "SIGKILL");
  }
}

function settings({ host, port }, password) {
  return {
    ...{ DB_CLIENT: "pg", DB_HOST: host, DB_PORT: String(port), DB_DATABASE: "yangguang", DB_SEARCH_PATH: "peer" },
    ...{ DB_USER: "yangguang", DB_PASSWORD: password },
    ...{ SECRET: "bench-secret-of-no-value", ADMIN_TOKEN: TOKEN },
    ...{ ADMIN_EMAIL: "bench@example.com", ADMIN_PASSWORD: "Bench-123456" },
    ...{ PORT: String(PORT), HOST: "127.0.0.1", TELEMETRY: "false", CACHE_ENABLED: "false", LOG_LEVEL: "info" },
  };
}

/** The portal's rows in a schema of their own, with the indexes that the questions want. */
async function giveRows({ db }) {
  await sql`drop schema if exists peer cascade`.execute(db);
  await sql`create schema peer`.execute(db);
  await sql`
    create table peer.items as select item.id, agency_id, summary ->> 'title' as title, summary ->> 'documentNumber' as document_number,
      (select string_agg(block ->> 'text', chr(10)) from jsonb_array_elements(body -> 'blocks') block) as body, theme, genre, published_at
    from portal.item join portal.item_snapshot using (id)`.execute(db);
  await sql.raw("alter table peer.items add primary key (id)").execute(db);
  await sql.raw("create index on peer.items (published_at desc)").execute(db);
  await sql.raw("create index on peer.items (agency_id, published_at desc)").execute(db);
  await sql.raw("analyze peer.items").execute(db);
}

/** What is asked for: its name, the addresses at Directus, the addresses at the portal. */
function questions(words) {
  const texts = [...new Set(words.phrases.map((phrase) => encodeURIComponent(phrase.slice(0, 4))))];
  const agencies = Array.from({ length: 100 }, (_, at) => `B${String(at).padStart(3, "0")}`);
  const items = `/items/items?${FIELDS}`;
  return [
    ["list", [items], ["/catalogue"]],
    [
      "list of an agency",
      agencies.map((id) => `${items}&filter[agency_id][_eq]=${id}`),
      agencies.map((id) => `/agencies/${id}/catalogue`),
    ],
    ["search", texts.map((text) => `${items}&search=${text}`), texts.map((text) => `/search?q=${text}`)],
  ];
}

async function ask({ database: { db }, folder, seconds, at, pid, script }) {
  const before = cpuSeconds(pid);
  const found = await wrk(at, `${script}${countingKept}`, { seconds, folder });
  // Only what was answered counts; what it was asked and has not answered must not run on beside the other.
  found.rate = (found.rate * Math.max(0, found.requests - found.errors)) / Math.max(1, found.requests);
  await sql`
    select pg_cancel_backend(pid) from pg_stat_activity
    where state = 'active' and pid <> pg_backend_pid() and usename = current_user and query like '%"items"%'`.execute(db);
  await pause(2_000);
  return { ...found, cpu: ((cpuSeconds(pid) - before) * 1000) / Math.max(1, found.requests) };
}

function lineOf(what, they, we) {
  say(`${what}: Directus ${number(they.rate)}/s, portal ${number(we.rate)}/s`);
  const rates = [they.rate, we.rate].map((rate) => (rate < 10 ? rate.toFixed(1) : number(rate)));
  const times = they.rate > 0 ? `${(we.rate / they.rate).toFixed(1)} ×` : "—";
  const costs = [ms(they.p99), ms(we.p99), they.cpu.toFixed(1), we.cpu.toFixed(2)];
  return row([what, ...rates, times, ...costs, they.errors, `${(we.kept * 100).toFixed(0)} %`]);
}

function tableOf(lines, megabytes) {
  return `${row(["64 connections", "Directus requests/s", "portal requests/s", "portal is faster by", "Directus p99 ms", "portal p99 ms", "Directus CPU ms a request", "portal CPU ms a request", "errors of Directus", "kept answers of the portal"])}
${row(["---", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:"])}
${lines.join("\n")}

Directus (JSON, no cache, a token of the administrator so that no rights are weighed): ${megabytes} MB at its most. It searches with \`ilike\` in every text column.`;
}
