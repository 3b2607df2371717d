import { addDays } from "../../law/calendar/day-arithmetic.js";
import type { Account } from "../../register/account.js";
import { EVERY_AGENCY } from "../../register/account.js";
import { type NoticeKind, togetherText } from "../../register/notice.js";
import type { OfficeRole } from "../../register/office-role.js";
import { loadAccounts } from "../../storage/accounts/account-store.js";
import {
  assignmentsSince,
  failedBackup,
  itemsWaiting,
  leftSubmissions,
  returnedSince,
} from "../../storage/notices/notice-causes.js";
import { addNotices, addTogether, forgetNotices, type NewNotice } from "../../storage/notices/notice-store.js";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import { deskSummaries, type SummarizedCase } from "../../storage/stores/case-summary-store.js";
import { refreshSummaries } from "../../storage/stores/refresh-summaries.js";
import { urgencyOn } from "../cases/case-row.js";
import { lawOf } from "../cases/own-case.js";
import { type Office, todayIn } from "../office.js";

const DAY = 24 * 3_600_000;
/** What happened longer ago was seen, or is no news any more. */
const NEWS_DAYS = 7;
const KEPT_DAYS = 90;

/** Looks through the register for what somebody should know, and keeps what they were not told before. Gives how many notices are new. */
export async function collectNotices(office: Office): Promise<number> {
  const { database } = office;
  const people = new People((await loadAccounts(database)).map(({ account }) => account));
  const now = office.now();
  const since = new Date(now.getTime() - NEWS_DAYS * DAY).toISOString();
  const cases = await ofCases(office, people);
  const found = [
    ...cases.single,
    ...(await ofAssignments(office, people, since)),
    ...(await ofItems(office, people, since)),
    ...(await ofBackups(office, people)),
  ];
  await forgetNotices(database.db, new Date(now.getTime() - KEPT_DAYS * DAY).toISOString());
  const together = [...cases.together, ...(await ofSubmissions(office, people))];
  return (
    (await addNotices(database.db, found, now.toISOString())) + (await addTogether(database.db, together, now.toISOString()))
  );
}

/** Who works where. */
class People {
  readonly #accounts: readonly Account[];

  constructor(accounts: readonly Account[]) {
    this.#accounts = accounts.filter(({ isDisabled }) => !isDisabled);
  }

  with(agencyId: string, roles: readonly OfficeRole[]): readonly Account[] {
    return this.#accounts.filter((account) =>
      account.roles.some((one) => (one.agencyId === agencyId || one.agencyId === EVERY_AGENCY) && roles.includes(one.role)),
    );
  }

  /** Whoever bears a name in an agency: the register names handlers as letters do. */
  named(agencyId: string, name: string | null): readonly Account[] {
    return name === null ? [] : this.with(agencyId, STAFF).filter((account) => account.name === name);
  }

  byId(ids: readonly string[]): readonly Account[] {
    return this.#accounts.filter(({ id }) => ids.includes(id));
  }
}

const STAFF = ["handler", "reviewer", "head"] as const satisfies readonly OfficeRole[];

interface OfCases {
  readonly single: readonly NewNotice[];
  readonly together: readonly NewNotice[];
}

/**
 * Cases that are due or late, and new ones from the portal. One that was given to somebody is told to them, by itself; those that were given to
 * nobody are told to everybody at the desk, all in one notice: hundreds of them to hundreds of people would be a flood that nobody reads. Late
 * ones are told to the head, too.
 */
async function ofCases(office: Office, people: People): Promise<OfCases> {
  const today = todayIn(office);
  const single: NewNotice[] = [];
  const together: NewNotice[] = [];
  for (const { agency } of await loadAgencies(office.database)) {
    const heads = people.with(agency.id, ["head"]);
    const desk = people.with(agency.id, ["handler", "reviewer"]);
    if (desk.length === 0 && heads.length === 0) continue;
    await refreshSummaries(office.database, agency.id, await lawOf(office, agency.id));
    const unassigned = { soon: [] as SummarizedCase[], late: [] as SummarizedCase[] };
    for (const summary of await deskSummaries(office.database, agency.id)) {
      const own = people.named(agency.id, summary.handler);
      const urgency = urgencyOn(summary, today, office.calendar);
      if (urgency === "soon" || urgency === "late") {
        if (own.length === 0) unassigned[urgency].push(summary);
        else single.push(...ownNotices(urgency, summary, own, heads));
      }
      const isNew = summary.channel === "online" && (summary.state === "unconfirmed" || summary.state === "received");
      if (isNew) single.push(...caseNotices("from-portal", summary, people.with(agency.id, STAFF), ""));
    }
    together.push(
      ...unassignedNotices(office, "due-soon-unassigned", unassigned.soon, desk),
      ...unassignedNotices(office, "overdue-unassigned", unassigned.late, [...new Set([...desk, ...heads])]),
    );
  }
  return { single, together };
}

