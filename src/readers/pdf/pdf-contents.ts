import type { FileContents, Passage } from "../../document/passage.js";
import type { Box } from "../../document/place.js";
import { metadataOf } from "./metadata.js";
import { isOnPage, type PlacedGlyph, type PlacedPage, placedPage } from "./page-glyphs.js";
import { pdfStrings } from "./pdf-strings.js";
import type { PdfAtWork } from "./work-on-pdf.js";

const IMAGE = 3; // FPDF_PAGEOBJ_IMAGE
/** Smaller ones are seals and ornaments. */
const LARGE = 40;
/** FPDF_ANNOT_…: text, free text, stamp and the like carry words of a person; a link or a popup does not. */
const SILENT = new Set([2, 16]);
const WIDGET = 20;
const MOST_BYTES = 65_536;
const MOST_TITLES = 2000;
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ["Author", "作者"],
  ["Creator", "制作程序"],
  ["Producer", "生成程序"],
]);

/** Everything a pdf holds in letters: the pages with what lies beside them and under them, notes, fields, titles, properties, files. */
export async function readPdfContents(pdf: PdfAtWork, bytes: Uint8Array): Promise<FileContents> {
  const passages: Passage[] = [];
  const unread: string[] = [];
  for (let page = 1; page <= pdf.pages; page++) {
    pdf.onPage(page, (handle) => {
      passages.push(...pagePassages(placedPage(pdf.pdfium, handle, page)), ...notePassages(pdf, handle, page));
      if (hasLargeImage(pdf, handle)) unread.push(`第${page}页的图像`);
    });
  }
  for (const [tag, text] of metadataOf(pdf.pdfium, pdf.document)) {
    const owner = tag === "Author" ? { sort: "property" as const, holder: text } : { sort: "text" as const };
    passages.push({ part: `文件属性“${PROPERTIES.get(tag) ?? tag}”`, ...owner, text, pieces: [] });
  }
  for (const text of bookmarkTitles(pdf)) passages.push({ part: "书签", sort: "text", text, pieces: [] });
  const strings = await pdfStrings(bytes);
  const known = new Set(passages.map(({ text }) => text));
  if (strings === null) unread.push("文件内部的对象");
  for (const { key, text } of strings ?? []) {
    if (!known.has(text)) passages.push({ part: `文件内部数据（${key}）`, sort: "text", text, pieces: [] });
  }
  if (hasEarlierRevisions(bytes)) {
    passages.push({ part: "历史版本", sort: "hidden", text: "文件经过增量保存，可能仍保留修改以前的内容", pieces: [] });
  }
  if (pdf.pdfium.call.FPDFDoc_GetJavaScriptActionCount(pdf.document) > 0) unread.push("文件内的脚本");
  return { passages, embedded: attachmentNames(pdf), unread };
}

/** The text of a page: what is on it, what lies outside, and what is drawn without ink. */
function pagePassages(placed: PlacedPage): Passage[] {
  const { page } = placed;
  const isOutside = ({ box }: PlacedGlyph): boolean => box !== null && !isOnPage(box, placed);
  const part = `第${page}页`;
  return [
    passageOf(
      placed.glyphs.filter((glyph) => glyph.isInked && !isOutside(glyph)),
      { part, sort: "text", page },
    ),
    passageOf(
      placed.glyphs.filter((glyph) => !glyph.isInked && !isOutside(glyph)),
      { part: `${part}（不可见的文字层）`, sort: "text", page },
    ),
    passageOf(placed.glyphs.filter(isOutside), {
      part: `${part}（页面之外）`,
      sort: "hidden",
      holder: `${part}之外的文字`,
      page,
    }),
  ].filter(({ text }) => text.trim() !== "");
}

function passageOf(
  glyphs: readonly PlacedGlyph[],
  where: Pick<Passage, "part" | "sort"> & { page: number; holder?: string },
): Passage {
  let text = "";
  const boxes: (Box | null)[] = [];
  for (const { text: written, box } of glyphs) {
    text += written;
    for (let unit = 0; unit < written.length; unit++) boxes.push(box);
  }
  return { ...where, text, boxes, pieces: [] };
}

