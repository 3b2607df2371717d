import { type ComponentChildren, Fragment, h } from "preact";
import { render } from "preact-render-to-string";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import { MadeOnce } from "./made-once.js";
import { Markup, markup } from "./markup.js";
import type { PageTags } from "./page-tags.js";

/** The columns every platform has, in the order of 国办公开办函〔2019〕61号; asking is an entry of its own beside them. */
export const COLUMNS = [
  { id: "guide", name: "政府信息公开指南", path: "guide" },
  { id: "rules", name: "政府信息公开制度", path: "rules" },
  { id: "catalogue", name: "法定主动公开内容", path: "catalogue" },
  { id: "reports", name: "政府信息公开年报", path: "reports" },
] as const;
export type ColumnId = (typeof COLUMNS)[number]["id"] | "ask" | null;

export interface Step {
  readonly name: string;
  readonly path: string;
}

/** What stands around every page. */
export interface Frame {
  readonly title: string;
  /** The address of the page below the site, without what only this reader asked for. */
  readonly path: string;
  readonly site: SiteNames;
  /** The agency whose columns are shown; null on pages of the whole portal. */
  readonly agency: PublicAgency | null;
  readonly column: ColumnId;
  readonly trail: readonly Step[];
  readonly tags?: PageTags;
  readonly isLarge: boolean;
  readonly isSample: boolean;
  /** Left out of search engines: results, forms, receipts. */
  readonly isPrivate?: boolean;
  readonly structured?: Readonly<Record<string, unknown>>;
}

export interface SiteNames {
  /** 青阳市政府信息公开 */
  readonly name: string;
  /** Scheme and host, "https://www.qingyang.gov.cn"; empty where it is not configured. */
  readonly origin: string;
  /** The agency whose contact stands at the foot of pages of no agency. */
  readonly owner: PublicAgency | null;
}

/** Only what stands in the middle is a tree of nodes; what all pages have around it is put together as text, at a tenth of the cost. */
export function PageFrame({ frame, children }: { readonly frame: Frame; readonly children: ComponentChildren }) {
  const middle = new Markup(render(h(Fragment, null, children)));
  return (
    <html lang="zh-CN" class={frame.isLarge ? "large" : undefined}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: put together from templates that escape what is put in */}
      <head dangerouslySetInnerHTML={{ __html: headOf(frame).html }} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: put together from templates that escape what is put in */}
      <body dangerouslySetInnerHTML={{ __html: bodyOf(frame, middle).html }} />
    </html>
  );
}

function headOf(frame: Frame): Markup {
  const { path, site, agency, tags = [], isPrivate, structured } = frame;
  const feed = `${site.name}：最新公开`;
  const isCanonical = site.origin !== "" && !isPrivate;
  return markup`<meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${windowTitle(frame)}</title>${tags.map(
    ([name, content]) => markup`<meta name="${name}" content="${content}"/>`,
  )}${isPrivate && markup`<meta name="robots" content="noindex"/>`}${
    isCanonical && markup`<link rel="canonical" href="${`${site.origin}${path}`}"/>`
  }<link rel="stylesheet" href="/site.css"/><link rel="icon" href="/favicon.svg" type="image/svg+xml"/><link rel="alternate" type="application/atom+xml" title="${feed}" href="${feedPath(agency, "atom")}"/><link rel="alternate" type="application/feed+json" title="${feed}" href="${feedPath(agency, "json")}"/><script src="/site.js" defer></script>${
    // JSON-LD is text of our own; every "<" in it is escaped.
    structured && new Markup(`<script type="application/ld+json">${escapedJson(structured)}</script>`)
  }`;
}

const SUN = new Markup(render(<SunMark />));

function bodyOf(frame: Frame, middle: Markup): Markup {
  const { path, site, agency, isLarge } = frame;
  const name = agency?.name ?? site.name;
  return markup`<a class="skip" href="#content">跳到正文</a><header class="top"><div class="inside"><a class="brand" href="${
    agency === null ? "/" : agencyPath(agency.id)
  }">${SUN}<span><b>${name}</b>${
    !name.endsWith("政府信息公开") && markup`<span>政府信息公开</span>`
  }</span></a><div class="tools">${
    agency !== null && site.name !== agency.name && markup`<a href="/">${site.name}</a>`
  }<a href="/status">查询办理进度</a><a href="/check">年报自查</a><form method="post" action="/large-text"><input type="hidden" name="back" value="${path}"/><button class="plain" name="large" value="${isLarge ? "0" : "1"}" type="submit">${
    isLarge ? "标准字号" : "大字版"
  }</button></form></div></div></header>${menuOf(frame)}${frame.isSample && SAMPLE}<main id="content" class="inside">${trailOf(frame)}${middle}</main>${footOf(frame)}`;
}

