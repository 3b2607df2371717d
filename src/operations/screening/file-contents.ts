import type { FileKind } from "../../document/document.js";
import type { FileContents, Passage } from "../../document/passage.js";
import { AppError, isAppError } from "../../errors.js";
import { fileKindOf } from "../../readers/file-kind.js";
import { LIMITS } from "../../readers/limits.js";
import { readLines, readMarkup } from "../../readers/screening/read-lines.js";
import { readPackage } from "../../readers/screening/read-package.js";
import { workInChild } from "../child-reader.js";
import { readDocument } from "../read-document.js";

/** What a file is for screening: also archives and page files that no report is read from. */
export type ScreenedFileKind = FileKind | "package" | "unreadable";

/** Everything a file holds, by what it is and not by what it is called. Throws an AppError for what cannot be opened at all. */
export async function fileContents(bytes: Uint8Array): Promise<FileContents & { readonly kind: ScreenedFileKind }> {
  if (bytes.length > LIMITS.fileMegabytes * 2 ** 20) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(bytes.length / 2 ** 20), limit: LIMITS.fileMegabytes });
  }
  const kind = screenedKind(bytes);
  switch (kind) {
    case "docx":
      // Word also keeps a document in one XML file, which is no archive.
      return { kind, ...(isZip(bytes) ? readPackage(bytes) : readMarkup(bytes)) };
    case "xlsx":
    case "odt":
    case "package":
      return { kind, ...readPackage(bytes) };
    case "pdf":
    case "scan":
      return { kind: "pdf", ...(await workInChild(bytes, "contents", null)) };
    case "text":
      return { kind, ...readLines(bytes) };
    case "html":
      return { kind, ...readMarkup(bytes) };
    case "doc":
      return { kind, ...(await wordContents(bytes)) };
    case "unreadable":
      return { kind, passages: [], embedded: [], unread: ["整个文件"] };
    default:
      return kind satisfies never;
  }
}

function screenedKind(bytes: Uint8Array): ScreenedFileKind {
  try {
    return fileKindOf(bytes);
  } catch (error) {
    if (!isAppError(error) || (error.code !== "FILE_KIND_UNSUPPORTED" && error.code !== "FILE_KIND_UNKNOWN")) throw error;
    return isZip(bytes) ? "package" : "unreadable";
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Word 97 files: their text; what they hide in other streams is told as unread. */
async function wordContents(bytes: Uint8Array): Promise<FileContents> {
  const { blocks, metadata } = await readDocument(bytes);
  const passages: Passage[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === "paragraph") passages.push({ part: `第${index + 1}段`, sort: "text", text: block.text, pieces: [] });
    if (block.kind !== "grid") return;
    for (const cell of block.cells) {
      passages.push({
        part: `第${index + 1}段的表格第${cell.row + 1}行第${cell.column + 1}列`,
        sort: "text",
        text: cell.text,
        pieces: [],
      });
    }
  });
  for (const [name, value] of metadata) {
    const isOwner = /author|company/i.test(name);
    passages.push({
      part: `文件属性“${name}”`,
      sort: isOwner ? "property" : "text",
      ...(isOwner ? { holder: value } : {}),
      text: value,
      pieces: [],
    });
  }
  return { passages, embedded: [], unread: ["旧版 Word 文件中的批注、修订、页眉页脚和图像"] };
}
