import { DISCLOSURE_ITEMS } from "../../law/publication/disclosure-items.js";
import type { PublicItem } from "../../register/portal/public-item.js";
import type {
  PublishedAttachment,
  PublishedItem,
  PublishedLink,
  PublishedRelation,
} from "../../register/publishing/published-item.js";
import { chineseDate, chineseMinute } from "./chinese-time.js";
import { Checksum, sizeText, validityMark } from "./fragments.js";
import { type Frame, PageFrame } from "./frame.js";
import { ItemBlocks } from "./item-blocks.js";
import { type Markup, markup } from "./markup.js";

const RELATION_HEADS: Readonly<Record<PublishedRelation, string>> = {
  interprets: "本文解读的文件",
  "interpreted-by": "解读",
  repeals: "本文废止的文件",
  "repealed-by": "废止本文的文件",
  amends: "本文修改的文件",
  "amended-by": "修改本文的文件",
  related: "相关信息",
};

/** The page of a document: what the catalogue says of it, its text, its files, what it is tied to. */
export function ItemPage({ frame, found: { item, links } }: { readonly frame: Frame; readonly found: PublicItem }) {
  if (item.tombstone !== null) return <TombstonePage frame={frame} item={item} />;
  const standing = links.find(({ relation }) => relation === "repealed-by" || relation === "amended-by");
  return (
    <PageFrame frame={frame}>
      <article class="sheet">
        <Metadata item={item} />
        {standing !== undefined && <StandingNote item={item} link={standing} />}
        <div class="text">
          <h1>{item.title}</h1>
          <ItemBlocks blocks={item.blocks} attachments={item.attachments} />
        </div>
        {item.attachments.length > 0 && <Files attachments={item.attachments} />}
      </article>
      <Links links={links} />
      <p class="small muted no-print after">
        本页地址长期有效。数据：<a href={`${item.path}.json`}>JSON</a>
      </p>
    </PageFrame>
  );
}

function Metadata({ item }: { readonly item: PublishedItem }) {
  const kind = DISCLOSURE_ITEMS.find(({ id }) => id === item.disclosureItem);
  const rows: readonly (readonly [string, string | null])[] = [
    ["索引号", item.indexNumber],
    ["发布机构", item.agencyName],
    ["文号", item.documentNumber],
    ["生成日期", chineseDate(item.madeOn)],
    ["公开日期", chineseDate(item.publishedAt)],
    ["主题分类", item.themeName],
    ["体裁分类", item.genre],
    ["公开事项", kind === undefined ? null : kind.shortName],
    ["废止日期", item.repealedOn === null ? null : chineseDate(item.repealedOn)],
  ];
  const line = (label: string, what: string | Markup) => markup`<div><dt>${label}</dt><dd>${what}</dd></div>`;
  const mark = validityMark(item.validity, item.validityName);
  const lines = [
    rows.map(([label, text]) => text !== null && line(label, text)),
    item.validity !== null && item.validity !== "unmarked" && line("有效性", mark ?? ""),
    item.summary !== null && markup`<div class="whole"><dt>内容概述</dt><dd>${item.summary}</dd></div>`,
  ];
  // biome-ignore lint/security/noDangerouslySetInnerHtml: put together from templates that escape what is put in
  return <dl class="metadata" dangerouslySetInnerHTML={{ __html: markup`${lines}`.html }} />;
}

/** Said before the text, so that nobody relies on a document that no longer holds. */
function StandingNote({ item, link }: { readonly item: PublishedItem; readonly link: PublishedLink }) {
  const isRepealed = link.relation === "repealed-by";
  const since = isRepealed && item.repealedOn !== null ? `自${chineseDate(item.repealedOn)}起` : "";
  return (
    <div class={`note ${isRepealed ? "danger" : "warning"}`} role="note">
      本文{since}已被<a href={link.path}>{link.title}</a>
      {isRepealed ? "废止。" : "修改，请一并查阅。"}
    </div>
  );
}

function Files({ attachments }: { readonly attachments: readonly PublishedAttachment[] }) {
  return (
    <section>
      <h2>附件</h2>
      <ul class="files">
        {attachments.map(({ id, name, size, sha256 }) => (
          <li key={id}>
            <a href={`/attachments/${encodeURIComponent(id)}/${encodeURIComponent(name)}`} download>
              {name}
            </a>
            <span class="muted small">{sizeText(size)}</span>
            <Checksum sha256={sha256} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Links({ links }: { readonly links: readonly PublishedLink[] }) {
  const relations = [...new Set(links.map(({ relation }) => relation))];
  return (
    <>
      {relations.map((relation) => (
        <section key={relation}>
          <h2>{RELATION_HEADS[relation]}</h2>
          <ul class="items">
            {links
              .filter((link) => link.relation === relation)
              .map(({ itemId, title, path }) => (
                <li key={itemId}>
                  <a href={path}>{title}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What stands where something was: that it was there, who took it away, when and why. */
function TombstonePage({ frame, item }: { readonly frame: Frame; readonly item: PublishedItem }) {
  const { tombstone } = item;
  return (
    <PageFrame frame={frame}>
      <h1>{item.title}</h1>
      <div class="note warning" role="note">
        这条信息已经撤回，不再公开。
      </div>
      <dl class="facts">
        <dt>索引号</dt>
        <dd>{item.indexNumber}</dd>
        <dt>发布机构</dt>
        <dd>{item.agencyName}</dd>
        <dt>公开时间</dt>
        <dd>{chineseMinute(item.publishedAt)}</dd>
        <dt>撤回时间</dt>
        <dd>{tombstone === null ? "" : chineseMinute(tombstone.withdrawnAt)}</dd>
        <dt>撤回机关</dt>
        <dd>{tombstone?.authority}</dd>
        <dt>撤回理由</dt>
        <dd>{tombstone?.reason}</dd>
      </dl>
      <p class="lead">
        需要这条信息的，可以<a href={`/ask/${encodeURIComponent(item.agencyId)}`}>申请公开</a>。
      </p>
    </PageFrame>
  );
}
