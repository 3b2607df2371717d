// npm run build && node bench/office.mjs [cases] [seconds]: people at work in the office: one register of many cases, fifty of them on
// the embedded server, five hundred on PostgreSQL of the system, the office as a process of its own. Writes bench/RESULTS-office.md.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { cpuSeconds, machine, memoryOf, ms, number, row, say, servers, started, stopped } from "./under-load.mjs";

const ROOT = join(import.meta.dirname, "..");
const DIST = process.env.YANGGUANG_DIST ?? join(ROOT, "dist");
const [CASES = 50_000, SECONDS = 60] = process.argv.slice(2, 4).map(Number);
const USERS = { embedded: 50, system: 500 };
/** Between two things somebody does: three to seven seconds, which is a very busy day. */
const THINKING = { least: 3_000, most: 7_000 };
const AIMS = { page: 200, step: 300 };
const AGENCY = "b1";
const YEARS = Array.from({ length: 10 }, (_, at) => 2017 + at);
const load = (path) => import(join(DIST, path));
const { parseConfiguration } = await load("storage/configuration.js");
const { openDatabase } = await load("storage/open-database.js");
const { saveAgencies } = await load("storage/stores/agency-store.js");
const { openCases } = await load("storage/stores/case-store.js");
const { saveAccount } = await load("storage/accounts/account-store.js");
const { openSession } = await load("storage/accounts/session-store.js");
const { rehearsedYear } = await load("tally/rehearsed-year.js");
const { STATE_COUNCIL_CALENDAR: calendar } = await load("law/calendar/work-calendar.js");
const { formatForYear } = await load("report/formats/index.js");

const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const daysAgo = (days) => new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);
const any = (list) => list[Math.floor(Math.random() * list.length)];

/** Ten years of requests as the rehearsal makes them, and as many fresh ones as people will work on. */
async function fillCases(database, fresh) {
  const since = (value) => [{ value, from: "2000-01-01", until: null }];
  const agency = { id: AGENCY, kind: "local-department", level: "city", names: since("某市民政局"), creditCodes: [] };
  await saveAgencies(database, [{ agency: { ...agency, parents: since(null), authorities: [], successor: null }, version: 0 }], {
    recordedBy: "bench",
  });
  const each = Math.floor((CASES - fresh) / YEARS.length);
  const format = formatForYear(2025);
  for (const year of YEARS) {
    const { requests } = rehearsedYear({ seed: year, agencyId: AGENCY, year, requests: each, format, calendar });
    const known = requests
      .map(({ request: asked, events }) => ({ request: asked, events: events.filter(({ body }) => body.on <= TODAY) }))
      .filter(({ events }) => events.length > 0)
      .map(({ request: asked, events }) => ({
        request: asked,
        events: events.map(({ id, body, reason }) => ({ id, body, ...(reason !== undefined && { reason }) })),
      }));
    for (let at = 0; at < known.length; at += 500) await openCases(database, known.slice(at, at + 500), "bench");
    say(`${year}: ${known.length}`);
  }
  const ids = Array.from({ length: fresh }, (_, at) => `fresh-${at}`);
  const files = ids.map((id, at) => ({
    request: {
      ...{ id, agencyId: AGENCY, letterId: id, number: `新${at}`, channel: "in_person", arrivedOn: daysAgo(at % 12) },
      ...{ description: `${any(["最低生活保障", "养老服务", "殡葬管理", "社会救助"])}资金发放情况第${at}项` },
      requester: {
        kind: "natural",
        name: `申请人${at}`,
        identity: { document: "other", number: `N${at}` },
        contact: { phone: "13900000000" },
      },
      wantedForm: { medium: "electronic", delivery: "email" },
    },
    events: [{ id: `${id}-received`, body: { type: "received", on: daysAgo(at % 12) } }],
  }));
  for (let at = 0; at < files.length; at += 500) await openCases(database, files.slice(at, at + 500), "bench");
  await sql.raw("vacuum analyze").execute(database.db);
  return ids;
}

async function signedIn(database, count) {
  const now = new Date();
  const users = [];
  for (let at = 0; at < count; at++) {
    const id = `user-${at}`;
    const roles = [{ role: "handler", agencyId: AGENCY }];
    const account = { id, loginName: id, name: `经办人${at}`, roles, email: null, isDisabled: false };
    await saveAccount(database, { account, version: 0, recordedBy: "bench" });
    const secret = await openSession(database, {
      ...{ accountId: id, stage: "full", at: now.toISOString(), idleMinutes: 30, browser: "bench" },
      endsAt: new Date(now.getTime() + 8 * 3_600_000).toISOString(),
    });
    users.push({ id, cookie: `yangguang-session=${secret}` });
  }
  return users;
}

