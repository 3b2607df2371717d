// The registers the office is measured on: fifty thousand cases of one agency, or of the agencies of a province. Filled once through the
// product's own stores, so that chain, summaries and counts are those of real work; kept, and copied for each measurement.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { say } from "./under-load.mjs";

export const ROOT = join(import.meta.dirname, "..");
export const DIST = process.env.YANGGUANG_DIST ?? join(ROOT, "dist");
const KEPT = process.env.YANGGUANG_BENCH_KEPT ?? join(tmpdir(), "yangguang-bench-office");
const load = (path) => import(join(DIST, path));
const { parseConfiguration } = await load("storage/configuration.js");
const { openDatabase } = await load("storage/open-database.js");
const { saveAgencies } = await load("storage/stores/agency-store.js");
const { openCases } = await load("storage/stores/case-store.js");
const { verifyAudit } = await load("storage/audit/verify-audit.js");
const { caseState } = await load("register/case-state.js");
const { rehearsedYear } = await load("tally/rehearsed-year.js");
const { STATE_COUNCIL_CALENDAR: calendar } = await load("law/calendar/work-calendar.js");
const { formatForYear } = await load("report/formats/index.js");

const YEARS = Array.from({ length: 10 }, (_, at) => 2017 + at);
const MATTERS = ["最低生活保障", "养老服务", "殡葬管理", "社会救助"];
export const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const daysAgo = (days) => new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);
export const any = (list) => list[Math.floor(Math.random() * list.length)];

/** How the cases lie: all of one agency, where everybody is in everybody's way, or of fifty. */
export const LAYOUTS = {
  one: { agencies: ["b1"], says: "all of one agency" },
  province: { agencies: Array.from({ length: 50 }, (_, at) => `b${at + 1}`), says: "of the fifty agencies of a province" },
};

export const environmentOf = (folder, { binaries }) => ({
  YANGGUANG_DATA_DIRECTORY: folder,
  PGBIN: binaries,
  YANGGUANG_DATABASE_STATEMENT_SECONDS: "3600",
  // A connection is held while the disk is waited for: with ten of them, readers would wait behind writers where the disk is slow.
  YANGGUANG_DATABASE_CONNECTIONS: "40",
});

export function opened(folder, server) {
  return openDatabase(parseConfiguration({ text: null, path: "bench", folder, environment: environmentOf(folder, server) }));
}

/** Ids of the fresh cases of an agency: those that people work on. */
export const freshOf = (agency, { agencies, cases }) =>
  Array.from({ length: Math.floor(Math.min(2_000, cases / 5) / agencies.length) }, (_, at) => `fresh-${agency}-${at}`);

/** A copy of the register, filled first when there is none. The copy belongs to whoever asked. */
export async function registerFor(server, layout, cases) {
  const kept = await keptRegister(server, layout, cases);
  const folder = join(mkdtempSync(join(tmpdir(), "yangguang-office-")), "data");
  // The server runs under an account of its own, to which the copy must belong too.
  const { status, stderr } = spawnSync("cp", ["-a", kept, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  spawnSync("chmod", ["o+x", dirname(folder)]);
  // What was copied is written to the disk now, and not while people work: each commit waits for the disk.
  spawnSync("sync");
  return { folder, ...JSON.parse(readFileSync(join(folder, "filled.json"), "utf8")) };
}

export async function keptRegister(server, layout, cases) {
  const kept = join(KEPT, `${server.id}-${layout}-${cases}`);
  if (existsSync(kept)) return kept;
  const folder = `${kept}.filling`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const begun = performance.now();
  const database = await opened(folder, server);
  try {
    say(`filling ${cases} cases, ${layout}, ${server.name} …`);
    await fill(database, { ...LAYOUTS[layout], cases });
    const seconds = Math.round((performance.now() - begun) / 1000);
    const { isIntact, entries } = await verifyAudit(database);
    if (!isIntact) throw new Error("The chain of the filled register is broken.");
    say(`filled in ${seconds} s; ${entries} entries of the chain are in order`);
    writeFileSync(join(folder, "filled.json"), JSON.stringify({ seconds }));
  } finally {
    await database.close();
  }
  renameSync(folder, kept);
  return kept;
}

async function fill(database, plan) {
  const since = (value) => [{ value, from: "2000-01-01", until: null }];
  const agencyOf = (id, parent) => ({
    ...{ id, kind: "local-department", level: "city", names: since(`某市第${id.slice(1)}局`), creditCodes: [] },
    ...{ parents: since(parent), authorities: [], successor: null },
  });
  await saveAgencies(
    database,
    plan.agencies.map((id) => ({ agency: agencyOf(id, null), version: 0 })),
    { recordedBy: "bench" },
  );
  for (const agency of plan.agencies) await fillAgency(database, agency, plan);
  await sql.raw("vacuum analyze").execute(database.db);
}

/** What was answered, and nothing more came of it in two months, was filed away. */
function filedAway(request, events) {
  const last = events
    .map(({ body }) => body.on)
    .sort()
    .at(-1);
  const on = new Date(Date.parse(last) + 60 * 86_400_000).toISOString().slice(0, 10);
  const isOver = ["served", "lapsed", "withdrawn"].includes(caseState({ request, events }).name);
  return isOver && on <= TODAY ? [{ id: `${request.id}-archived`, body: { type: "archived", on } }] : [];
}

/** Ten years of requests as the rehearsal makes them, and as many fresh ones as people will work on. */
async function fillAgency(database, agencyId, plan) {
  const ids = freshOf(agencyId, plan);
  const each = Math.floor((plan.cases / plan.agencies.length - ids.length) / YEARS.length);
  const format = formatForYear(2025);
  for (const year of YEARS) {
    const { requests } = rehearsedYear({ seed: year, agencyId, year, requests: each, format, calendar });
    const known = requests
      .map(({ request, events }) => ({ request, events: events.filter(({ body }) => body.on <= TODAY) }))
      .filter(({ events }) => events.length > 0)
      .map(({ request, events }) => ({
        request,
        events: [
          ...events.map(({ id, body, reason }) => ({ id, body, ...(reason !== undefined && { reason }) })),
          ...filedAway(request, events),
        ],
      }));
    for (let at = 0; at < known.length; at += 500) await openCases(database, known.slice(at, at + 500), "bench");
    if (plan.agencies.length === 1) say(`${year}: ${known.length}`);
  }
  const files = ids.map((id, at) => ({
    request: {
      ...{ id, agencyId, letterId: id, number: `新${at}`, channel: "in_person", arrivedOn: daysAgo(at % 12) },
      description: `${any(MATTERS)}资金发放情况第${at}项`,
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
}
