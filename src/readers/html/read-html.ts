import type { SourceDocument } from "../../document/document.js";
import { type Note, note } from "../../document/note.js";
import { AppError } from "../../errors.js";
import { decodeText, encodingNamed } from "../decode-text.js";
import { LIMITS } from "../limits.js";
import { blocksOf } from "../table-tree.js";
import { informationBlock } from "./information-block.js";
import { parsePage } from "./parse-page.js";
import { walkPage } from "./walk-page.js";

const MEGABYTE = 2 ** 20;
/** Browsers look for the label in the first 1024 bytes; pages of old content systems put scripts before it. */
const LABEL_WINDOW = 8192;
const LABEL = /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w.:-]{2,40})/i;
const XML_LABEL = /^[^<]*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})/i;

/** The content of a web page: the report, and around it whatever else the site shows. */
export function readHtml(bytes: Uint8Array): SourceDocument {
  if (bytes.length > LIMITS.textMegabytes * MEGABYTE) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(bytes.length / MEGABYTE), limit: LIMITS.textMegabytes });
  }
  const label = encodingLabel(bytes);
  const { text, encoding, damaged } = decodeText(bytes, label ?? "");
  const notes: Note[] = [];
  if (label !== null && encodingNamed(label) !== encoding) notes.push(note("encodingGuessed", { encoding, labelled: label }));
  if (damaged) notes.push(note("unreadPart", { what: "个别字节不合字符编码" }));
  const page = walkPage(parsePage(text));
  if (page.deletedTexts > 0) notes.push(note("deletedTextSkipped", { count: page.deletedTexts }));
  if (page.lostCells > 0) notes.push(note("unreadPart", { what: `${page.lostCells} 个单元格超出 ${LIMITS.gridColumns} 列` }));
  const blocks = blocksOf(page.items);
  return { kind: "html", blocks, notes, encoding, metadata: new Map([...informationBlock(blocks), ...page.metadata]) };
}

/** What the page says its encoding is. Markup is ASCII in every encoding met here, so bytes can be read one by one. */
function encodingLabel(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, LABEL_WINDOW));
  return XML_LABEL.exec(head)?.[1] ?? LABEL.exec(head)?.[1] ?? null;
}
