import type { IdentityProof } from "../../register/info-request.js";
import { type CaseFilter, listSummaries, sortDay } from "../../storage/stores/case-list-store.js";
import { casesOfRequester } from "../../storage/stores/case-store.js";
import { summariesOf } from "../../storage/stores/case-summary-store.js";
import { casesByName } from "../../storage/stores/requester-name-store.js";
import type { Actor, Office } from "../office.js";
import { type CaseRow, caseRows, namedRows } from "./case-row.js";
import { counted } from "./counted-days.js";
import { lawOf } from "./own-case.js";

export interface CaseListQuestion {
  readonly filter: CaseFilter;
  readonly sort: "newest" | "oldest" | "due";
  readonly after: { readonly day: string; readonly id: string } | null;
  readonly limit: number;
}

export interface CaseList {
  readonly rows: CaseRow[];
  readonly next: { readonly day: string; readonly id: string } | null;
}

/** A page of the register of requests of an agency. */
export async function listCases(
  office: Office,
  actor: Actor,
  { filter, sort, after, limit }: CaseListQuestion,
): Promise<CaseList> {
  const law = await lawOf(office, filter.agencyId);
  const found = await counted(office, { agencyId: filter.agencyId, law }, () =>
    listSummaries(office.database, filter, { sort, after, limit: limit + 1, law }),
  );
  const page = found.slice(0, limit);
  const last = page.at(-1)?.summary;
  return {
    rows: namedRows(office, actor, page),
    next: last !== undefined && found.length > limit ? { day: sortDay(sort, last), id: last.caseId } : null,
  };
}

/** Who is looked for: by the number of a document, exactly, or by a name or a part of it. */
export interface RequesterSought {
  readonly agencyId: string;
  readonly identity?: IdentityProof | undefined;
  readonly name?: string | undefined;
}

/** Every request a person filed with an agency, the latest first. By number they are found by the blind index: nothing is decrypted for it. */
export async function findCasesOfRequester(
  office: Office,
  actor: Actor,
  { agencyId, identity, name }: RequesterSought,
): Promise<CaseRow[]> {
  const ids =
    identity === undefined
      ? await casesByName(office.database, { agencyId, name: name ?? "", atMost: MOST_FOUND })
      : await casesOfIdentity(office, agencyId, identity);
  const rows = await caseRows(office, actor, await summariesOf(office.database, ids));
  return [...rows].sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

async function casesOfIdentity({ database }: Office, agencyId: string, identity: IdentityProof): Promise<string[]> {
  const ids = await casesOfRequester(database, { agencyId, requester: { identity }, from: "0001-01-01", to: "9999-12-31" });
  return ids.reverse().slice(0, MOST_FOUND);
}

const MOST_FOUND = 200;
