// npm run build && node bench/office.mjs [cases] [seconds]: people at work in the office: fifty on the embedded server, five hundred on
// PostgreSQL of the system, the office as a process of its own; and each page alone. Writes bench/RESULTS-office.md.
// `node bench/office.mjs fill [cases]` only fills the registers, which are kept (YANGGUANG_BENCH_KEPT) and copied for each measurement.
// YANGGUANG_BENCH_RUNS=embedded-one,system-province takes some of them; YANGGUANG_BENCH_PROFILE=folder has the office write a profile.
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { pagesAlone } from "./office-pages.mjs";
import { DIST, environmentOf, keptRegister, LAYOUTS, opened, ROOT, registerFor } from "./office-register.mjs";
import { signedIn, THINKING, verified, work } from "./office-users.mjs";
import { cpuOfFamily, cpuSeconds, machine, memoryOf, ms, number, row, say, servers, started, stopped } from "./under-load.mjs";

const given = process.argv.slice(2);
const isFilling = given[0] === "fill";
const [CASES = 50_000, SECONDS = 60] = given.slice(isFilling ? 1 : 0).map(Number);
const AIMS = { alone: 100, page: 200, step: 300 };
const { verifyAudit } = await import(join(DIST, "storage/audit/verify-audit.js"));

const byId = new Map(servers().map((server) => [server.id, server]));
const RUNS = [
  { id: "embedded-one", server: "embedded", layout: "one", users: 50, hasPages: true },
  { id: "system-province", server: "system", layout: "province", users: 500 },
  { id: "system-one", server: "system", layout: "one", users: 500 },
].filter(({ id, server }) => byId.has(server) && (process.env.YANGGUANG_BENCH_RUNS ?? id).split(",").includes(id));

async function measure({ server: serverId, layout, users: count, hasPages = false }) {
  const server = byId.get(serverId);
  const { folder, seconds: filled } = await registerFor(server, layout, CASES);
  const plan = { ...LAYOUTS[layout], cases: CASES };
  const database = await opened(folder, server);
  let office = null;
  try {
    say(`${server.name}: ${CASES} cases ${plan.says}, ${count} users`);
    const users = await signedIn(database, count, plan);
    const { rows } = await sql`
      select current_setting('server_version') as version, (pg_database_size(current_database()) / 1048576)::int as megabytes,
        (select count(*)::int from case_event) as events`.execute(database.db);
    office = await startedOffice(folder, server);
    const url = office.found[1];
    const pages = hasPages ? await pagesAlone(url, users[0]) : null;
    const seen = Object.assign([], { faults: new Set(), registered: [], events: [] });
    let isOver = false;
    const everybody = users.map((user) => work(user, { url, seen, isOver: () => isOver }));
    await pause(Math.min(15_000, SECONDS * 250));
    seen.length = 0; // the first questions of the day find nothing in memory
    const postmaster = database.server().pid;
    const before = [cpuSeconds(office.pid), cpuOfFamily(postmaster), cpuSeconds(process.pid)];
    await pause(SECONDS * 1000);
    const after = [cpuSeconds(office.pid), cpuOfFamily(postmaster), cpuSeconds(process.pid)];
    const load = after.map((value, at) => (value - before[at]) / SECONDS);
    const measured = [...seen];
    isOver = true;
    await Promise.all(everybody);
    const memory = memoryOf(office.pid);
    await stopped(office);
    office = null;
    const checked = await verified(database, seen, sql);
    const chain = await verifyAudit(database);
    for (const fault of [...seen.faults].slice(0, 5)) say(fault);
    const told = { measured, memory, load, pages, chain, faults: [...seen.faults] };
    return { name: server.name, says: plan.says, users: count, filled, ...rows[0], ...told, ...checked };
  } finally {
    if (office !== null) await stopped(office);
    await database.close();
    rmSync(dirname(folder), { recursive: true, force: true });
  }
}

