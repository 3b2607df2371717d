import type { Block, Grid, SourceDocument } from "../../document/document.js";
import { AppError, isAppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { genreOfTitle } from "../../law/publication/genres.js";
import { ZipArchive } from "../../readers/zip/zip-archive.js";
import type { ItemBlock } from "../../register/publishing/item-block.js";
import { readDocument } from "../read-document.js";
import type { ImportCandidate } from "./import-candidate.js";
import { chineseNumeralDay, writtenDay } from "./written-day.js";

const MOST_FILES = 2000;
const WANTED = /\.(?:docx|doc|wps|odt|pdf)$/i;

/** The documents of a zip archive as candidates, each with the metadata that stand in it: title, number, agency, day. */
export async function candidatesOfArchive(name: string, bytes: Uint8Array, agencyName: string): Promise<ImportCandidate[]> {
  const archive = new ZipArchive(bytes);
  const entries = archive.entries.filter((entry) => WANTED.test(entry.name) && !isHidden(entry.name));
  if (entries.length === 0) throw new AppError("IMPORT_UNREADABLE", { name, detail: "压缩包里没有 docx、doc、odt、pdf 文件。" });
  if (entries.length > MOST_FILES) {
    throw new AppError("IMPORT_UNREADABLE", { name, detail: `压缩包里超过 ${MOST_FILES} 个文件，请分批导入。` });
  }
  const candidates: ImportCandidate[] = [];
  for (const entry of entries) {
    const fileName = entry.name.split("/").at(-1) ?? entry.name;
    candidates.push(await candidateOfFile(entry.name, { name: fileName, bytes: archive.read(entry) }, agencyName));
  }
  return candidates;
}

const isHidden = (name: string): boolean =>
  name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$") || part === "__MACOSX");

async function candidateOfFile(
  place: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  agencyName: string,
): Promise<ImportCandidate> {
  const nothing = { indexNumber: null, publishedOn: null, address: null, repealedOn: null, ended: null, file };
  const bare = file.name.replace(/\.[^.]+$/, "");
  try {
    const { content, notes } = contentOf(await readDocument(file.bytes), { bare, agencyName });
    return { ...nothing, place, content, notes, fault: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...nothing, place, content: { title: bare }, notes: [], fault: error.message };
  }
}

const NUMBER = /^[\p{Script=Han}]{1,16}[〔[［（(](\d{4})[〕\]］）)]\s*第?\s*\d{1,5}\s*号$/u;
/** Where the head of a document has its lines; the text goes on behind them. */
const HEAD_LINES = 14;
const FOOT_LINES = 14;

/** What stands in a document: its title and number at the head, who made it and when at the foot. */
function contentOf({ blocks }: SourceDocument, { bare, agencyName }: { readonly bare: string; readonly agencyName: string }) {
  const lines = blocks.flatMap((block, index) =>
    block.kind === "paragraph" ? block.text.split("\n").map((text) => ({ text: text.trim(), index })) : [],
  );
  const shown = lines.filter(({ text }) => text !== "");
  const head = shown.slice(0, HEAD_LINES);
  const foot = shown.slice(-FOOT_LINES);
  const number = head.find(({ text }) => NUMBER.test(text.replaceAll(/\s/g, "")));
  const title = titleIn(head.filter((line) => line !== number));
  const made =
    foot
      .toReversed()
      .map(({ text }) => dayIn(text))
      .find((day) => day !== null) ?? null;
  const maker =
    foot.find(({ text }) => /(?:人民政府|委员会|办公[室厅]|局|厅|部|院)$/.test(text) && text.length <= 40)?.text ?? null;
  const notes = [
    ...(title === null ? ["没有找到标题，用文件名代替。"] : []),
    ...(made === null ? ["文末没有成文日期，请补填。"] : []),
    ...(maker !== null && agencyName !== "" && !agencyName.endsWith(maker) && !maker.endsWith(agencyName)
      ? [`落款为“${maker}”，与本机关不同，请核对是否由本机关公开（条例第十条）。`]
      : []),
  ];
  const last = title?.lastIndex ?? -1;
  const content = {
    title: title?.text ?? bare,
    documentNumber: number === undefined ? null : number.text.replaceAll(/\s/g, ""),
    madeOn: made,
    genre: genreOfTitle(title?.text ?? bare),
    blocks: itemBlocks(blocks.slice(last + 1)),
  };
  return { content, notes };
}

const TITLE_END =
  /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|细则|方案|规划|预案|规则|计划|要点|条例|说明|解读)(?:[（(][^）)]{1,20}[）)])?$/;

/** The lines of the head that make the title: from 关于 or a name of an agency to the kind of document. */
function titleIn(head: readonly { readonly text: string; readonly index: number }[]): { text: string; lastIndex: number } | null {
  const end = head.findIndex(({ text }) => TITLE_END.test(text.replaceAll(/\s/g, "")) && text.length <= 80);
  const last = head[end];
  if (last === undefined) return null;
  let from = end;
  // A title is broken into lines; what comes before it is a red head, a blank line or the number.
  while (from > 0 && from > end - 3 && isTitlePart(head[from - 1]?.text ?? "") && !/关于/.test(head[from]?.text ?? "")) from -= 1;
  if (
    /^关于/.test(head[from]?.text ?? "") &&
    from > 0 &&
    /(?:人民政府|委员会|局|厅|部|办公[室厅])$/.test(head[from - 1]?.text ?? "")
  )
    from -= 1;
  const text = head
    .slice(from, end + 1)
    .map((line) => line.text.replaceAll(/\s/g, ""))
    .join("");
  return { text, lastIndex: last.index };
}

const isTitlePart = (text: string): boolean =>
  text.length > 2 && text.length <= 60 && !/[。；：:]$|文件$/.test(text) && !NUMBER.test(text);

function dayIn(text: string): PlainDate | null {
  const plain = text.replaceAll(/\s/g, "");
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(plain) ? writtenDay(plain) : chineseNumeralDay(plain);
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
