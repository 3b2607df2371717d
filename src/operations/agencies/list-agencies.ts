import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { AGENCY_KIND_LABELS, AGENCY_LEVEL_LABELS, type Agency, type Dated, onDay } from "../../register/agency.js";
import { loadAccounts } from "../../storage/accounts/account-store.js";
import { agencyVersions, loadAgencies, type StoredAgency } from "../../storage/stores/agency-store.js";
import { openCasesByAgency } from "../../storage/stores/open-case-counts.js";
import type { Labelled } from "../cases/labelled.js";
import { namesOf } from "../cases/names-of.js";
import { type Office, todayIn } from "../office.js";

/** An agency in the list, as it is today. */
export interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Labelled;
  readonly level: Labelled;
  readonly parentId: string | null;
  readonly creditCode: string | null;
  /** "later": its first day is still to come. */
  readonly standing: "living" | "later" | "ended";
  readonly successor: { readonly id: string; readonly name: string; readonly from: PlainDate } | null;
  readonly openCases: number;
  readonly version: number;
}

/** What held from a day to another; `until` is the first day it no longer did. */
export interface DatedText {
  readonly value: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** One agency with its past, and what hangs on it. */
export interface AgencyView extends AgencyRow {
  readonly names: readonly DatedText[];
  readonly creditCodes: readonly DatedText[];
  readonly parents: readonly DatedText[];
  /** The agencies it carries on. */
  readonly predecessors: readonly { readonly id: string; readonly name: string; readonly from: PlainDate }[];
  /** Living agencies right below it. */
  readonly below: readonly { readonly id: string; readonly name: string }[];
  /** Accounts in use with a role in it. */
  readonly people: number;
  readonly changes: readonly {
    readonly version: number;
    readonly recordedAt: string;
    readonly recordedBy: string;
    readonly reason: string | null;
  }[];
}

/** Every agency there is or was, in the order of their ids. */
export async function listAgencies(office: Office): Promise<AgencyRow[]> {
  const stored = await loadAgencies(office.database);
  const openCases = await openCasesByAgency(office.database.db);
  const naming = new Naming(stored, todayIn(office));
  return stored.map((one) => naming.row(one, openCases.get(one.agency.id) ?? 0));
}

/** One agency; throws AGENCY_UNKNOWN. */
export async function viewAgency(office: Office, id: string): Promise<AgencyView> {
  const all = await loadAgencies(office.database);
  const stored = all.find(({ agency }) => agency.id === id);
  if (stored === undefined) throw new AppError("AGENCY_UNKNOWN", { id });
  const today = todayIn(office);
  const naming = new Naming(all, today);
  const openCases = await openCasesByAgency(office.database.db);
  const accounts = await loadAccounts(office.database);
  const versions = await agencyVersions(office.database.db, id);
  const nameOf = await namesOf(
    office,
    versions.map(({ recordedBy }) => recordedBy),
  );
  const { agency } = stored;
  const others = all.map((one) => one.agency);
  return {
    ...naming.row(stored, openCases.get(id) ?? 0),
    names: newestFirst(agency.names),
    creditCodes: newestFirst(agency.creditCodes),
    parents: newestFirst(
      agency.parents.map((one) => ({ ...one, value: one.value === null ? "没有上级" : naming.nameOf(one.value) })),
    ),
    predecessors: others.flatMap((one) =>
      one.successor?.agencyId === id ? [{ id: one.id, name: naming.nameOf(one.id), from: one.successor.from }] : [],
    ),
    below: others.flatMap((one) => (onDay(one.parents, today) === id ? [{ id: one.id, name: naming.nameOf(one.id) }] : [])),
    people: accounts.filter(({ account }) => !account.isDisabled && account.roles.some(({ agencyId }) => agencyId === id)).length,
    changes: versions.map((one) => ({ ...one, recordedBy: nameOf(one.recordedBy) })),
  };
}

/** Names and standings as of a day. */
class Naming {
  readonly #byId: ReadonlyMap<string, Agency>;
  readonly #today: PlainDate;

  constructor(stored: readonly StoredAgency[], today: PlainDate) {
    this.#byId = new Map(stored.map(({ agency }) => [agency.id, agency]));
    this.#today = today;
  }

  nameOf(id: string): string {
    const names = this.#byId.get(id)?.names ?? [];
    return onDay(names, this.#today) ?? names.at(-1)?.value ?? id;
  }

  row({ agency, version }: StoredAgency, openCases: number): AgencyRow {
    const { id, kind, level, names, parents, creditCodes, successor } = agency;
    return {
      ...{ id, name: this.nameOf(id), openCases, version, standing: this.#standing(names) },
      kind: { code: kind, label: AGENCY_KIND_LABELS[kind] },
      level: { code: level, label: AGENCY_LEVEL_LABELS[level] },
      parentId: onDay(parents, this.#today) ?? parents.at(-1)?.value ?? null,
      creditCode: onDay(creditCodes, this.#today) ?? creditCodes.at(-1)?.value ?? null,
      successor:
        successor === null ? null : { id: successor.agencyId, name: this.nameOf(successor.agencyId), from: successor.from },
    };
  }

  #standing(names: Agency["names"]): AgencyRow["standing"] {
    if (onDay(names, this.#today) !== null) return "living";
    return names.some(({ from }) => from > this.#today) ? "later" : "ended";
  }
}

function newestFirst(dated: readonly Dated<string>[]): DatedText[] {
  return dated.toSorted((one, other) => (one.from < other.from ? 1 : -1));
}
