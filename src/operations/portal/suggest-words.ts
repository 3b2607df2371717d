import { queryTerms, titleKey } from "../../document/search-tokens.js";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { Suggestion } from "../../register/portal/public-search.js";
import type { PortalReader } from "../../storage/portal/portal-pool.js";
import { suggestTerms, suggestTitles } from "../../storage/portal/title-words.js";

const MOST = 10;
const MOST_TYPED = 60;

interface SuggestQuestion {
  readonly text: string;
  readonly agencyId: string | null;
  readonly agencies: () => Promise<readonly PublicAgency[]>;
}

/** What may be meant by what was typed so far: terms, agencies, titles that begin so, titles that hold it. */
export async function suggestWords(reader: PortalReader, { text, agencyId, agencies }: SuggestQuestion): Promise<Suggestion[]> {
  const typed = text.slice(0, MOST_TYPED);
  const key = titleKey(typed);
  if (key === "") return [];
  const [terms, titles, all] = await Promise.all([
    suggestTerms(reader, typed, 4),
    suggestTitles(reader, { text: typed, terms: queryTerms(typed), agencyId, limit: MOST }),
    agencies(),
  ]);
  const named = all.filter(({ name, shortName }) => titleKey(name).includes(key) || titleKey(shortName ?? "").startsWith(key));
  const suggestions: Suggestion[] = [
    ...terms.map((term) => ({ text: term.text, kind: "term" as const, itemId: null, agencyId: term.agency_id })),
    ...named.slice(0, 3).map(({ id, name }) => ({ text: name, kind: "agency" as const, itemId: null, agencyId: id })),
    ...titles.map(({ id, title, agency_id }) => ({ text: title, kind: "title" as const, itemId: id, agencyId: agency_id })),
  ];
  const seen = new Set<string>();
  return suggestions.filter((one) => !seen.has(one.text) && seen.add(one.text)).slice(0, MOST);
}
