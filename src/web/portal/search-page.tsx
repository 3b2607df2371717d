import { Fragment } from "preact";
import type { ItemFacets, ItemFilter } from "../../register/portal/public-item.js";
import type { NamedPage, NamedPages, SearchInstead, SearchResult } from "../../register/portal/public-search.js";
import { itemPath } from "../../register/publishing/published-item.js";
import { ChosenFilters, Facets, ToFilters } from "./facets.js";
import { countText, ItemList, ItemRows, Pager, SearchBox } from "./fragments.js";
import { agencyPath, type Frame, PageFrame } from "./frame.js";
import { listAddress } from "./item-address.js";
import { reportPath } from "./report-list-page.js";

interface SearchPageProps {
  readonly frame: Frame;
  readonly result: SearchResult | null;
  readonly named: readonly NamedPages[];
  readonly facets: ItemFacets;
  readonly filter: ItemFilter;
  readonly showsAllFilters: boolean;
}

const PATH = "/search";

/** The search: what was found with the words marked, or what else may help. */
export function SearchPage({ frame, result, named, facets, filter, showsAllFilters }: SearchPageProps) {
  const text = result?.text ?? "";
  const choosesAgency = true;
  const hasHits = (result?.hits.length ?? 0) > 0;
  return (
    <PageFrame frame={frame}>
      <h1>检索</h1>
      <p class="lead">在标题、文号、正文和附件里查找。文号和完整标题排在最前。</p>
      <SearchBox text={text} agencyId={filter.agencyIds?.[0]} />
      {result === null || result.isEmpty ? (
        <p class="note">{result === null ? "请输入两个字以上的检索词。" : "检索词太短，请输入两个字以上。"}</p>
      ) : (
        <section class={hasHits ? "split" : undefined}>
          <div class="found">
            <h2 class="hidden">检索结果</h2>
            <Named named={named} />
            <ChosenFilters {...{ facets, filter, text, choosesAgency }} path={PATH} />
            {!hasHits ? (
              <Nothing result={result} filter={filter} hasNamed={named.length > 0} />
            ) : (
              <>
                <p class="small muted" role="status">
                  “{text}”：{result.isOfTitles ? `标题中${countText(result.total)}，正文里的列在其后` : countText(result.total)}
                  <ToFilters />
                </p>
                <ItemList
                  rows={result.hits.map(({ item, title, snippet, inAttachment }) => ({
                    ...{ item, title, snippet, inAttachment },
                    showsAgency: true,
                  }))}
                />
                <Pager page={result.page} pages={result.pages} address={(page) => listAddress(PATH, filter, { text, page })} />
              </>
            )}
          </div>
          {hasHits && <Facets {...{ facets, filter, text, choosesAgency }} path={PATH} showsAll={showsAllFilters} />}
        </section>
      )}
    </PageFrame>
  );
}

const KINDS = {
  agency: { label: "机关", all: "/site-map", count: "个机关" },
  report: { label: "年报", all: "/reports", count: "份年度报告" },
  guide: { label: "指南", all: "/guide", count: "份指南" },
  rule: { label: "制度", all: "/rules", count: "项制度" },
} as const;

/** Agencies, reports, guides and rules that are called so, above the items. */
function Named({ named }: Pick<SearchPageProps, "named">) {
  if (named.length === 0) return null;
  return (
    <ul class="named" aria-label="栏目">
      {named.map(({ kind, pages, count }) => (
        <Fragment key={kind}>
          {pages.map((page) => (
            <li key={addressOf(page)}>
              <span class="kind">{KINDS[kind].label}</span>
              <a href={addressOf(page)}>{page.title}</a>
            </li>
          ))}
          {count > pages.length && (
            <li>
              <span class="kind">{KINDS[kind].label}</span>
              <a href={KINDS[kind].all}>
                全部 {count} {KINDS[kind].count}
              </a>
            </li>
          )}
        </Fragment>
      ))}
    </ul>
  );
}

function addressOf({ kind, agencyId, year }: NamedPage): string {
  const agency = agencyPath(agencyId);
  switch (kind) {
    case "agency":
      return agency;
    case "report":
      return year === null ? `${agency}/reports` : reportPath(agencyId, year);
    case "guide":
      return `${agency}/guide`;
    case "rule":
      return `${agency}/rules`;
    default:
      return kind satisfies never;
  }
}

/** Nothing was found: which part of the question finds something, what is spelt alike, and the way to ask. */
function Nothing({
  result: { text, instead },
  filter,
  hasNamed,
}: {
  readonly result: SearchResult;
  readonly filter: ItemFilter;
  readonly hasNamed: boolean;
}) {
  const ask = filter.agencyIds?.[0];
  return (
    <>
      <div class="note" role="status">
        {hasNamed ? `除上面的栏目以外，没有找到与“${text}”有关的公开信息。` : `没有找到与“${text}”有关的公开信息。`}
      </div>
      {instead !== null && <Instead instead={instead} text={text} filter={filter} />}
      <p>
        需要的信息没有公开的，可以<a href={ask === undefined ? "/ask" : `/ask/${encodeURIComponent(ask)}`}>申请公开</a>。
      </p>
    </>
  );
}

function Instead({
  instead,
  text,
  filter,
}: {
  readonly instead: SearchInstead;
  readonly text: string;
  readonly filter: ItemFilter;
}) {
  return (
    <>
      {instead.withoutFilters !== null && (
        <p>
          不加筛选条件时<a href={listAddress(PATH, {}, { text })}>{countText(instead.withoutFilters)}</a>。
        </p>
      )}
      {instead.fewerWords.length > 0 && (
        <p>
          少用几个字：
          {instead.fewerWords.map(({ text: words, total }) => (
            <span key={words}>
              <a href={listAddress(PATH, filter, { text: words })}>{words}</a>（{countText(total)}）{" "}
            </span>
          ))}
        </p>
      )}
      {instead.nearby.length > 0 && (
        <section class="nearby">
          <h2>您是不是要找</h2>
          <ul>
            {instead.nearby.map(({ text: words, itemId }) => (
              <li key={words}>
                <a href={itemId === null ? listAddress(PATH, {}, { text: words }) : itemPath(itemId)}>{words}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {instead.latest.length > 0 && (
        <section>
          <h2>最新公开</h2>
          <ItemRows items={instead.latest} showsAgency={true} empty="" />
        </section>
      )}
    </>
  );
}
