import type { Account } from "../../register/account.js";
import { EVERY_AGENCY } from "../../register/account.js";
import type { NoticeKind } from "../../register/notice.js";
import type { OfficeRole } from "../../register/office-role.js";
import { loadAccounts } from "../../storage/accounts/account-store.js";
import { assignmentsSince, failedBackup, itemsWaiting, returnedSince } from "../../storage/notices/notice-causes.js";
import { addNotices, forgetNotices, type NewNotice } from "../../storage/notices/notice-store.js";
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
  const found = [
    ...(await ofCases(office, people)),
    ...(await ofAssignments(office, people, since)),
    ...(await ofItems(office, people, since)),
    ...(await ofBackups(office, people)),
  ];
  await forgetNotices(database.db, new Date(now.getTime() - KEPT_DAYS * DAY).toISOString());
  return addNotices(database.db, found, now.toISOString());
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

/** Cases that are due or late, and new ones from the portal: to whom they were given, else to everybody at the desk; late ones to the head, too. */
async function ofCases(office: Office, people: People): Promise<NewNotice[]> {
  const today = todayIn(office);
  const found: NewNotice[] = [];
  for (const { agency } of await loadAgencies(office.database)) {
    if (people.with(agency.id, STAFF).length === 0) continue;
    await refreshSummaries(office.database, agency.id, await lawOf(office, agency.id));
    for (const summary of await deskSummaries(office.database, agency.id)) {
      const own = people.named(agency.id, summary.handler);
      const desk = own.length > 0 ? own : people.with(agency.id, ["handler", "reviewer"]);
      const urgency = urgencyOn(summary, today, office.calendar);
      if (urgency === "soon") found.push(...caseNotices("due-soon", summary, desk, summary.due ?? ""));
      if (urgency === "late") {
        const told = new Set([...desk, ...people.with(agency.id, ["head"])]);
        found.push(...caseNotices("overdue", summary, [...told], summary.due ?? ""));
      }
      const isNew = summary.channel === "online" && (summary.state === "unconfirmed" || summary.state === "received");
      if (isNew) found.push(...caseNotices("from-portal", summary, people.with(agency.id, STAFF), ""));
    }
  }
  return found;
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
