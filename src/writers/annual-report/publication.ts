/** Where a page is published, for its meta tags; what is not known is left out. */
export interface Publication {
  readonly site?: { readonly name: string; readonly domain: string; readonly idCode: string };
  readonly column?: { readonly name: string; readonly description: string; readonly keywords: string; readonly type: string };
  /** The civil time of publication: "2026-01-20 09:00". */
  readonly publishedAt?: string;
  readonly keywords?: string;
  readonly description?: string;
  readonly url?: string;
}

/**
 * The meta tags of an article on a government website, in the order of the notice: those of the site, of the column, of the article
 * (国办发〔2017〕47号 附件：网页设计规范·页面标签).
 */
export function metaTags(
  article: { readonly title: string; readonly source: string },
  publication: Publication,
): [name: string, content: string][] {
  const { site, column, publishedAt, keywords, description, url } = publication;
  const tags: [string, string | undefined][] = [
    ["SiteName", site?.name],
    ["SiteDomain", site?.domain],
    ["SiteIDCode", site?.idCode],
    ["ColumnName", column?.name],
    ["ColumnDescription", column?.description],
    ["ColumnKeywords", column?.keywords],
    ["ColumnType", column?.type],
    ["ArticleTitle", article.title],
    ["PubDate", publishedAt],
    ["ContentSource", article.source],
    ["Keywords", keywords],
    ["Description", description],
    ["Url", url],
  ];
  return tags.flatMap(([name, content]): [string, string][] => (content === undefined ? [] : [[name, content]]));
}
