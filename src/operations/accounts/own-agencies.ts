import { EVERY_AGENCY } from "../../register/account.js";
import { type Agency, onDay } from "../../register/agency.js";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import { type Actor, type Office, todayIn } from "../office.js";

/** An agency as a list names it. */
export interface NamedAgency {
  readonly agency: Agency;
  readonly name: string;
  readonly parentId: string | null;
  /** Supervised from above: its records may be read. */
  readonly isBelow: boolean;
}

/** The agencies somebody has anything to do with: those of their roles, and those below a supervisor's (条例 第三条). */
export async function ownAgencies(office: Office, { roles }: Actor): Promise<NamedAgency[]> {
  const today = todayIn(office);
  const all = (await loadAgencies(office.database)).map(({ agency }) => agency);
  const parents = new Map(all.map((agency) => [agency.id, onDay(agency.parents, today)]));
  const own = new Set(roles.map(({ agencyId }) => agencyId));
  const supervised = new Set(roles.filter(({ role }) => role === "supervisor").map(({ agencyId }) => agencyId));
  return all.flatMap((agency) => {
    const isOwn = own.has(EVERY_AGENCY) || own.has(agency.id);
    const isBelow = !isOwn && isUnder(agency.id, supervised, parents);
    if (!isOwn && !isBelow) return [];
    const name = onDay(agency.names, today) ?? agency.names.at(-1)?.value ?? agency.id;
    return [{ agency, name, parentId: parents.get(agency.id) ?? null, isBelow }];
  });
}

function isUnder(id: string, above: ReadonlySet<string>, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (above.has(at)) return true;
    seen.add(at);
  }
  return false;
}