const SAMPLE = markup`<aside class="sample" aria-label="样例说明"><div class="inside">这是供试用的示例网站：早年的年度报告取自真实样本，其余的文件、申请和数字都是编写的，不是政府信息。</div></aside>`;

/** Names the agency too: a city has as many 指南 as agencies, and a window, a bookmark and a search engine show nothing but this (WCAG 2.4.2). */
function windowTitle({ title, agency, site }: Frame): string {
  const whose = agency === null || agency.name === site.name || title.includes(agency.name) ? [] : [agency.name];
  return [title, ...whose, ...(title === site.name ? [] : [site.name])].join(" - ");
}

/** Menu and foot are the same on all pages of an agency. */
const made = new MadeOnce<object, string>();
const NOBODY = {};

function menuOf({ agency, column }: Frame): Markup {
  const html = made.of(agency ?? NOBODY, `menu ${column}`, () => render(<ColumnLinks agency={agency} column={column} />));
  return markup`<nav class="columns" aria-label="政府信息公开栏目">${new Markup(html)}</nav>`;
}

function ColumnLinks({ agency, column }: Pick<Frame, "agency" | "column">) {
  const base = agency === null ? "" : agencyPath(agency.id);
  return (
    <ul class="inside">
      {COLUMNS.map(({ id, name, path }) => (
        <li key={id}>
          <a href={`${base}/${path}`} aria-current={column === id ? "page" : undefined}>
            {name}
          </a>
        </li>
      ))}
      <li class="apart">
        <a
          href={agency === null ? "/ask" : `/ask/${encodeURIComponent(agency.id)}`}
          aria-current={column === "ask" ? "page" : undefined}
        >
          政府信息公开申请
        </a>
      </li>
      <li>
        <a href={agency === null ? "/search" : `/search?agency=${encodeURIComponent(agency.id)}`}>检索</a>
      </li>
    </ul>
  );
}

function trailOf({ trail, title }: Frame): Markup | null {
  if (trail.length === 0) return null;
  const steps = trail.map(({ name, path }) => markup`<li><a href="${path}">${name}</a></li>`);
  return markup`<nav class="trail" aria-label="当前位置"><ol>${steps}<li aria-current="page">${title}</li></ol></nav>`;
}

/** What the foot of a government site carries (国办发〔2017〕47号); what is not known is left out. */
function footOf({ agency, site }: Frame): Markup {
  const key = `foot ${agency === null} ${site.name}`;
  const html = made.of(agency ?? site.owner ?? NOBODY, key, () => render(<FootLines agency={agency} site={site} />));
  return markup`<footer class="bottom">${new Markup(html)}</footer>`;
}

function FootLines({ agency, site }: Pick<Frame, "agency" | "site">) {
  const owner = agency ?? site.owner;
  const meta = owner?.site;
  const told: readonly (string | null | undefined)[] = [
    `主办：${meta?.sponsor ?? owner?.name ?? site.name}`,
    meta?.organizer && `承办：${meta.organizer}`,
    owner?.contact.address && `地址：${owner.contact.address}`,
    owner?.contact.phone && `电话：${owner.contact.phone}`,
    meta?.siteCode && `网站标识码：${meta.siteCode}`,
    meta?.icpNumber,
    meta?.policeNumber,
    meta?.reportPhone && `违法和不良信息举报：${meta.reportPhone}`,
  ];
  return (
    <div class="inside">
      <ul>{told.flatMap((text) => (text ? [<li key={text}>{text}</li>] : []))}</ul>
      <ul>
        <li>
          <a href="/site-map">网站地图</a>
        </li>
        <li>
          <a href="/accessibility">无障碍与适老化</a>
        </li>
        <li>
          <a href="/open-data">开放数据</a>
        </li>
        <li>
          <a href={feedPath(agency, "atom")}>订阅</a>
        </li>
      </ul>
    </div>
  );
}

/** 日光: a sun over the line of the horizon, drawn with currentColor so that it prints. */
export function SunMark() {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <circle cx="18" cy="21" r="7.5" fill="var(--sun)" />
      <g stroke="var(--sun)" stroke-width="2.4" stroke-linecap="round">
        <path d="M18 4.5v4.5M6.3 9.3l3.2 3.2M29.7 9.3l-3.2 3.2M2.5 21H7M29 21h4.5" />
      </g>
      <path d="M2.5 29h31" stroke="var(--accent)" stroke-width="2.6" stroke-linecap="round" />
    </svg>
  );
}

export function agencyPath(id: string): string {
  return `/agencies/${encodeURIComponent(id)}`;
}

function feedPath(agency: PublicAgency | null, format: "atom" | "json"): string {
  return agency === null ? `/feed.${format}` : `/feed.${format}?agency=${encodeURIComponent(agency.id)}`;
}

function escapedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
