import type { Block, Grid, SourceDocument } from "../../document/document.js";
import { AppError, isAppError } from "../../errors.js";
import { genreOfTitle } from "../../law/publication/genres.js";
import { ZipArchive } from "../../readers/zip/zip-archive.js";
import type { ZipEntry } from "../../readers/zip/zip-directory.js";
import type { ItemBlock } from "../../register/publishing/item-block.js";
import { readDocument } from "../read-document.js";
import { type DocumentLine, type DocumentMetadata, documentMetadata } from "./document-metadata.js";
import type { ImportCandidate } from "./import-candidate.js";

const MOST_FILES = 2000;
const WANTED = /\.(?:docx|doc|wps|odt|pdf|txt)$/i;
/** All documents of a folder together, because they are held at the same time. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The documents of a zip archive as candidates, each with the metadata that stand in it: title, number, agency, day. */
export async function candidatesOfArchive(name: string, bytes: Uint8Array, agencyName: string): Promise<ImportCandidate[]> {
  const archive = new ZipArchive(bytes, MOST_BYTES);
  const entries = archive.entries.filter((entry) => !isHidden(entry.name));
  const documents = entries.filter((entry) => WANTED.test(entry.name)).length;
  if (documents === 0) throw new AppError("IMPORT_UNREADABLE", { name, detail: `压缩包里没有${KINDS}文件。` });
  if (entries.length > MOST_FILES) {
    throw new AppError("IMPORT_UNREADABLE", { name, detail: `压缩包里超过 ${MOST_FILES} 个文件，请分批导入。` });
  }
  const candidates: ImportCandidate[] = [];
  for (const entry of entries) candidates.push(await candidateOfEntry(archive, entry, agencyName));
  return candidates;
}

const KINDS = " docx、doc、wps、odt、pdf、txt ";
/** What systems and word processors leave beside documents. */
const LEFTOVERS: ReadonlySet<string> = new Set(["__MACOSX", "Thumbs.db", "desktop.ini"]);

const isHidden = (name: string): boolean =>
  name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$") || LEFTOVERS.has(part));

async function candidateOfEntry(archive: ZipArchive, entry: ZipEntry, agencyName: string): Promise<ImportCandidate> {
  const place = entry.name;
  const name = place.split("/").at(-1) ?? place;
  const bare = name.replace(/\.[^.]+$/, "");
  const nothing = { indexNumber: null, publishedOn: null, address: null, repealedOn: null, ended: null };
  const unread = (fault: string): ImportCandidate => ({
    ...{ ...nothing, place, content: { title: bare }, notes: [], fault, file: null },
  });
  // A file that is passed over in silence would be missed by nobody until somebody looks for it.
  if (!WANTED.test(name)) return unread(`不是${KINDS}文件，没有读取；要一起公开的，请在信息里作为附件上传。`);
  try {
    const bytes = archive.read(entry);
    const { content, notes } = contentOf(await readDocument(bytes), { bare, agencyName });
    return { ...nothing, place, content, notes, fault: null, file: { name, bytes } };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return unread(error.message);
  }
}

/** What stands in a document, with what a person should look at. */
function contentOf({ blocks }: SourceDocument, { bare, agencyName }: { readonly bare: string; readonly agencyName: string }) {
  const metadata = documentMetadata(linesOf(blocks));
  const { title, documentNumber, madeOn } = metadata;
  const content = {
    title: title?.text ?? bare,
    documentNumber,
    madeOn,
    genre: genreOfTitle(title?.text ?? bare),
    blocks: itemBlocks(blocks.slice((title?.lastIndex ?? -1) + 1)),
  };
  return { content, notes: notesOf(metadata, agencyName) };
}

/** Every line with its block. The imprint stands in a table of two cells. */
function linesOf(blocks: readonly Block[]): DocumentLine[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === "picture") return [];
    const texts = block.kind === "grid" ? block.cells.map(({ text }) => text) : block.text.split("\n");
    return texts.map((text) => ({ text, index }));
  });
}

function notesOf({ title, madeOn, isDayOfPrinting, maker }: DocumentMetadata, agencyName: string): string[] {
  const isOwn = maker === null || agencyName === "" || agencyName.endsWith(maker) || maker.startsWith(agencyName);
  return [
    ...(title === null ? ["没有找到标题，用文件名代替。"] : []),
    ...(madeOn === null ? ["文末没有成文日期，请补填。"] : []),
    ...(isDayOfPrinting ? ["文末没有成文日期，取版记的印发日期，请核对。"] : []),
    ...(isOwn || maker.endsWith(agencyName) ? [] : [`落款为“${maker}”，与本机关不同，请核对是否由本机关公开（条例第十条）。`]),
  ];
}

/** The blocks of a document as those of an item. Pictures stay in the file, which is attached. */
function itemBlocks(blocks: readonly Block[]): ItemBlock[] {
  return blocks.flatMap((block): ItemBlock[] => {
    if (block.kind === "grid") return [tableOf(block)];
    if (block.kind === "picture") return [];
    return block.text
      .split("\n")
      .filter((text) => text.trim() !== "")
      .map((text): ItemBlock => {
        const level = block.level;
        if (level !== undefined && level >= 1) return { kind: "heading", level: Math.min(level, 4), text: text.trim() };
        return { kind: "paragraph", text: text.trim().slice(0, 20_000) };
      });
  });
}

function tableOf(grid: Grid): ItemBlock {
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .sort((one, other) => one.column - other.column)
      .map(({ text, rowSpan, columnSpan }) => ({
        text: text.slice(0, 20_000),
        ...(rowSpan > 1 ? { rowSpan } : {}),
        ...(columnSpan > 1 ? { columnSpan } : {}),
        ...(row === 0 ? { isHead: true } : {}),
      })),
  );
  return { kind: "table", rows };
}
