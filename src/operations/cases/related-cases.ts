import type { PlainDate } from "../../law/plain-date.js";
import type { CaseFile } from "../../register/case-file.js";
import { caseState } from "../../register/case-state.js";
import type { Requester } from "../../register/info-request.js";
import { type RequestLink, standingLinks } from "../../register/request-link.js";
import { LEAST_LIKENESS, likenessTo, similarRequests, tellingWords } from "../../register/similar-requests.js";
import { type CasePage, loadCasePage } from "../../storage/stores/case-page-store.js";
import { loadCasesById } from "../../storage/stores/case-store.js";
import { describedLike } from "../../storage/stores/case-summary-store.js";
import type { Office } from "../office.js";
import { type Labelled, outcomeLabelled, stateLabelled } from "./labelled.js";
import { ownCase } from "./own-case.js";
import { type SimilarItem, similarItems } from "./similar-items.js";

export const RELATION_LABELS = {
  repeat: "重复申请",
  "same-information": "申请同一信息",
  related: "有关联",
  "same-letter": "同一封信",
  similar: "内容相似",
} as const;
export type RelationKind = keyof typeof RELATION_LABELS;

/** Another case that belongs to one. */
export interface RelatedCase {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly state: Labelled;
  readonly outcome: Labelled | null;
  readonly arrivedOn: PlainDate;
  readonly relation: Labelled<RelationKind>;
  readonly likeness: number | null;
  readonly isSameRequester: boolean;
}

/** The pieces of the same letter, and what a person has linked. */
export async function relatedCases({ database }: Office, file: CaseFile): Promise<RelatedCase[]> {
  const page = await loadCasePage(database, file.request.id);
  return page === null ? [] : relatedOf({ database }, page);
}

/** The same of a page that was just read; most cases have none, and nothing is asked. */
export async function relatedOf(
  { database }: Pick<Office, "database">,
  { file, links: entered, pieceIds }: Pick<CasePage<unknown>, "file" | "links" | "pieceIds">,
): Promise<RelatedCase[]> {
  const { id, agencyId } = file.request;
  const links = standingLinks(entered);
  const other = ({ requestId, earlierId }: RequestLink) => (requestId === id ? earlierId : requestId);
  const ids = new Set([...pieceIds, ...links.map(other)]);
  const others = await loadCasesById(database, [...ids]);
  const own = (one: string): CaseFile[] => {
    const found = others.get(one);
    return found === undefined || found.request.agencyId !== agencyId ? [] : [found];
  };
  return [
    ...pieceIds.flatMap((one) => own(one).map((piece) => related(file, piece, "same-letter"))),
    ...links.flatMap((link) => own(other(link)).map((one) => related(file, one, link.kind))),
  ];
}

const MOST_COMPARED = 300;
const MOST_CANDIDATES = 40;

/** Cases of the agency whose descriptions are much alike, for a person to look at. */
export async function similarCases({ database }: Office, file: Pick<CaseFile, "request">): Promise<RelatedCase[]> {
  const { request } = file;
  const { agencyId, letterId, description } = request;
  const described = await describedLike(database, { agencyId, text: tellingWords(description), atMost: MOST_COMPARED });
  const likeness = likenessTo(description);
  const candidates = described
    .filter((one) => one.caseId !== request.id && one.letterId !== letterId)
    .map(({ caseId, description: other }) => ({ caseId, likeness: likeness(other) }))
    .filter((one) => one.likeness >= LEAST_LIKENESS)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_CANDIDATES);
  // Only the likest are read, with who asked.
  const files = await loadCasesById(
    database,
    candidates.map(({ caseId }) => caseId),
  );
  const requests = [...files.values()].map((one) => one.request);
  return similarRequests(request, requests).flatMap((found) => {
    const one = files.get(found.request.id);
    return one === undefined ? [] : [{ ...related(file, one, "similar"), likeness: Math.round(found.likeness * 100) / 100 }];
  });
}

/** What may help with a case: similar cases, and what is public already. */
export async function findSimilar(
  office: Office,
  { agencyId, caseId }: { readonly agencyId: string; readonly caseId: string },
): Promise<{ readonly cases: RelatedCase[]; readonly items: SimilarItem[] }> {
  const file = await ownCase(office, agencyId, caseId);
  return { cases: await similarCases(office, file), items: await similarItems(office, agencyId, file.request.description) };
}

function related({ request: own }: Pick<CaseFile, "request">, file: CaseFile, relation: RelationKind): RelatedCase {
  const { id, number, description, arrivedOn, requester } = file.request;
  const { name, closing } = caseState(file);
  return {
    ...{ id, number, description, arrivedOn, state: stateLabelled(name), outcome: outcomeLabelled(closing?.outcome ?? null) },
    relation: { code: relation, label: RELATION_LABELS[relation] },
    likeness: null,
    isSameRequester: isSameIdentity(requester.identity, own.requester.identity),
  };
}

/** Never of two that are not known. */
function isSameIdentity(one: Requester["identity"], other: Requester["identity"]): boolean {
  if (one === undefined || other === undefined) return false;
  return one.document === other.document && one.number.trim().toUpperCase() === other.number.trim().toUpperCase();
}