function notePassages({ pdfium }: PdfAtWork, handle: number, page: number): Passage[] {
  const { call } = pdfium;
  const found: Passage[] = [];
  const count = Math.min(call.FPDFPage_GetAnnotCount(handle), 10_000);
  for (let index = 0; index < count; index++) {
    const note = call.FPDFPage_GetAnnot(handle, index);
    if (note === 0) continue;
    const subtype = call.FPDFAnnot_GetSubtype(note);
    const read = (key: string): string =>
      readText(pdfium, (buffer, bytes) => call.FPDFAnnot_GetStringValue(note, keyAt(pdfium, key), buffer, bytes));
    const value = subtype === WIDGET ? read("V") : read("Contents");
    const author = subtype === WIDGET ? "" : read("T");
    const part = subtype === WIDGET ? `第${page}页的表单` : `第${page}页的注释`;
    if (value !== "")
      found.push({
        part,
        sort: subtype === WIDGET || SILENT.has(subtype) ? "text" : "comment",
        page,
        text: value,
        pieces: [],
        holder: `${part}${index + 1}`,
      });
    if (author !== "") found.push({ part: `${part}作者`, sort: "property", holder: author, page, text: author, pieces: [] });
    call.FPDFPage_CloseAnnot(note);
  }
  return found;
}

const keys = new WeakMap<object, Map<string, number>>();

/** A key in the memory of the engine, written once. */
function keyAt({ call }: PdfAtWork["pdfium"], key: string): number {
  const known = keys.get(call) ?? new Map<string, number>();
  keys.set(call, known);
  const there = known.get(key);
  if (there !== undefined) return there;
  const bytes = new TextEncoder().encode(`${key}\0`);
  const at = call.malloc(bytes.length);
  new Uint8Array(call.memory.buffer).set(bytes, at);
  known.set(key, at);
  return at;
}

/** A text the engine writes as UTF-16 with a null at its end; its length is asked first. */
function readText({ call }: PdfAtWork["pdfium"], ask: (buffer: number, bytes: number) => number): string {
  const bytes = Math.min(ask(0, 0), MOST_BYTES);
  if (bytes <= 2) return "";
  const buffer = call.malloc(bytes);
  ask(buffer, bytes);
  const text = new TextDecoder("utf-16le").decode(new Uint8Array(call.memory.buffer, buffer, bytes - 2));
  call.free(buffer);
  return text.replace(/\0/g, "").trim();
}

function hasLargeImage({ pdfium }: PdfAtWork, handle: number): boolean {
  const { call, scratch } = pdfium;
  const count = Math.min(call.FPDFPage_CountObjects(handle), 20_000);
  for (let index = 0; index < count; index++) {
    const object = call.FPDFPage_GetObject(handle, index);
    if (call.FPDFPageObj_GetType(object) !== IMAGE) continue;
    if (call.FPDFPageObj_GetMatrix(object, scratch) === 0) return true;
    const view = pdfium.view();
    const [a = 0, b = 0, c = 0, d = 0] = [0, 4, 8, 12].map((at) => view.getFloat32(scratch + at, true));
    if (Math.hypot(a, b) >= LARGE && Math.hypot(c, d) >= LARGE) return true;
  }
  return false;
}

function attachmentNames({ pdfium, document }: PdfAtWork): string[] {
  const { call } = pdfium;
  const count = Math.min(call.FPDFDoc_GetAttachmentCount(document), 1000);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const attachment = call.FPDFDoc_GetAttachment(document, index);
    return readText(pdfium, (buffer, bytes) => call.FPDFAttachment_GetName(attachment, buffer, bytes)) || `第${index + 1}个附件`;
  });
}

function bookmarkTitles({ pdfium, document }: PdfAtWork): string[] {
  const { call } = pdfium;
  const titles: string[] = [];
  const waiting = [call.FPDFBookmark_GetFirstChild(document, 0)];
  const seen = new Set<number>();
  while (waiting.length > 0 && titles.length < MOST_TITLES) {
    const bookmark = waiting.pop() ?? 0;
    if (bookmark === 0 || seen.has(bookmark)) continue;
    seen.add(bookmark);
    titles.push(readText(pdfium, (buffer, bytes) => call.FPDFBookmark_GetTitle(bookmark, buffer, bytes)));
    waiting.push(call.FPDFBookmark_GetNextSibling(document, bookmark), call.FPDFBookmark_GetFirstChild(document, bookmark));
  }
  return titles.filter((title) => title !== "");
}

/** A file that was saved by appending keeps what it replaced. A file made for the web has two ends by design. */
function hasEarlierRevisions(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let ends = 0;
  for (let at = file.indexOf("%%EOF"); at >= 0 && ends < 4; at = file.indexOf("%%EOF", at + 5)) ends++;
  return ends > (file.subarray(0, 2048).includes("/Linearized") ? 2 : 1);
}
