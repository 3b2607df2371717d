import type { FileKind } from "../document/document.js";
import { AppError } from "../errors.js";
import { decodeText } from "./decode-text.js";
import { CompoundFile, isCompoundFile } from "./doc/compound-file.js";
import { ZipArchive } from "./zip/zip-archive.js";

/** Kinds we know by their first bytes and cannot read, as a user calls them. */
const FOREIGN_SIGNATURES: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "RTF"],
  [[0x89, 0x50, 0x4e, 0x47], "PNG 图片"],
  [[0xff, 0xd8, 0xff], "JPEG 图片"],
  [[0x47, 0x49, 0x46, 0x38], "GIF 图片"],
  [[0x49, 0x49, 0x2a, 0x00], "TIFF 图片"],
  [[0x4d, 0x4d, 0x00, 0x2a], "TIFF 图片"],
  [[0x52, 0x61, 0x72, 0x21], "RAR 压缩"],
  [[0x37, 0x7a, 0xbc, 0xaf], "7z 压缩"],
  [[0x1f, 0x8b], "gzip 压缩"],
  [[0xdb, 0xa5], "Word 95 或更早版本"],
  [[0x31, 0xbe, 0x00, 0x00], "Word 95 或更早版本"],
  [[0xff, 0x57, 0x50, 0x43], "WordPerfect"],
];

/** What other programs keep in a compound file, by a name under its root. */
const COMPOUND_KINDS: readonly (readonly [name: string, kind: string])[] = [
  ["Workbook", "xls"],
  ["Book", "xls"],
  ["PowerPoint Document", "ppt"],
  ["CONTENTS", "Microsoft Works"],
  ["MN0", "Microsoft Works"],
  ["MM", "Microsoft Works"],
  ["__properties_version1.0", "Outlook 邮件"],
];

/** Root elements of other documents in a single XML file. */
const XML_KINDS = new Map([
  ["package", "单文件 XML 包"],
  ["workbook", "Excel 2003 XML"],
  ["document", "OpenDocument 单文件"],
]);

const HTML_ELEMENT =
  /<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|table|tbody|tr|td|div|p|span|ul|ol|li|h[1-6]|font|center|section|article|main|a|img|b|strong|br)[\s/>]/i;
const HTML_PAGE = /<!doctype\s+html|<html[\s>]|<body[\s>]/i;
const MAIL_HEADER = /^(?:MIME-Version|From|Content-Type):/i;
/** The header fields of a saved page with its images stand in its first lines. */
const MAIL_WINDOW = 4096;

const PDF_MARK = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PDF_WINDOW = 1024;
/** As much of a text as is looked at to tell what it is; server pages may begin with many empty lines. */
const TEXT_WINDOW = 65_536;
const MARKUP_WINDOW = 16_384;
/** Share of characters no text has: one in fifty may be damage, more is another kind of file. */
const MOST_ODD = 0.02;

/**
 * The kind of a file by its content: names lie often, an html page called .doc and a docx called .wps are common.
 * Throws FILE_EMPTY, FILE_PROTECTED, FILE_DAMAGED, FILE_KIND_UNSUPPORTED or FILE_KIND_UNKNOWN for what cannot be read.
 */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new AppError("FILE_EMPTY", {});
  if (isCompoundFile(bytes)) return compoundKind(new CompoundFile(bytes));
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return zipKind(bytes);
  if (holdsPdfMark(bytes)) return "pdf";
  for (const [signature, kind] of FOREIGN_SIGNATURES) if (startsWith(bytes, signature)) throw unsupported(kind);
  return textKind(bytes);
}

function unsupported(kind: string): AppError {
  return new AppError("FILE_KIND_UNSUPPORTED", { kind });
}

function compoundKind(file: CompoundFile): FileKind {
  if (file.has("EncryptedPackage")) throw new AppError("FILE_PROTECTED", {});
  if (file.has("WordDocument")) return "doc";
  for (const [name, kind] of COMPOUND_KINDS) if (file.has(name)) throw unsupported(kind);
  throw new AppError("FILE_KIND_UNKNOWN", {});
}

function zipKind(bytes: Uint8Array): FileKind {
  const archive = new ZipArchive(bytes);
  if (archive.has("word/document.xml")) return "docx";
  if (archive.has("xl/workbook.xml")) return "xlsx";
  if (archive.has("OFD.xml")) throw unsupported("OFD");
  if (archive.has("content.xml") && archive.has("mimetype")) return openDocumentKind(archive);
  const folders = new Set(archive.entries.map(({ name }) => name.replaceAll("\\", "/").split("/")[0]?.toLowerCase()));
  // The main part may have another name; [Content_Types].xml says which, and the docx reader looks there.
  if (archive.has("[Content_Types].xml") && folders.has("word")) return "docx";
  if (folders.has("xl")) throw unsupported("xlsb");
  if (folders.has("ppt")) throw unsupported("pptx");
  throw unsupported("ZIP 压缩");
}

function openDocumentKind(archive: ZipArchive): FileKind {
  const type = new TextDecoder().decode(archive.find("mimetype") ?? new Uint8Array(0));
  if (type.includes("spreadsheet")) throw unsupported("ods");
  if (type.includes("presentation")) throw unsupported("odp");
  if (type.includes("epub")) throw unsupported("EPUB");
  return "odt";
}

/** Mail systems and old scanners put something before the mark; Acrobat looks for it in the first 1024 bytes. */
function holdsPdfMark(bytes: Uint8Array): boolean {
  const last = Math.min(bytes.length, PDF_WINDOW) - PDF_MARK.length;
  for (let at = 0; at <= last; at++) if (PDF_MARK.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function textKind(bytes: Uint8Array): FileKind {
  const { text } = decodeText(bytes.subarray(0, TEXT_WINDOW));
  if (!readsAsText(text)) throw new AppError("FILE_KIND_UNKNOWN", {});
  const head = text.trimStart().slice(0, MARKUP_WINDOW);
  if (head === "" && bytes.length <= TEXT_WINDOW) throw new AppError("FILE_EMPTY", {});
  if (MAIL_HEADER.test(head) && head.slice(0, MAIL_WINDOW).toLowerCase().includes("multipart/"))
    throw unsupported("网页归档（mht）");
  if (!head.startsWith("<")) return HTML_PAGE.test(head) ? "html" : "text";
  const root = /<([a-z][\w.-]*:)?([a-z][\w.-]*)/i.exec(head)?.[2]?.toLowerCase() ?? "";
  if (isFlatWord(root, head)) return "docx";
  const foreign = XML_KINDS.get(root);
  if (foreign !== undefined) throw unsupported(foreign);
  if (HTML_ELEMENT.test(head)) return "html";
  if (head.startsWith("<?xml")) throw unsupported("XML");
  return "text";
}

/** A Word document in a single XML file: Word 2003 XML, or a whole package as flat OPC. */
function isFlatWord(root: string, head: string): boolean {
  return root === "worddocument" || (root === "package" && (head.includes('"Word.Document"') || head.includes('"/word/')));
}

function readsAsText(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || (code < 0x20 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13)) odd++;
  }
  return odd <= text.length * MOST_ODD;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte);
}
