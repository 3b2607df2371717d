import type { CappedCount, ItemSummary } from "../../register/portal/public-item.js";
import type { SnippetPart } from "../../register/portal/public-search.js";
import { chineseDate } from "./chinese-time.js";
import { type Markup, markup } from "./markup.js";

/** 共 12 件; "more than" where nothing was counted to the end. */
export function countText({ count, isMore }: CappedCount): string {
  return isMore ? `超过 ${count.toLocaleString("en")} 件` : `共 ${count.toLocaleString("en")} 件`;
}

const VALIDITY_TONES: ReadonlyMap<string, string> = new Map([
  ["valid", "good"],
  ["amended", "warning"],
  ["not-yet", "warning"],
  ["repealed", "danger"],
  ["expired", "danger"],
]);

/** 有效性 as a word in a frame: never by colour alone. */
export function validityMark(validity: string | null, name: string | null): Markup | null {
  if (validity === null || name === null || validity === "unmarked") return null;
  return markup`<span class="${`mark ${VALIDITY_TONES.get(validity) ?? "muted"}`}">${name}</span>`;
}

interface ItemRowProps {
  readonly item: ItemSummary;
  readonly showsAgency: boolean;
  readonly title?: readonly SnippetPart[];
  readonly snippet?: readonly SnippetPart[];
  readonly inAttachment?: string | null;
}

/** An item in a list: title with its mark, then who, which number, when. */
function itemRow({ item, showsAgency, title, snippet, inAttachment }: ItemRowProps): Markup {
  const { path, validity, validityName, documentNumber, publishedAt } = item;
  const mark = item.isTombstone ? markup`<span class="mark muted">已撤回</span>` : validityMark(validity, validityName);
  const found =
    snippet !== undefined &&
    snippet.length > 0 &&
    markup`<p class="snippet">${inAttachment && markup`<span class="muted">附件“${inAttachment}”：</span>`}${marked(snippet)}</p>`;
  return markup`<li><h3 class="title"><a href="${path}">${title === undefined ? item.title : marked(title)}</a>${mark}</h3>${found}<div class="about">${
    showsAgency && markup`<span>${item.agencyName}</span>`
  }${documentNumber !== null && documentNumber !== "" && markup`<span>${documentNumber}</span>`}<span><time datetime="${publishedAt}">${chineseDate(publishedAt)}</time></span>${
    item.hasAttachments && markup`<span>有附件</span>`
  }</div></li>`;
}

const marked = (parts: readonly SnippetPart[]) => parts.map(({ text, isHit }) => (isHit ? markup`<mark>${text}</mark>` : text));

/** Items one below another. */
export function ItemList({ rows }: { readonly rows: readonly ItemRowProps[] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: put together from templates that escape what is put in
  return <ul class="items" dangerouslySetInnerHTML={{ __html: markup`${rows.map(itemRow)}`.html }} />;
}

export function ItemRows({
  items,
  showsAgency,
  empty,
}: {
  readonly items: readonly ItemSummary[];
  readonly showsAgency: boolean;
  readonly empty: string;
}) {
  if (items.length === 0) return <p class="note">{empty}</p>;
  return <ItemList rows={items.map((item) => ({ item, showsAgency }))} />;
}

/** Pages around the present one; `address` gives the address of a page. */
export function Pager({
  page,
  pages,
  address,
}: {
  readonly page: number;
  readonly pages: number;
  readonly address: (page: number) => string;
}) {
  if (pages <= 1) return null;
  const near = [page - 2, page - 1, page, page + 1, page + 2].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set([1, ...near, ...(pages <= 9 ? [pages] : [])])];
  return (
    <nav class="pager" aria-label="翻页">
      {page > 1 && (
        <a href={address(page - 1)} rel="prev">
          上一页
        </a>
      )}
      {shown.map((one) =>
        one === page ? (
          <b key={one} aria-current="page">
            {one}
          </b>
        ) : (
          <a key={one} href={address(one)} aria-label={`第${one}页`}>
            {one}
          </a>
        ),
      )}
      {page < pages && (
        <a href={address(page + 1)} rel="next">
          下一页
        </a>
      )}
    </nav>
  );
}

/** The box that leads to the search, on every page that has one. */
export function SearchBox({ text, agencyId }: { readonly text?: string; readonly agencyId?: string | undefined }) {
  return (
    <form class="search" method="get" action="/search">
      {agencyId !== undefined && <input type="hidden" name="agency" value={agencyId} />}
      <label class="hidden" for="q">
        检索词
      </label>
      <input
        id="q"
        name="q"
        type="search"
        value={text}
        maxLength={100}
        placeholder="标题、文号或内容，如：政府采购目录"
        autocomplete="off"
        data-suggest="/suggest"
      />
      <button class="button" type="submit">
        检索
      </button>
    </form>
  );
}

/** 1.2 MB */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The whole of it for whoever compares: opened by finger and key as well, which a tooltip is not. */
export function Checksum({ sha256 }: { readonly sha256: string }) {
  return (
    <details class="checksum small muted no-print">
      <summary>校验值</summary>
      <span>SHA-256：{sha256}</span>
    </details>
  );
}
