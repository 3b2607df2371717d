import { AppError } from "../../errors.js";
import { readCreditCode } from "../../law/identifiers/credit-code.js";
import type { PlainDate } from "../../law/plain-date.js";
import { EVERY_AGENCY } from "../../register/account.js";
import type { Agency } from "../../register/agency.js";
import {
  type AgencyChange,
  mergeAgencies,
  moveAgency,
  type NewAgency,
  renameAgency,
  splitAgency,
} from "../../register/agency-changes.js";
import { loadAgencies, type StoredAgency, saveAgencies } from "../../storage/stores/agency-store.js";
import type { Actor, Office } from "../office.js";
import { publishAgencies } from "../portal/publish-agencies.js";
import { staleBy } from "../stale-record.js";

/** An agency that is put on record because there is one: not born of another. */
export interface AgencyToAdd extends NewAgency {
  readonly parentId: string | null;
  /** The first day that is on record here. */
  readonly from: PlainDate;
}

/** What happens to an agency on a day. */
export type AgencyAct =
  | { readonly kind: "rename"; readonly name: string; readonly creditCode: string | null }
  | { readonly kind: "move"; readonly parentId: string | null }
  | { readonly kind: "merge"; readonly into: string }
  | { readonly kind: "split"; readonly parts: readonly NewAgency[]; readonly successorId: string | null };

export interface AgencyChangeAsked {
  readonly id: string;
  /** The version of the agency that was looked at. */
  readonly version: number;
  readonly on: PlainDate;
  readonly act: AgencyAct;
  /** The document it was decided by, or why. */
  readonly reason: string;
}

/** Puts an agency on record. Its id is for ever: it stands in addresses, and nothing can be moved to another. */
export async function addAgency(office: Office, actor: Actor, given: AgencyToAdd): Promise<void> {
  const { id, kind, level, name, creditCode, parentId, from } = given;
  const stored = await loadAgencies(office.database);
  refuse(idFault(stored, [given]));
  refuse(codeFault(creditCode));
  const parent = stored.find(({ agency }) => agency.id === parentId)?.agency;
  if (parentId !== null && parent === undefined) throw new AppError("AGENCY_UNKNOWN", { id: parentId });
  const since = <Value>(value: Value) => [{ value, from, until: null }];
  const agency: Agency = {
    ...{ id, kind, level, names: since(name), creditCodes: creditCode === undefined ? [] : since(creditCode) },
    ...{ parents: since(parentId), authorities: since(parentId), successor: null },
  };
  await save(office, actor, [{ agency, version: 0 }], "建立机关");
}

/** 更名、隶属关系调整、撤并、分立, as of a day. Nothing that was recorded before is touched: each day keeps the name that held on it. */
export async function changeAgency(office: Office, actor: Actor, asked: AgencyChangeAsked): Promise<void> {
  const stored = await loadAgencies(office.database);
  const seen = stored.find(({ agency }) => agency.id === asked.id);
  if (seen === undefined) throw new AppError("AGENCY_UNKNOWN", { id: asked.id });
  if (seen.version !== asked.version) throw staleBy(null, { what: "机关信息" });
  if (asked.act.kind === "split") {
    refuse(idFault(stored, asked.act.parts));
    for (const { creditCode } of asked.act.parts) refuse(codeFault(creditCode));
  }
  if (asked.act.kind === "rename") refuse(codeFault(asked.act.creditCode ?? undefined));
  const change = changed(
    stored.map(({ agency }) => agency),
    asked,
  );
  if (!change.done) throw new AppError("STEP_REFUSED", { reason: change.refusal.message });
  const versions = new Map(stored.map(({ agency, version }) => [agency.id, version]));
  const before = new Map(stored.map(({ agency }) => [agency.id, agency]));
  const changes = change.agencies
    .filter((agency) => agency !== before.get(agency.id))
    .map((agency) => ({ agency, version: versions.get(agency.id) ?? 0 }));
  await save(office, actor, changes, asked.reason);
}

function changed(agencies: readonly Agency[], { id: agencyId, on, act }: AgencyChangeAsked): AgencyChange {
  switch (act.kind) {
    case "rename":
      return renameAgency(agencies, {
        ...{ agencyId, name: act.name, on },
        ...(act.creditCode !== null && { creditCode: act.creditCode }),
      });
    case "move":
      return moveAgency(agencies, { agencyId, parentId: act.parentId, on });
    case "merge":
      return mergeAgencies(agencies, { merged: [agencyId], into: act.into, on });
    case "split":
      return splitAgency(agencies, { agencyId, parts: act.parts, successorId: act.successorId, on });
    default:
      return act satisfies never;
  }
}

async function save(office: Office, actor: Actor, changes: readonly StoredAgency[], reason: string): Promise<void> {
  const saved = await saveAgencies(office.database, changes, { recordedBy: actor.id, reason });
  if (saved.result === "stale") throw staleBy(null, { what: "机关信息" });
  await publishAgencies(office);
}

const ID = /^[a-z0-9][a-z0-9-]{1,39}$/;

function idFault(stored: readonly StoredAgency[], fresh: readonly Pick<NewAgency, "id">[]): string | null {
  const ids = [...stored.map(({ agency }) => agency.id), ...fresh.map(({ id }) => id)];
  for (const { id } of fresh) {
    if (!ID.test(id) || id === EVERY_AGENCY) return `编号（“${id}”不能用：应为 2 至 40 个小写字母、数字或“-”）`;
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) return `编号（“${id}”已经用于其他机关）`;
  }
  return null;
}

/** Codes that fail the check have been issued: only the shape is refused. */
function codeFault(code: string | undefined): string | null {
  if (code === undefined) return null;
  const wrong = readCreditCode(code).faults.find(({ severity }) => severity === "error");
  return wrong === undefined ? null : `统一社会信用代码（${wrong.message}）`;
}

function refuse(fields: string | null): void {
  if (fields !== null) throw new AppError("INPUT_INVALID", { fields });
}
