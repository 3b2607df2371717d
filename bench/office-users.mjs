// People at work in the office: each has a session and a connection of their own, does something, and thinks.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { any, DIST, freshOf, TODAY } from "./office-register.mjs";

const { saveAccount } = await import(join(DIST, "storage/accounts/account-store.js"));
const { openSession } = await import(join(DIST, "storage/accounts/session-store.js"));

/** Between two things somebody does: three to seven seconds, which is a very busy day. */
export const THINKING = { least: 3_000, most: 7_000 };

/** Accounts with a session, a handler each, spread over the agencies. */
export async function signedIn(database, count, plan) {
  const now = new Date();
  const users = [];
  for (let at = 0; at < count; at++) {
    const id = `user-${at}`;
    const agency = plan.agencies[at % plan.agencies.length];
    const roles = ["handler", "head"].map((role) => ({ role, agencyId: agency }));
    const account = { id, loginName: id, name: `经办人${at}`, roles, email: null, isDisabled: false };
    await saveAccount(database, { account, version: 0, recordedBy: "bench" });
    const secret = await openSession(database, {
      ...{ accountId: id, stage: "full", at: now.toISOString(), idleMinutes: 30, browser: "bench" },
      endsAt: new Date(now.getTime() + 8 * 3_600_000).toISOString(),
    });
    users.push({ id, agency, fresh: freshOf(agency, plan), cookie: `yangguang-session=${secret}` });
  }
  return users;
}

/** A browser of one user: one connection, answers as they come. */
export function browser(url, { cookie, agency }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const sent = body === undefined ? undefined : JSON.stringify(body);
      const asked = request(
        `${url}/api/agencies/${agency}${path}`,
        {
          ...{ method, agent, timeout: 60_000 },
          headers: {
            ...{ cookie, "x-requested-with": "yangguang", ...(method !== "GET" && { "idempotency-key": randomUUID() }) },
            ...(sent !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(sent) }),
          },
        },
        (answer) => {
          const chunks = [];
          answer.on("data", (chunk) => chunks.push(chunk));
          answer.once("error", reject);
          answer.once("end", () => {
            const took = performance.now() - begun;
            resolve({ status: answer.statusCode, took, text: Buffer.concat(chunks).toString("utf8") });
          });
        },
      );
      asked.once("error", reject);
      asked.once("timeout", () => asked.destroy(new Error("timeout")));
      asked.end(sent);
    });
}

/** A day's work of one user, again and again until told to stop. */
export async function work(user, { url, seen, isOver }) {
  const call = browser(url, user);
  const think = () => pause(THINKING.least + Math.random() * (THINKING.most - THINKING.least));
  const doing = async (kind, method, path, body) => {
    try {
      const { status, took, text } = await call(method, path, body);
      const isStale = status === 409;
      const isError = status >= 400 && !isStale;
      seen.push({ kind, took, status, isError, isStale, bytes: text.length });
      if (isError) seen.faults.add(`${kind} ${status} ${text.slice(0, 200)}`);
      return { status, text };
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
    else if (chance < 0.5) await doing("search", "GET", `/cases?text=${encodeURIComponent(any(SEARCHED))}`);
    else if (chance < 0.6) await register(doing, seen);
    else await oneStep(doing, seen, { caseId: any(user.fresh), user });
    await think();
  }
}

export const SEARCHED = ["资金发放", "规划许可", "预算批复", "养老服务", "第17件"];

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
  const { row: shown, steps } = JSON.parse(view.text);
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

/** Everything that was acknowledged is in the register, once; nothing is there that was not. */
export async function verified(database, { registered, events }, sql) {
  const { db } = database;
  const count = async (question) => (await question.execute(db)).rows[0].count;
  return {
    acknowledged: events.length,
    written: await count(sql`select count(distinct id)::int as count from case_event where id = any(${events}::text[])`),
    unsaid: await count(
      sql`select count(*)::int as count from case_event where id like 'event-%' and not (id = any(${events}::text[]))`,
    ),
    registered: registered.length,
    opened: await count(sql`select count(*)::int as count from case_file where id = any(${registered}::text[])`),
  };
}
