import { OWNED_KINDS, type OwnedKind, ownerOf } from "../../storage/stores/record-owner.js";
import type { Office } from "../office.js";

/** The parameters of addresses and of questions that name a record of one agency. */
const NAMED: ReadonlyMap<string, OwnedKind> = new Map([
  ["caseId", "case"],
  ["proceedingId", "proceeding"],
  ["itemId", "item"],
  ["attachmentId", "attachment"],
  ["handoverId", "handover"],
  ["hookId", "webhook"],
  ["tokenId", "token"],
  ["submissionNumber", "submission"],
]);

/**
 * The same in what is sent. Items are not among it: those of other agencies are public, and a rule or an answer may well name one. A list
 * named so holds records by their `id`.
 */
const SENT: ReadonlyMap<string, OwnedKind> = new Map([
  ["caseId", "case"],
  ["otherId", "case"],
  ["proceedingId", "proceeding"],
  ["reconsiderationId", "proceeding"],
  ["attachmentId", "attachment"],
  ["attachments", "attachment"],
]);

/** What somebody asked for, wherever it stood. */
export interface AskedFor {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The id that was answered to be unknown; null where the answer named none. */
  readonly missing: string | null;
}

interface NamedRecord {
  readonly kind: OwnedKind;
  readonly id: string;
}

/** A request may be large: so many ids of it are looked up, and so many of its values looked at. */
const MOST_IDS = 40;
const MOST_VALUES = 5_000;

/**
 * The agencies that own records somebody asked another agency for; none when there are no such records, or they are that agency's. Whoever asks
 * is told "unknown" in every case: this is for the audit trail only.
 */
export async function recordsElsewhere(
  { database }: Pick<Office, "database">,
  asked: AskedFor,
  agencyId: string,
): Promise<string[]> {
  const owners = new Set<string>();
  for (const { kind, id } of namedRecords(asked).slice(0, MOST_IDS)) {
    const owner = await ownerOf(database, kind, id);
    if (owner !== null && owner !== agencyId) owners.add(owner);
  }
  return [...owners];
}

/** Whether a question names a record of one agency. */
export function namesRecord(query: unknown): boolean {
  return [...inParameters(query)].length > 0;
}

function namedRecords({ params, query, body, missing }: AskedFor): NamedRecord[] {
  const all = [...inParameters(params), ...inParameters(query), ...inBody(body)];
  if (missing !== null) all.push(...OWNED_KINDS.map((kind) => ({ kind, id: missing })));
  return [...new Map(all.map((one) => [`${one.kind} ${one.id}`, one])).values()];
}

function* inParameters(given: unknown): Generator<NamedRecord> {
  if (typeof given !== "object" || given === null) return;
  for (const [name, value] of Object.entries(given)) {
    const kind = NAMED.get(name);
    if (kind !== undefined && typeof value === "string" && value !== "") yield { kind, id: value };
  }
}

function* inBody(body: unknown): Generator<NamedRecord> {
  const open: { readonly value: unknown; readonly kind: OwnedKind | undefined }[] = [{ value: body, kind: undefined }];
  for (let looked = 0; looked < MOST_VALUES; looked += 1) {
    const next = open.pop();
    if (next === undefined) return;
    const { value, kind } = next;
    if (typeof value === "string" && kind !== undefined && value !== "") yield { kind, id: value };
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) continue;
    if (Array.isArray(value)) for (const one of value) open.push({ value: one, kind });
    else for (const [name, one] of Object.entries(value)) open.push({ value: one, kind: name === "id" ? kind : SENT.get(name) });
  }
}
