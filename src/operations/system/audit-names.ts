import { onDay } from "../../register/agency.js";
import { caseNumbers, tokenNames } from "../../storage/audit/audit-names.js";
import type { FoundEntry } from "../../storage/audit/search-audit.js";
import { agenciesNow } from "../../storage/stores/agency-store.js";
import { namesOf } from "../cases/names-of.js";
import { type Office, todayIn } from "../office.js";

/** What people call those who did something and what it was done to. */
export interface AuditNames {
  readonly nameOf: (id: string) => string;
  /** Null where it has no other name than the one it is stored under. */
  readonly subjectName: (entry: FoundEntry) => string | null;
}

const TOKEN = "token:";

/** The names in some entries of the audit trail: persons, other systems, agencies, the numbers of requests and letters. Of a request nothing else is told. */
export async function auditNames(office: Office, entries: readonly FoundEntry[]): Promise<AuditNames> {
  const tokens = entries.flatMap(({ by }) => (by.startsWith(TOKEN) ? [by.slice(TOKEN.length)] : []));
  const [person, numbers, systems, { agencies }] = await Promise.all([
    namesOf(
      office,
      entries.flatMap((entry) => [entry.by, nakedSubject(entry)]),
    ),
    caseNumbers(office.database, entries.map(caseOf)),
    tokenNames(office.database, tokens),
    agenciesNow(office.database),
  ]);
  const today = todayIn(office);
  const agencyNames = new Map(agencies.map(({ id, names }) => [id, onDay(names, today) ?? names.at(-1)?.value ?? id] as const));
  const nameOf = (id: string): string =>
    (id.startsWith(TOKEN) ? systems.get(id.slice(TOKEN.length)) : undefined) ?? agencyNames.get(id) ?? person(id);
  return {
    nameOf,
    subjectName(entry) {
      const number = typeof entry.row?.number === "string" ? entry.row.number : numbers.get(caseOf(entry));
      if (number !== undefined) return number;
      const subject = nakedSubject(entry);
      const name = nameOf(subject);
      return name === subject ? null : name;
    },
  };
}

/** What an entry was done to: of an activity what it says, of others the first part of their key. */
export function nakedSubject({ kind, subject, row }: FoundEntry): string {
  if (kind === "activity" && row !== null) return String(row.subject);
  const [first = "", second] = subject.split("\u001f");
  return kind === "setting_version" ? (second ?? first) : first;
}

/** The request an entry belongs to, where it does: what is attached to it or sent says so itself. */
function caseOf(entry: FoundEntry): string {
  return typeof entry.row?.case_id === "string" ? entry.row.case_id : nakedSubject(entry);
}