function ownNotices(
  urgency: "soon" | "late",
  summary: SummarizedCase,
  own: readonly Account[],
  heads: readonly Account[],
): NewNotice[] {
  if (urgency === "soon") return caseNotices("due-soon", summary, own, summary.due ?? "");
  return caseNotices("overdue", summary, [...new Set([...own, ...heads])], summary.due ?? "");
}

/** One notice for each, about all of them; told again only when another one comes to them. */
function unassignedNotices(
  office: Office,
  kind: "due-soon-unassigned" | "overdue-unassigned",
  cases: readonly SummarizedCase[],
  to: readonly Account[],
): NewNotice[] {
  const [first] = cases;
  if (first === undefined) return [];
  const { agencyId } = first;
  const number = togetherText(cases.length, first.number);
  const days = cases.flatMap(({ due }) => due ?? []).sort();
  const mark = cases.map((one) => cameAt(office, one)).reduce((last, one) => (one > last ? one : last));
  return to.map(({ id }) => ({ accountId: id, agencyId, kind, subject: agencyId, mark, number, dueOn: days[0] ?? null }));
}

const MOST_DAYS_BACK = 40;

/** Since when a case is as urgent as it is now and given to nobody: the begin of the day it became so, or its last act, whichever is later. */
function cameAt({ calendar, now }: Office, summary: SummarizedCase): string {
  let day = todayIn({ now });
  const urgency = urgencyOn(summary, day, calendar);
  const lateSince = summary.due === null ? day : addDays(summary.due, 1);
  if (urgency === "late") day = lateSince;
  else {
    // Holidays may stand between: the days are looked at one by one, and there are not many of them.
    for (let step = 0; step < MOST_DAYS_BACK && urgencyOn(summary, addDays(day, -1), calendar) === urgency; step++)
      day = addDays(day, -1);
  }
  const began = new Date(`${day}T00:00:00+08:00`).toISOString();
  const acted = new Date(summary.updatedAt).toISOString();
  return acted > began ? acted : began;
}

async function ofSubmissions({ database }: Office, people: People): Promise<NewNotice[]> {
  return (await leftSubmissions(database.db)).flatMap(({ agencyId, count, only, lastAt }) =>
    people.with(agencyId, STAFF).map(({ id }) => ({
      ...{ accountId: id, agencyId, kind: "submission-left", subject: agencyId, mark: new Date(lastAt).toISOString() },
      ...{ number: togetherText(count, only), dueOn: null },
    })),
  );
}

function caseNotices(kind: NoticeKind, summary: SummarizedCase, to: readonly Account[], mark: string): NewNotice[] {
  const { caseId, agencyId, number, due } = summary;
  return to.map(({ id }) => ({ accountId: id, agencyId, kind, subject: caseId, mark, number, dueOn: due }));
}

async function ofAssignments({ database }: Office, people: People, since: string): Promise<NewNotice[]> {
  const given = await assignmentsSince(database.db, since);
  return given.flatMap(({ caseId, agencyId, number, handler, eventId, by, dueOn }) =>
    people
      .named(agencyId, handler)
      .filter(({ id }) => id !== by)
      .map(({ id }) => ({ accountId: id, agencyId, kind: "assigned", subject: caseId, mark: eventId, number, dueOn })),
  );
}

async function ofItems({ database }: Office, people: People, since: string): Promise<NewNotice[]> {
  const returned = (await returnedSince(database.db, since)).flatMap(({ itemId, agencyId, eventId, number, authors }) =>
    people
      .byId(authors)
      .map(({ id }) => ({ accountId: id, agencyId, kind: "item-returned", subject: itemId, mark: eventId, number, dueOn: null })),
  );
  const waiting = (await itemsWaiting(database.db)).flatMap((item) => {
    // A review chain names roles of the office; whoever wrote the item signs no step of it.
    const mayReview = people
      .with(item.agencyId, item.roles as readonly OfficeRole[]) // checked when the chain was set
      .filter(({ id }) => (item.people.length === 0 || item.people.includes(id)) && !item.authors.includes(id));
    const { itemId, agencyId, mark, number, dueOn } = item;
    return mayReview.map(({ id }) => ({ accountId: id, agencyId, kind: "review-waiting", subject: itemId, mark, number, dueOn }));
  });
  return [...returned, ...waiting];
}

async function ofBackups({ database }: Office, people: People): Promise<NewNotice[]> {
  const failed = await failedBackup(database.db);
  if (failed === null) return [];
  return people.with(EVERY_AGENCY, ["system-administrator"]).map(({ id }) => ({
    ...{ accountId: id, agencyId: EVERY_AGENCY, kind: "backup-failed", subject: "back-up", mark: failed.id },
    ...{ number: "", dueOn: null },
  }));
}
