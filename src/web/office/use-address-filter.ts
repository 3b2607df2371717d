import { useSearchParams } from "react-router";

/** What a list is narrowed to, kept in the address: it can be bookmarked and sent on. */
export interface AddressFilter<Filter> {
  readonly filter: Filter;
  readonly isNarrowed: boolean;
  /** Narrows by what is given; undefined and an empty text take the narrowing away. */
  readonly choose: (changes: { readonly [Name in keyof Filter]?: string | undefined }) => void;
}

/** The filter of a list out of the address, and how to change it. Whoever changes it is on the first page again. */
export function useAddressFilter<Filter extends object>(
  names: readonly (keyof Filter & string)[],
  restart: () => void,
): AddressFilter<Filter> {
  const [search, setSearch] = useSearchParams();
  const there = names.filter((name) => search.has(name));
  return {
    filter: Object.fromEntries(there.map((name) => [name, search.get(name)])) as Filter, // the server checks each
    isNarrowed: there.length > 0,
    choose(changes) {
      restart();
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries<string | undefined>(changes)) {
        if (value === undefined || value === "") next.delete(name);
        else next.set(name, value);
      }
      setSearch(next);
    },
  };
}
