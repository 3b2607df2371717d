import { chineseDay } from "../../law/plain-date.js";
import type { HandoverItem } from "../../register/publishing/handover.js";
import type { ItemBlock, ItemCell } from "../../register/publishing/item-block.js";

const STYLE =
  "body{max-width:48em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.8}h1{text-align:center;font-size:1.5em}" +
  "table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}" +
  "figure{margin:1em 0;text-align:center}img{max-width:100%}";

/** The text of an item as a page that opens in any browser; `pathOf` gives where in the package a file stands. */
export function handoverPage(
  item: HandoverItem,
  blocks: readonly ItemBlock[],
  pathOf: (attachmentId: string) => string | null,
): string {
  const { title, indexNumber, documentNumber, agencyName, madeOn, publishedOn, tombstone = null } = item;
  const facts = [
    ["索引号", indexNumber],
    ["文号", documentNumber ?? "—"],
    ["发布机构", agencyName],
    ["生成日期", madeOn === null ? "—" : chineseDay(madeOn)],
    ["公开日期", chineseDay(publishedOn)],
    ...(tombstone === null
      ? []
      : [
          ["撤回时间", tombstone.withdrawnAt],
          ["决定机关", tombstone.authority],
          ["撤回理由", tombstone.reason],
        ]),
  ];
  const rows = facts.map(([name = "", value = ""]) => `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`).join("");
  const body =
    tombstone === null
      ? blocks.map((block) => blockHtml(block, pathOf)).join("\n")
      : "<p>本信息已经撤回，正文和附件不再提供。</p>";
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1><table>${rows}</table>
${body}
</body></html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function blockHtml(block: ItemBlock, pathOf: (attachmentId: string) => string | null): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case "paragraph":
      return `<p${block.align === undefined ? "" : ` style="text-align:${block.align}"`}>${escaped(block.text)}</p>`;
    case "list": {
      const tag = block.isNumbered ? "ol" : "ul";
      return `<${tag}>${block.entries.map((entry) => `<li>${escaped(entry)}</li>`).join("")}</${tag}>`;
    }
    case "table":
      return `<table>${captionHtml(block.caption)}${block.rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("")}</table>`;
    case "picture": {
      const path = pathOf(block.attachmentId);
      if (path === null) return `<p>（插图：${escaped(block.alt)}）</p>`;
      const address = path.split("/").map(encodeURIComponent).join("/");
      return `<figure><img src="${address}" alt="${escaped(block.alt)}"></figure>`;
    }
    default:
      return block satisfies never;
  }
}

const captionHtml = (caption: string | undefined): string =>
  caption === undefined ? "" : `<caption>${escaped(caption)}</caption>`;

function cellHtml({ text, isHead, rowSpan, columnSpan }: ItemCell): string {
  const tag = isHead === true ? "th" : "td";
  const spans = `${rowSpan === undefined ? "" : ` rowspan="${rowSpan}"`}${columnSpan === undefined ? "" : ` colspan="${columnSpan}"`}`;
  return `<${tag}${spans}>${escaped(text)}</${tag}>`;
}
