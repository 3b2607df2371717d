import type { ItemFilter } from "../../register/portal/public-item.js";

/** The filters of a list as an address carries them; `page` 1 is left out. */
export function listAddress(
  path: string,
  filter: ItemFilter,
  more: { readonly text?: string; readonly page?: number; readonly showsAllFilters?: boolean } = {},
): string {
  const query = new URLSearchParams();
  if (more.text !== undefined) query.set("q", more.text);
  for (const id of filter.agencyIds ?? []) query.append("agency", id);
  const { disclosureItem, theme, genre, validity, year } = filter;
  for (const [name, value] of Object.entries({ item: disclosureItem, theme, genre, validity, year })) {
    if (value !== undefined) query.set(name, String(value));
  }
  if (more.page !== undefined && more.page > 1) query.set("page", String(more.page));
  if (more.showsAllFilters === true) query.set("filters", "all");
  return query.size === 0 ? path : `${path}?${query}`;
}
