import type { ItemFacets, ItemFilter, ItemPage } from "../../register/portal/public-item.js";
import { ChosenFilters, Facets, ToFilters } from "./facets.js";
import { countText, ItemRows, Pager, SearchBox } from "./fragments.js";
import { type Frame, PageFrame } from "./frame.js";
import { listAddress } from "./item-address.js";

interface CataloguePageProps {
  readonly frame: Frame;
  readonly page: ItemPage;
  readonly facets: ItemFacets;
  readonly filter: ItemFilter;
  readonly showsAllFilters: boolean;
  /** The address of the list without filters. */
  readonly path: string;
}

/** 法定主动公开内容: what is published, by the items of Articles 20 and 21, years, classes. */
export function CataloguePage({ frame, page, facets, filter, showsAllFilters, path }: CataloguePageProps) {
  const choosesAgency = frame.agency === null;
  const shown: ItemFilter = choosesAgency ? filter : withoutAgency(filter);
  return (
    <PageFrame frame={frame}>
      <h1>法定主动公开内容</h1>
      <p class="lead">依照政府信息公开条例第二十条、第二十一条主动公开的信息。</p>
      <SearchBox agencyId={frame.agency?.id} />
      <section class="split">
        <div class="found">
          <h2 class="hidden">信息列表</h2>
          <ChosenFilters {...{ facets, path, choosesAgency }} filter={shown} />
          <p class="small muted">
            {countText(page.total)}，按公开时间排列
            <ToFilters />
          </p>
          <ItemRows items={page.items} showsAgency={choosesAgency} empty="没有符合这些条件的信息。可以取消一些条件再看。" />
          <Pager page={page.page} pages={page.pages} address={(number) => listAddress(path, shown, { page: number })} />
        </div>
        <Facets {...{ facets, path, choosesAgency }} filter={shown} showsAll={showsAllFilters} />
      </section>
    </PageFrame>
  );
}

function withoutAgency(filter: ItemFilter): ItemFilter {
  const { agencyIds: _, ...rest } = filter;
  return rest;
}
