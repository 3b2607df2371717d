import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedItem } from "../../register/publishing/published-item.js";
import type { ReportSummary } from "../../report/public-report.js";
import { civilTime } from "../../web/portal/chinese-time.js";
import type { PageTags } from "../../web/portal/page-tags.js";
import type { PortalOptions } from "./portal-options.js";

type Tag = readonly [name: string, content: string | null];

const given = (tags: readonly Tag[]): PageTags =>
  tags.flatMap(([name, content]): [string, string][] => (content === null || content === "" ? [] : [[name, content]]));

/** The tags of the site: on every page (国办发〔2017〕47号). A page of no agency bears those of the site's owner. */
export function siteTags(options: PortalOptions, agency: PublicAgency | null): PageTags {
  return given(ownTags(options, agency));
}

function ownTags({ name, origin }: PortalOptions, agency: PublicAgency | null): Tag[] {
  return [
    ["SiteName", agency?.site.siteName ?? name],
    ["SiteDomain", agency?.site.siteDomain ?? origin.replace(/^https?:\/\//, "")],
    ["SiteIDCode", agency?.site.siteCode ?? null],
  ];
}

/** What the columns are called in the tag ColumnType on real sites; the rest is ours. */
const COLUMN_TYPES: ReadonlyMap<string, string> = new Map([
  ["home", "政府信息公开目录首页"],
  ["guide", "政府信息公开指南"],
  ["rules", "信息公开制度"],
  ["catalogue", "信息公开目录"],
  ["reports", "信息公开年报"],
  ["ask", "依申请公开"],
]);

interface ColumnTagsInput {
  readonly options: PortalOptions;
  readonly agency: PublicAgency | null;
  readonly name: string;
  readonly id: string;
}

/** The tags of a page of a column: those of the site and of the column (国办发〔2017〕47号). */
export function columnTags({ options, agency, name, id }: ColumnTagsInput): PageTags {
  const whose = agency?.name ?? options.name;
  return given([
    ...ownTags(options, agency),
    ["ColumnName", name],
    ["ColumnDescription", `${whose}：${name}`],
    ["ColumnKeywords", `${name},政府信息公开,${whose}`],
    ["ColumnType", COLUMN_TYPES.get(id) ?? name],
  ]);
}

/** The tags of a document: those of the site, of its column, and its own. */
export function itemTags(options: PortalOptions, agency: PublicAgency | null, item: PublishedItem): PageTags {
  const keywords = [item.themeName, item.genre, item.documentNumber].filter((one) => one !== null).join(",");
  return [
    ...columnTags({ options, agency, name: "法定主动公开内容", id: "catalogue" }),
    ...given([
      ["ArticleTitle", item.title],
      ["PubDate", civilTime(item.publishedAt)],
      ["ContentSource", item.agencyName],
      ["Keywords", keywords],
      ["Description", item.summary],
      ["Url", `${options.origin}${item.path}`],
    ]),
  ];
}

/** The tags of an annual report. */
export function reportTags(options: PortalOptions, agency: PublicAgency | null, report: ReportSummary): PageTags {
  return [
    ...columnTags({ options, agency, name: "政府信息公开年报", id: "reports" }),
    ...given([
      ["ArticleTitle", report.title],
      ["PubDate", civilTime(report.publishedAt)],
      ["ContentSource", report.agencyName],
      ["Url", `${options.origin}/reports/${encodeURIComponent(report.agencyId)}/${report.year}`],
    ]),
  ];
}
