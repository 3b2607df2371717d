import { EVERY_AGENCY } from "../../register/account.js";
import { ACTIVITY_KINDS } from "../../register/activity.js";
import { loadAccounts } from "../../storage/accounts/account-store.js";
import { recordsCalled } from "../../storage/audit/audit-names.js";
import { type AuditPlace, type FoundEntry, searchAudit as search } from "../../storage/audit/search-audit.js";
import type { Actor, Office } from "../office.js";
import { type AuditNames, auditNames, nakedSubject } from "./audit-names.js";
import { type AuditChange, entryChanges, entryWords } from "./audit-words.js";

/** What is looked for; what is left out is not asked. */
export interface AuditQuestion {
  readonly agencyId?: string | undefined;
  /** A person's name, or part of it, or their id. */
  readonly who?: string | undefined;
  /** A kind of record or an activity. */
  readonly kind?: string | undefined;
  /** The name of a record, or the number of a request or a letter. */
  readonly subject?: string | undefined;
  /** Days in China, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** An entry of the audit trail in words. */
export interface AuditLine {
  readonly chain: string;
  readonly position: number;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly kind: string;
  readonly what: string;
  readonly subject: string;
  readonly subjectName: string | null;
  readonly reason: string | null;
  readonly changes: readonly AuditChange[];
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** Null at the end. */
  readonly next: AuditPlace | null;
}

/** Looks through the audit trail, newest first. An auditor of one agency sees its chain; the auditor of all sees every chain. */
export async function searchAudit(
  office: Office,
  actor: Actor,
  { question, after, limit }: { readonly question: AuditQuestion; readonly after: AuditPlace | null; readonly limit: number },
): Promise<AuditPage> {
  const chains = chainsOf(actor, question.agencyId);
  const isActivity = ACTIVITY_KINDS.some((one) => one === question.kind);
  const found = await search(office.database, {
    chains,
    who: question.who ? await idsOf(office, question.who) : null,
    kind: question.kind && !isActivity ? question.kind : null,
    activity: isActivity ? (question.kind ?? null) : null,
    subjects: question.subject ? await recordsCalled(office.database, question.subject.trim()) : null,
    from: question.from ? startOfDay(question.from, 0) : null,
    until: question.to ? startOfDay(question.to, 1) : null,
    after,
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const names = await auditNames(office, shown);
  const last = shown.at(-1);
  return {
    lines: shown.map((entry) => lineOf(entry, names)),
    next: found.length > limit && last !== undefined ? last.place : null,
  };
}

/** The chains somebody audits, of those they ask for; null: all. */
function chainsOf({ roles }: Actor, asked: string | undefined): readonly string[] | null {
  const own = roles.filter(({ role }) => role === "audit-administrator").map(({ agencyId }) => agencyId);
  if (own.includes(EVERY_AGENCY)) return asked ? [asked] : null;
  return asked ? own.filter((id) => id === asked) : own;
}

async function idsOf({ database }: Office, who: string): Promise<string[]> {
  const wanted = who.trim().toLowerCase();
  const accounts = await loadAccounts(database);
  const named = accounts.filter(({ account }) =>
    [account.name, account.loginName].some((name) => name.toLowerCase().includes(wanted)),
  );
  return [who.trim(), ...(wanted === "系统" ? ["system"] : []), ...named.map(({ account }) => account.id)];
}

/** Midnight in China, some days later. */
function startOfDay(day: string, later: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 24 * 3_600_000).toISOString();
}

function lineOf(entry: FoundEntry, { nameOf, subjectName }: AuditNames): AuditLine {
  const { place, kind, by, row, before } = entry;
  const subject = nakedSubject(entry);
  return {
    chain: place.chain,
    position: place.position,
    at: place.at,
    by,
    byName: by === "anybody" ? "未登录" : nameOf(by),
    kind: kind === "activity" && row !== null ? String(row.kind) : kind,
    what: entryWords(kind, row),
    subject,
    subjectName: subjectName(entry),
    reason: typeof row?.reason === "string" ? row.reason : null,
    changes: entryChanges(kind, row, before),
  };
}
