import { render } from "preact-render-to-string";
import { DISCLOSURE_ITEMS } from "../../law/publication/disclosure-items.js";
import type { FacetValue, ItemFacets, ItemFilter } from "../../register/portal/public-item.js";
import { listAddress } from "./item-address.js";
import { MadeOnce } from "./made-once.js";

const DISCLOSURE_NAMES: ReadonlyMap<string, string> = new Map(DISCLOSURE_ITEMS.map(({ id, shortName }) => [id, shortName]));

interface FacetsProps {
  readonly facets: ItemFacets;
  readonly filter: ItemFilter;
  readonly path: string;
  readonly text?: string;
  /** False on a list that belongs to one agency. */
  readonly choosesAgency: boolean;
  /** Every choice, not only those that most items have. */
  readonly showsAll?: boolean;
}

/** Choices of a group that are shown at first: on a phone nobody reads a hundred, and they would be most of the page. */
const SHOWN = 12;
/** Whole by law: 条例 第二十条、第二十一条. */
const ALWAYS_WHOLE: ReadonlySet<keyof ItemFilter> = new Set(["disclosureItem", "year"]);

type Group = {
  readonly key: keyof ItemFilter;
  readonly label: string;
  readonly values: readonly FacetValue[];
  readonly isOpen: boolean;
};

/** Stands for what was asked while the links are made, which are the same for all questions but for it. */
const ASKED = "0asked0";
/** Most of a page of results is its filters: they are made once for the choices there are, not for each question. */
const made = new MadeOnce<ItemFacets, readonly string[]>();

/** The filters of a list as links, so that they work without scripts and can be kept as addresses. */
export function Facets({ facets, text, ...rest }: FacetsProps) {
  const parts = made.of(facets, JSON.stringify([text === undefined, rest]), () =>
    render(<FacetGroups facets={facets} {...rest} {...(text !== undefined && { text: ASKED })} />).split(ASKED),
  );
  const asked = text === undefined ? "" : new URLSearchParams({ q: text }).toString().slice(2);
  return (
    <nav
      class="facets"
      id="filters"
      aria-label="筛选"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered here a moment ago; what was asked is percent-encoded
      dangerouslySetInnerHTML={{ __html: parts.join(asked) }}
    />
  );
}

function FacetGroups({ facets, filter, path, text, choosesAgency, showsAll = false }: FacetsProps) {
  const groups: Group[] = [
    { key: "disclosureItem", label: "法定主动公开事项", values: named(facets.disclosureItems), isOpen: true },
    ...(choosesAgency ? [{ key: "agencyIds", label: "发布机构", values: facets.agencies, isOpen: true } as const] : []),
    { key: "year", label: "年份", values: facets.years, isOpen: true },
    { key: "validity", label: "有效性", values: facets.validities, isOpen: false },
    { key: "theme", label: "主题", values: facets.themes, isOpen: false },
    { key: "genre", label: "体裁", values: facets.genres, isOpen: false },
  ];
  return (
    <>
      {groups
        .filter(({ values, key }) => values.length > 1 || filter[key] !== undefined)
        .map((group) => (
          <details key={group.key} open={group.isOpen || filter[group.key] !== undefined}>
            <summary>{group.label}</summary>
            <ul>
              {(showsAll ? group.values : firstOf(group, filter)).map((value) => (
                <FacetLink key={value.value} group={group} value={value} {...{ filter, path, text }} />
              ))}
              {!showsAll && firstOf(group, filter).length < group.values.length && (
                <li>
                  <a href={listAddress(path, filter, { ...(text !== undefined && { text }), showsAllFilters: true })}>
                    全部{group.label} {group.values.length} 项
                  </a>
                </li>
              )}
            </ul>
          </details>
        ))}
    </>
  );
}

/** The choices that most items have, and what is chosen. */
function firstOf({ key, values }: Group, filter: ItemFilter): readonly FacetValue[] {
  if (ALWAYS_WHOLE.has(key) || values.length <= SHOWN + 1) return values;
  return values.filter(({ value }, at) => at < SHOWN || isChosen(filter, key, value));
}

function isChosen(filter: ItemFilter, key: keyof ItemFilter, value: string): boolean {
  return key === "agencyIds" ? filter.agencyIds?.includes(value) === true : String(filter[key] ?? "") === value;
}

/** On a narrow screen what was found comes first and the filters below it: the way down to them. */
export function ToFilters() {
  return (
    <a class="to-filters" href="#filters">
      筛选
    </a>
  );
}

interface FacetLinkProps {
  readonly group: Group;
  readonly value: FacetValue;
  readonly filter: ItemFilter;
  readonly path: string;
  readonly text: string | undefined;
}

function FacetLink({ group: { key }, value: { value, name, count }, filter, path, text }: FacetLinkProps) {
  const isNow = isChosen(filter, key, value);
  return (
    <li>
      <a
        href={listAddress(path, isNow ? without(filter, key) : withValue(filter, key, value), text === undefined ? {} : { text })}
        aria-current={isNow ? "true" : undefined}
      >
        <span>{name ?? value}</span>
        {/* Counted over the whole catalogue: beside what was found it would promise more than a click gives. */}
        {text === undefined && <span class="count">{count.toLocaleString("en")}</span>}
      </a>
    </li>
  );
}

/** What was chosen, each with a way to take it back. */
export function ChosenFilters({ facets, filter, path, text, choosesAgency }: FacetsProps) {
  if (Object.values(filter).every((value) => value === undefined)) return null;
  const names = new Map<string, string | null>(
    [...facets.agencies, ...named(facets.disclosureItems), ...facets.themes, ...facets.genres, ...facets.validities].map(
      (one) => [one.value, one.name],
    ),
  );
  const chosen = (["disclosureItem", "agencyIds", "year", "validity", "theme", "genre"] as const).flatMap((key) => {
    const value = key === "agencyIds" ? (choosesAgency ? filter.agencyIds?.[0] : undefined) : filter[key];
    return value === undefined ? [] : [{ key, label: names.get(String(value)) ?? String(value) }];
  });
  if (chosen.length === 0) return null;
  return (
    <ul class="chosen" aria-label="已选的筛选条件">
      {chosen.map(({ key, label }) => (
        <li key={key}>
          <a href={listAddress(path, without(filter, key), text === undefined ? {} : { text })}>
            {label} <span aria-hidden="true">×</span>
            <span class="hidden">（取消这一条件）</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function named(values: readonly FacetValue[]): FacetValue[] {
  return values.map((one) => ({ ...one, name: DISCLOSURE_NAMES.get(one.value) ?? one.name }));
}

function without(filter: ItemFilter, key: keyof ItemFilter): ItemFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
}

function withValue(filter: ItemFilter, key: keyof ItemFilter, value: string): ItemFilter {
  if (key === "agencyIds") return { ...filter, agencyIds: [value] };
  return { ...filter, [key]: key === "year" ? Number(value) : value };
}
