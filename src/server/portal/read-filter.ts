import { z } from "zod";
import type { ItemFilter } from "../../register/portal/public-item.js";

const word = z.string().min(1).max(100);
const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), word.optional().catch(undefined));
const many = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(word).max(50).catch([]),
);

const schema = z.object({
  agency: many,
  item: first,
  theme: first,
  genre: first,
  validity: first,
  year: z.preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    z.coerce.number().int().min(1949).max(9999).optional().catch(undefined),
  ),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: z.string().max(200).catch(""),
  filters: z.literal("all").optional().catch(undefined),
});

interface AskedList {
  readonly filter: ItemFilter;
  readonly page: number;
  readonly text: string;
  /** Every choice of the filters, not only those that most items have. */
  readonly showsAllFilters: boolean;
}

/** What an address asks a list for; what cannot be understood is left out, never an error: addresses are kept and passed on for years. */
export function readFilter(query: unknown): AskedList {
  const { agency, item, theme, genre, validity, year, page, q, filters } = schema.parse(query ?? {});
  return {
    filter: {
      ...(agency.length > 0 && { agencyIds: agency }),
      ...(item !== undefined && { disclosureItem: item }),
      ...(theme !== undefined && { theme }),
      ...(genre !== undefined && { genre }),
      ...(validity !== undefined && { validity }),
      ...(year !== undefined && { year }),
    },
    page,
    text: q,
    showsAllFilters: filters === "all",
  };
}
