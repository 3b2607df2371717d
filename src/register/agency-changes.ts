import { fillMessage } from "../document/message.js";
import { chineseDay, type PlainDate } from "../law/plain-date.js";
import { type Agency, type Dated, onDay } from "./agency.js";
import type { Refusal } from "./transition.js";

/** The agencies after a change, or why it cannot be made. */
export type AgencyChange =
  | { readonly done: true; readonly agencies: readonly Agency[] }
  | { readonly done: false; readonly refusal: Refusal };

/** An agency that comes into being by a split. */
export type NewAgency = Pick<Agency, "id" | "kind" | "level"> & {
  readonly name: string;
  readonly creditCode?: string;
};

const REFUSALS = {
  unknown: "没有编号为“{id}”的机关。",
  notThere: "“{name}”在{on}并不存在，不能变更。",
  sameName: "“{name}”已经是现用名称。",
  ownParent: "机关不能隶属于自己或者自己的下级。",
  intoItself: "合并后的机关不能同时是被撤并的机关。",
  nothingMerged: "没有列出被撤并的机关。",
  nothingBorn: "没有列出分立后的机关。",
  idTaken: "编号“{id}”已经用于其他机关。",
  foreignSuccessor: "承继者“{id}”不在分立后的机关之中。",
} as const;

type Refused = Extract<AgencyChange, { readonly done: false }>;

const refused = (refusalId: keyof typeof REFUSALS, data: Refusal["data"] = {}): Refused => ({
  done: false,
  refusal: { refusalId, message: fillMessage(REFUSALS[refusalId], data), data },
});

/** 更名：the new name holds from a day on; what was reported under the old one keeps it. */
export function renameAgency(
  agencies: readonly Agency[],
  { agencyId, name, creditCode, on }: { agencyId: string; name: string; creditCode?: string; on: PlainDate },
): AgencyChange {
  const agency = living(agencies, agencyId, on);
  if ("done" in agency) return agency;
  if (onDay(agency.names, on) === name) return refused("sameName", { name });
  const creditCodes = creditCode === undefined ? agency.creditCodes : changedFrom(agency.creditCodes, creditCode, on);
  return replaced(agencies, { ...agency, names: changedFrom(agency.names, name, on), creditCodes });
}

/** 隶属关系调整：from a day on the agency belongs to another government or agency. */
export function moveAgency(
  agencies: readonly Agency[],
  { agencyId, parentId, on }: { agencyId: string; parentId: string | null; on: PlainDate },
): AgencyChange {
  const agency = living(agencies, agencyId, on);
  if ("done" in agency) return agency;
  for (let above = parentId, steps = 0; above !== null && steps <= agencies.length; steps++) {
    if (above === agencyId) return refused("ownParent");
    const parent = living(agencies, above, on);
    if ("done" in parent) return parent;
    above = onDay(parent.parents, on);
  }
  return replaced(agencies, { ...agency, parents: changedFrom(agency.parents, parentId, on) });
}

/** 撤并：agencies end on a day, and another one, new or old, carries on their cases and figures. */
export function mergeAgencies(
  agencies: readonly Agency[],
  { merged, into, on }: { merged: readonly string[]; into: string; on: PlainDate },
): AgencyChange {
  if (merged.length === 0) return refused("nothingMerged");
  if (merged.includes(into)) return refused("intoItself");
  const target = living(agencies, into, on);
  if ("done" in target) return target;
  let changed = agencies;
  for (const id of new Set(merged)) {
    const agency = living(changed, id, on);
    if ("done" in agency) return agency;
    changed = changed.map((one) => (one.id === id ? ended(agency, into, on) : one));
  }
  return { done: true, agencies: changed };
}

/**
 * 分立：new agencies come out of one. With a `successorId` the old one ends and that part carries on its cases and figures;
 * without, it goes on beside the parts, which begin with empty books.
 */
export function splitAgency(
  agencies: readonly Agency[],
  {
    agencyId,
    parts,
    successorId,
    on,
  }: { agencyId: string; parts: readonly NewAgency[]; successorId: string | null; on: PlainDate },
): AgencyChange {
  const agency = living(agencies, agencyId, on);
  if ("done" in agency) return agency;
  if (parts.length === 0) return refused("nothingBorn");
  const ids = [...agencies, ...parts].map(({ id }) => id);
  const taken = parts.find(({ id }) => ids.indexOf(id) !== ids.lastIndexOf(id));
  if (taken) return refused("idTaken", { id: taken.id });
  if (successorId !== null && !parts.some(({ id }) => id === successorId))
    return refused("foreignSuccessor", { id: successorId });
  const born = parts.map(({ id, kind, level, name, creditCode }): Agency => {
    const since = <Value>(value: Value): Dated<Value> => ({ value, from: on, until: null });
    return {
      id,
      kind,
      level,
      names: [since(name)],
      creditCodes: creditCode === undefined ? [] : [since(creditCode)],
      parents: [since(onDay(agency.parents, on))],
      authorities: [since(onDay(agency.authorities, on))],
      successor: null,
    };
  });
  const rest = agencies.map((one) => (one.id === agencyId && successorId !== null ? ended(agency, successorId, on) : one));
  return { done: true, agencies: [...rest, ...born] };
}

function living(agencies: readonly Agency[], id: string, on: PlainDate): Agency | Refused {
  const agency = agencies.find((one) => one.id === id);
  if (!agency) return refused("unknown", { id });
  if (onDay(agency.names, on) !== null) return agency;
  const name = agency.names.at(-1)?.value ?? id;
  return refused("notThere", { name, on: chineseDay(on) });
}

const replaced = (agencies: readonly Agency[], agency: Agency): AgencyChange => ({
  done: true,
  agencies: agencies.map((one) => (one.id === agency.id ? agency : one)),
});

/** Cuts what holds on the day in two; what was already known of later days stays. */
function changedFrom<Value>(dated: readonly Dated<Value>[], value: Value, on: PlainDate): Dated<Value>[] {
  const open = dated.findIndex(({ from, until }) => from <= on && (until === null || on < until));
  const held = dated[open];
  if (!held) return [...dated, { value, from: on, until: null }];
  const before = held.from < on ? [{ ...held, until: on }] : [];
  return [...dated.slice(0, open), ...before, { value, from: on, until: held.until }, ...dated.slice(open + 1)];
}

function ended(agency: Agency, successorId: string, on: PlainDate): Agency {
  const until = <Value>(dated: readonly Dated<Value>[]): Dated<Value>[] =>
    dated.filter(({ from }) => from < on).map((one) => (one.until === null || one.until > on ? { ...one, until: on } : one));
  return {
    ...agency,
    names: until(agency.names),
    creditCodes: until(agency.creditCodes),
    parents: until(agency.parents),
    authorities: until(agency.authorities),
    successor: { agencyId: successorId, from: on },
  };
}