function startedOffice(folder, server) {
  const profile = process.env.YANGGUANG_BENCH_PROFILE;
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  return started(process.execPath, [...flags, join(DIST, "..", "bin", "yangguang.js"), "office", "--port", "0"], {
    env: { ...environmentOf(folder, server), YANGGUANG_OFFICE_PORT: "0" },
    ready: /(http:\/\/[\d.]+:\d+)/,
  });
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
const spread = (answers) => answers.map(({ took }) => took).sort((one, other) => one - other);
const verdict = (p95, aim) => `${aim} ${p95 <= aim ? "met" : "**missed**"}`;
const percent = (share) => `${(share * 100).toFixed(0)} %`;

function partOf(one) {
  const lines = KINDS.map(([kind, what, aim]) => {
    const of = one.measured.filter((answer) => answer.kind === kind);
    const took = spread(of);
    const bytes = of.reduce((sum, answer) => sum + answer.bytes, 0) / Math.max(1, of.length);
    return row([
      ...[what, number(of.length), ms(at(took, 0.5)), ms(at(took, 0.95)), ms(at(took, 0.99)), verdict(at(took, 0.95), aim)],
      ...[of.filter(({ isError }) => isError).length, of.filter(({ isStale }) => isStale).length, (bytes / 1024).toFixed(0)],
    ]);
  });
  const isKept = one.acknowledged === one.written && one.unsaid === 0 && one.registered === one.opened;
  const [office, server, people] = one.load;
  const each = ((office + server) * SECONDS * 1000) / one.measured.length;
  return `## ${number(one.users)} users, ${one.name} ${one.version}, ${one.says}

${number(CASES)} cases with ${number(one.events)} events, ${number(one.megabytes)} MB, filled in ${number(one.filled)} s. ${(one.measured.length / SECONDS).toFixed(1)} requests a second; of a core the office used ${percent(office)}, the database ${percent(server)}, the users ${percent(people)}: ${each.toFixed(1)} ms of processor a request in office and database. The office had ${one.memory.most} MB at its most.

${row(["", "asked", "p50 ms", "p95 ms", "p99 ms", "aim p95", "errors", "told of a newer version", "KB"])}
${row(["---", "---:", "---:", "---:", "---:", "---", "---:", "---:", "---:"])}
${lines.join("\n")}

Steps acknowledged: ${one.acknowledged}; of them in the register: ${one.written}; written but not acknowledged: ${one.unsaid}. Requests acknowledged: ${one.registered}; in the register: ${one.opened}. ${isKept ? "No update was lost." : "**Updates were lost or not told.**"} The chain of ${number(one.chain.entries)} entries is ${one.chain.isIntact ? "in order" : "**broken**"}.
${one.faults.length === 0 ? "" : `\nErrors: ${one.faults.slice(0, 5).join("; ")}\n`}${one.pages === null ? "" : pagesPart(one)}`;
}

const pagesPart = ({ name, pages }) => `
## Each page alone, ${name}

The same register before the users came: one user asks for one page after another, ${pages[0].took.length} times each after three that are not counted.

${row(["", "p50 ms", "p95 ms", "aim p95", "KB"])}
${row(["---", "---:", "---:", "---", "---:"])}
${pages.map(({ what, took, bytes }) => row([what, ms(at(took, 0.5)), ms(at(took, 0.95)), verdict(at(took, 0.95), AIMS.alone), (bytes / 1024).toFixed(0)])).join("\n")}
`;

if (isFilling) {
  for (const { server, layout } of RUNS) await keptRegister(byId.get(server), layout, CASES);
} else {
  const all = [];
  for (const run of RUNS) all.push(await measure(run));
  const page = `# People at work in the office

Made by \`node bench/office.mjs ${CASES} ${SECONDS}\`, ${new Date().toISOString().slice(0, 10)}. ${machine()}.
Each user has a session and a connection of their own, does something, and thinks for ${THINKING.least / 1000} to ${THINKING.most / 1000} seconds: a fifth looks at the day's desk, 15 % at the register, 15 % searches it, a tenth registers a request, the rest opens one of the two thousand fresh cases and takes it a step further, so that they get in each other's way. Where the cases lie with the agencies of a province, as they do in a province, each user works for one of these; where all lie with one agency, five hundred people write into one chain, which is harder than anything real. The machine runs users, office and database.

${all.map(partOf).join("\n")}
`;
  writeFileSync(process.env.YANGGUANG_BENCH_RESULT ?? join(ROOT, "bench", "RESULTS-office.md"), page);
  process.stdout.write(page);
}
