import { likenessTo, tellingWords } from "../../register/similar-requests.js";
import { publicItemsLike } from "../../storage/stores/public-items-store.js";
import type { Office } from "../office.js";

/** A public item that may already answer a request (条例 第三十六条第一项). */
export interface SimilarItem {
  readonly id: string;
  readonly title: string;
  readonly likeness: number;
  /** Where the public reads it, on the public site. */
  readonly address: string;
}

const MOST_COMPARED = 500;
const MOST_SHOWN = 10;
/** A title names the agency and the year besides the matter, so it is never wholly what was asked for. */
const LEAST_LIKENESS = 0.35;

/** What the agency has made public that is like a description, the likest first. */
export async function similarItems({ database }: Office, agencyId: string, description: string): Promise<SimilarItem[]> {
  const titles = await publicItemsLike(database, { agencyId, text: tellingWords(description), atMost: MOST_COMPARED });
  const likeness = likenessTo(description);
  return titles
    .map(({ id, title }) => ({
      id,
      title,
      likeness: Math.round(likeness(title) * 100) / 100,
      address: `/items/${encodeURIComponent(id)}`,
    }))
    .filter((item) => item.likeness >= LEAST_LIKENESS)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_SHOWN);
}
