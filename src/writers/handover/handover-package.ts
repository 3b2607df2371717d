import { strToU8, type Zippable, zipSync } from "fflate";
import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import type { HandoverFile, HandoverItem } from "../../register/publishing/handover.js";
import type { ItemBlock, ItemCell } from "../../register/publishing/item-block.js";

/** What the cover of a package says. */
export interface HandoverCover {
  readonly agencyName: string;
  readonly receiver: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly contact: string;
  readonly preparedOn: PlainDate;
}

/** One item with its text and its files. */
export interface PackedItem {
  readonly listed: HandoverItem;
  readonly blocks: readonly ItemBlock[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const NO_TIME = new Date(1980, 0, 1);

/** A zip with list, note, texts and files, and a list of SHA-256 that `sha256sum -c` checks. The same items give the same bytes. */
export function handoverPackage(
  cover: HandoverCover,
  items: readonly PackedItem[],
  hash: (bytes: Uint8Array) => string,
): { readonly bytes: Uint8Array; readonly files: readonly HandoverFile[] } {
  const parts: [path: string, bytes: Uint8Array][] = [
    ["移送目录.csv", strToU8(`\uFEFF${listText(items)}`)],
    ["移送说明.txt", strToU8(noteText(cover, items))],
  ];
  for (const [index, { listed, blocks, files }] of items.entries()) {
    const folder = `${String(index + 1).padStart(4, "0")} ${safeName(listed.indexNumber)}`;
    parts.push([`${folder}/正文.html`, strToU8(pageOf(listed, blocks))]);
    const names = new Set<string>();
    for (const { name, bytes } of files) parts.push([`${folder}/附件/${unused(safeName(name), names)}`, bytes]);
  }
  const files = parts.map(([path, bytes]): HandoverFile => ({ path, sha256: hash(bytes), size: bytes.length }));
  const sums = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
  const zipped: Zippable = Object.fromEntries([...parts, ["散列清单.sha256", strToU8(sums)] as const]);
  return { bytes: zipSync(zipped, { level: 6, mtime: NO_TIME }), files };
}

const HEAD = ["序号", "索引号", "信息名称", "文号", "发布机构", "生成日期", "公开日期", "电子文本"];

function listText(items: readonly PackedItem[]): string {
  const rows = items.map(({ listed, files }, index) => [
    String(index + 1),
    listed.indexNumber,
    listed.title,
    listed.documentNumber ?? "",
    listed.agencyName,
    listed.madeOn ?? "",
    listed.publishedOn,
    ["正文.html", ...files.map(({ name }) => name)].join("；"),
  ]);
  return [HEAD, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** A text that begins like a formula gets an apostrophe, so that no spreadsheet runs it. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function noteText({ agencyName, receiver, from, to, contact, preparedOn }: HandoverCover, items: readonly PackedItem[]): string {
  const files = items.reduce((sum, item) => sum + item.files.length + 1, 0);
  const span = `${chineseDay(from)}至${chineseDay(to)}`;
  const body =
    items.length === 0
      ? `${span}，本机关没有主动公开政府信息，特此零报送。`
      : `现提供${span}主动公开的政府信息${items.length}件，电子文本${files}个，目录见“移送目录.csv”，散列值见“散列清单.sha256”。`;
  return [
    "政府信息移送说明",
    "",
    `${receiver}：`,
    `根据《中华人民共和国政府信息公开条例》第二十五条第三款，${body}`,
    "",
    `送交联系人：${contact === "" ? "（未填写）" : contact}`,
    agencyName,
    chineseDay(preparedOn),
    "",
    "接收单位签收：                    日期：      年    月    日",
    "",
  ].join("\r\n");
}

/** A name that every file system takes. */
function safeName(name: string): string {
  const safe = [...name].map((sign) => (sign < " " || '\\/:*?"<>|'.includes(sign) ? "-" : sign)).join("");
  return safe.replace(/^\.+|[. ]+$/g, "").slice(0, 120) || "未命名";
}

function unused(name: string, names: Set<string>): string {
  for (let nth = 1; ; nth += 1) {
    const candidate = nth === 1 ? name : name.replace(/(\.[^.]*)?$/, (extension) => `（${nth}）${extension}`);
    if (names.has(candidate)) continue;
    names.add(candidate);
    return candidate;
  }
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function pageOf(
  { title, indexNumber, documentNumber, agencyName, madeOn, publishedOn }: HandoverItem,
  blocks: readonly ItemBlock[],
): string {
  const facts = [
    ["索引号", indexNumber],
    ["文号", documentNumber ?? "—"],
    ["发布机构", agencyName],
    ["生成日期", madeOn === null ? "—" : chineseDay(madeOn)],
    ["公开日期", chineseDay(publishedOn)],
  ];
  const rows = facts.map(([name = "", value = ""]) => `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`).join("");
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{max-width:48em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.8}h1{text-align:center;font-size:1.5em}table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}</style></head>
<body><h1>${escaped(title)}</h1><table>${rows}</table>
${blocks.map(blockHtml).join("\n")}
</body></html>
`;
}

function blockHtml(block: ItemBlock): string {
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
      return `<table>${block.rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("")}</table>`;
    case "picture":
      return `<p>（插图：${escaped(block.alt)}，见附件）</p>`;
    default:
      return block satisfies never;
  }
}

function cellHtml({ text, isHead, rowSpan, columnSpan }: ItemCell): string {
  const tag = isHead === true ? "th" : "td";
  const spans = `${rowSpan === undefined ? "" : ` rowspan="${rowSpan}"`}${columnSpan === undefined ? "" : ` colspan="${columnSpan}"`}`;
  return `<${tag}${spans}>${escaped(text)}</${tag}>`;
}