/** A browser of one user: one connection, answers as they come. */
function browser(url, { cookie }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const sent = body === undefined ? undefined : JSON.stringify(body);
      const asked = request(
        `${url}/api/agencies/${AGENCY}${path}`,
        {
          ...{ method, agent, timeout: 60_000 },
          headers: {
            ...{ cookie, "x-requested-with": "yangguang" },
            ...(sent !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(sent) }),
          },
        },
        (answer) => {
          const chunks = [];
          answer.on("data", (chunk) => chunks.push(chunk));
          answer.once("error", reject);
          answer.once("end", () => {
            const took = performance.now() - begun;
            const text = Buffer.concat(chunks).toString("utf8");
            resolve({
              status: answer.statusCode,
              took,
              bytes: text.length,
              json: text.startsWith("{") ? JSON.parse(text) : null,
            });
          });
        },
      );
      asked.once("error", reject);
      asked.once("timeout", () => asked.destroy(new Error("timeout")));
      asked.end(sent);
    });
}

/** A day's work of one user, again and again until told to stop. */
async function work(user, { url, fresh, seen, isOver }) {
  const call = browser(url, user);
  const think = () => pause(THINKING.least + Math.random() * (THINKING.most - THINKING.least));
  const doing = async (kind, method, path, body) => {
    try {
      const answer = await call(method, path, body);
      const isStale = answer.status === 409;
      seen.push({
        kind,
        took: answer.took,
        status: answer.status,
        isError: answer.status >= 400 && !isStale,
        isStale,
        bytes: answer.bytes,
      });
      if (answer.status >= 400 && !isStale)
        seen.faults.add(`${kind} ${answer.status} ${JSON.stringify(answer.json).slice(0, 200)}`);
      return answer;
    } catch (error) {
      seen.push({ kind, took: 60_000, status: 0, isError: true, isStale: false, bytes: 0 });
      seen.faults.add(`${kind} ${error.message}`);
      return null;
    }
  };
  await pause(Math.random() * THINKING.most);
  while (!isOver()) {
    const chance = Math.random();
    if (chance < 0.2) await doing("today", "GET", "/today");
    else if (chance < 0.35) await doing("list", "GET", `/cases?open=${any(["yes", "no"])}&sort=${any(["newest", "due"])}`);
    else if (chance < 0.5)
      await doing(
        "search",
        "GET",
        `/cases?text=${encodeURIComponent(any(["资金发放", "规划许可", "预算批复", "养老服务", "第17件"]))}`,
      );
    else if (chance < 0.6) await register(doing, seen);
    else await oneStep(doing, seen, { caseId: any(fresh), user });
    await think();
  }
}

async function register(doing, seen) {
  const id = `case-${randomUUID()}`;
  const answer = await doing("register", "POST", "/cases", {
    ...{ letterId: `letter-${id}`, channel: "in_person", arrivedOn: TODAY },
    requester: {
      kind: "natural",
      name: "某人",
      identity: { document: "other", number: id.slice(5, 23) },
      contact: { phone: "13900000000" },
    },
    wantedForm: { medium: "paper", delivery: "collect" },
    pieces: [{ id, description: `${any(["低保", "养老", "救助"])}资金的发放明细` }],
  });
  if (answer?.status === 200) seen.registered.push(id);
}

/** Looks at a case and takes it a step further, as it was looked at: somebody else may have been quicker. */
async function oneStep(doing, seen, { caseId, user }) {
  const view = await doing("case", "GET", `/cases/${caseId}`);
  if (view?.status !== 200) return;
  const { row: shown, steps } = view.json;
  const can = (id) => steps.some((one) => one.id === id && one.isAllowed && one.why === null);
  const eventId = `event-${randomUUID()}`;
  const [transition, input] = can("accept")
    ? ["accept", { handler: user.id }]
    : ["transfer-inside", { unit: any(["救助科", "养老科", "办公室"]) }];
  if (!can(transition)) return;
  await pause(500 + Math.random() * 1_000);
  const answer = await doing("step", "POST", `/cases/${caseId}/steps`, { transition, version: shown.version, eventId, input });
  if (answer?.status === 200) seen.events.push(eventId);
}

async function measure({ id, name, binaries }) {
  const folder = mkdtempSync(join(tmpdir(), "yangguang-office-"));
  const environment = { YANGGUANG_DATA_DIRECTORY: folder, PGBIN: binaries, YANGGUANG_DATABASE_STATEMENT_SECONDS: "3600" };
  const database = await openDatabase(parseConfiguration({ text: null, path: "bench", folder, environment }));
  let office = null;
  try {
    const count = USERS[id];
    say(`${name}: ${CASES} cases, ${count} users`);
    const begun = performance.now();
    const fresh = await fillCases(database, Math.min(2_000, CASES / 5));
    const filled = (performance.now() - begun) / 1000;
    const users = await signedIn(database, count);
    const { rows } = await sql`
      select current_setting('server_version') as version, (pg_database_size(current_database()) / 1048576)::int as megabytes,
        (select count(*)::int from case_event) as events`.execute(database.db);
    say(`filled in ${filled.toFixed(0)} s; the office …`);
    office = await started(process.execPath, [join(DIST, "..", "bin", "yangguang.js"), "office", "--port", "0"], {
      env: { ...environment, YANGGUANG_OFFICE_PORT: "0" },
      ready: /(http:\/\/[\d.]+:\d+)/,
    });
    const seen = Object.assign([], { faults: new Set(), registered: [], events: [] });
    let isOver = false;
    const everybody = users.map((user) => work(user, { url: office.found[1], fresh, seen, isOver: () => isOver }));
    await pause(Math.min(10_000, SECONDS * 250));
    seen.length = 0; // the first questions of the day find nothing in memory
    const cpu = cpuSeconds(office.pid);
    await pause(SECONDS * 1000);
    const load = (cpuSeconds(office.pid) - cpu) / SECONDS;
    const measured = [...seen];
    isOver = true;
    await Promise.all(everybody);
    const memory = memoryOf(office.pid);
    const checked = await verified(database, seen);
    for (const fault of [...seen.faults].slice(0, 5)) say(fault);
    return { name, users: count, ...rows[0], filled, measured, memory, load, ...checked, faults: [...seen.faults] };
  } finally {
    if (office !== null) await stopped(office);
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that was acknowledged is in the register, once; nothing is there that was not. */
async function verified({ db }, { registered, events }) {
  const { rows: stepped } = await sql`select count(*)::int as count, count(distinct id)::int as different from case_event
    where id = any(${events}::text[])`.execute(db);
  const { rows: others } =
    await sql`select count(*)::int as count from case_event where id like 'event-%' and not (id = any(${events}::text[]))`.execute(
      db,
    );
  const { rows: opened } = await sql`select count(*)::int as count from case_file where id = any(${registered}::text[])`.execute(
    db,
  );
  return {
    acknowledged: events.length,
    written: stepped[0].different,
    unsaid: others[0].count,
    registered: registered.length,
    opened: opened[0].count,
  };
}

const KINDS = [
  ["today", "today's desk", AIMS.page],
  ["list", "register of cases", AIMS.page],
  ["search", "search in the register", AIMS.page],
  ["case", "a case", AIMS.page],
  ["step", "a step taken", AIMS.step],
  ["register", "a request registered", AIMS.step],
];
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const all = [];
for (const server of servers()) all.push(await measure(server));

const parts = all.map((one) => {
  const lines = KINDS.map(([kind, what, aim]) => {
    const of = one.measured.filter((answer) => answer.kind === kind);
    const took = of.map((answer) => answer.took).sort((a, b) => a - b);
    const p95 = at(took, 0.95);
    const bytes = of.reduce((sum, answer) => sum + answer.bytes, 0) / Math.max(1, of.length);
    return row([
      what,
      number(of.length),
      ms(at(took, 0.5)),
      ms(p95),
      ms(at(took, 0.99)),
      `${aim} ${p95 <= aim ? "met" : "**missed**"}`,
      of.filter(({ isError }) => isError).length,
      of.filter(({ isStale }) => isStale).length,
      (bytes / 1024).toFixed(0),
    ]);
  });
  return `## ${number(one.users)} users, ${one.name} ${one.version}

${number(CASES)} cases with ${number(one.events)} events, ${number(one.megabytes)} MB, filled in ${number(one.filled)} s. ${(one.measured.length / SECONDS).toFixed(1)} requests a second; the office used ${(one.load * 100).toFixed(0)} % of a core and ${one.memory.most} MB at its most.

${row(["", "asked", "p50 ms", "p95 ms", "p99 ms", "aim p95", "errors", "told of a newer version", "KB"])}
${row(["---", "---:", "---:", "---:", "---:", "---", "---:", "---:", "---:"])}
${lines.join("\n")}

Steps acknowledged: ${one.acknowledged}; of them in the register: ${one.written}; written but not acknowledged: ${one.unsaid}. Requests acknowledged: ${one.registered}; in the register: ${one.opened}. ${one.acknowledged === one.written && one.unsaid === 0 && one.registered === one.opened ? "No update was lost." : "**Updates were lost or not told.**"}
${one.faults.length === 0 ? "" : `\nErrors: ${one.faults.slice(0, 5).join("; ")}\n`}`;
});
const page = `# People at work in the office

Made by \`node bench/office.mjs ${CASES} ${SECONDS}\`, ${new Date().toISOString().slice(0, 10)}. ${machine()}.
Each user has a session and a connection of their own, does something, and thinks for ${THINKING.least / 1000} to ${THINKING.most / 1000} seconds: a fifth looks at the day's desk, 15 % at the register, 15 % searches it, a tenth registers a request, the rest opens a case and takes it a step further, all in one register and on the same two thousand open cases, so that they get in each other's way. The machine was shared and runs users, office and database: absolute values vary by half or more.

${parts.join("\n")}
`;
writeFileSync(join(ROOT, "bench", "RESULTS-office.md"), page);
process.stdout.write(page);
