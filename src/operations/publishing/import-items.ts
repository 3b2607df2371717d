import { randomUUID } from "node:crypto";
import { AppError, isAppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { seriesOf } from "../../law/publication/index-scheme.js";
import type { ImportMapping } from "../../register/publishing/import-mapping.js";
import { type ItemContent, textPartsOf } from "../../register/publishing/item-content.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { screenParts } from "../../register/publishing/screen-parts.js";
import { draftItem as draftStep } from "../../register/publishing-steps/draft-item.js";
import { importItem as importStep } from "../../register/publishing-steps/import-item.js";
import { readingIn } from "../../storage/reading-in.js";
import { addAttachment, loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { keepIndexNumber, takeIndexNumber, takenNumbers } from "../../storage/stores/index-number-store.js";
import { filesForItems, type StoredFile } from "../../storage/stores/item-attachment-store.js";
import { addItem } from "../../storage/stores/item-store.js";
import { type Writing, write } from "../../storage/write.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { validityChangeStep } from "./change-validity.js";
import { checkedContent } from "./check-content.js";
import { agencyNameOn } from "./compose-snapshot.js";
import type { ImportCandidate } from "./import-candidate.js";
import { candidatesOfArchive } from "./import-documents.js";
import { candidatesOfTable } from "./import-rows.js";
import { type ImportTable, readImportTable } from "./import-table.js";
import { publishingSettingsOf } from "./publishing-settings.js";
import { suggestMapping } from "./suggest-mapping.js";
import { type ItemStep, stepIn } from "./take-item-step.js";

export interface ImportOrder {
  readonly agencyId: string;
  readonly attachmentId: string;
  /** Of a table; what was suggested when null. */
  readonly mapping: ImportMapping | null;
  /** "published": what the former site shows already keeps its number and its day. "draft": goes through the review. */
  readonly as: "draft" | "published";
  readonly isDryRun: boolean;
}

/** What became, or would become, of one line or file. */
export interface ImportLine {
  readonly place: string;
  readonly title: string;
  readonly result: "ready" | "doubtful" | "refused" | "written" | "already";
  readonly itemId: string | null;
  readonly content: ItemContent | null;
  readonly indexNumber: string | null;
  readonly publishedOn: PlainDate | null;
  readonly notes: readonly string[];
}

export interface ImportReport {
  readonly isDryRun: boolean;
  readonly kind: "table" | "folder";
  readonly total: number;
  readonly ready: number;
  readonly written: number;
  readonly lines: readonly ImportLine[];
}

/** What a file to be imported holds: of a table its head, its first rows and which column probably holds what. */
export async function readImport(office: Office, { agencyId, attachmentId }: Pick<ImportOrder, "agencyId" | "attachmentId">) {
  const { name, bytes } = await fileOf(office, agencyId, attachmentId);
  if (isArchive(name)) {
    const candidates = await candidatesOfArchive(name, bytes, await nameOf(office, agencyId));
    const rows = candidates.slice(0, SHOWN).map(({ place, content, fault }) => [place, content.title, fault ?? ""]);
    return { kind: "folder" as const, head: ["文件", "标题", "说明"], rows, total: candidates.length, mapping: null };
  }
  const { head, rows } = await readImportTable(name, bytes);
  return { kind: "table" as const, head, rows: rows.slice(0, SHOWN), total: rows.length, mapping: suggestMapping(head) };
}

const SHOWN = 20;
const isArchive = (name: string): boolean => /\.zip$/i.test(name);

/**
 * Imports the items of an existing site, or only says what would become of each line. What cannot be taken is refused line by line with the
 * reason; the rest is written. Done twice, nothing is there twice: what bears an index number that is known is left alone.
 */
export async function importItems(office: Office, actor: Actor, order: ImportOrder): Promise<ImportReport> {
  const { agencyId, as, isDryRun } = order;
  const today = todayIn(office);
  const { settings } = await publishingSettingsOf(office.database, agencyId, today);
  const file = await fileOf(office, agencyId, order.attachmentId);
  const candidates = isArchive(file.name)
    ? await candidatesOfArchive(file.name, file.bytes, await nameOf(office, agencyId))
    : candidatesOfTable(await readImportTable(file.name, file.bytes), await mappingOf(file, order.mapping), settings);
  const numbers = candidates.flatMap(({ indexNumber }) => indexNumber ?? []);
  const taken = await takenNumbers(office.database.db, numbers);
  const seen = new Set<string>();
  const weighed = candidates.map((candidate) => weigh(candidate, { as, today, settings, taken, seen }));
  const lines = isDryRun ? weighed.map(({ line }) => line) : await writeAll(office, actor, { agencyId, as, weighed });
  const count = (results: readonly ImportLine["result"][]) => lines.filter(({ result }) => results.includes(result)).length;
  return {
    ...{ isDryRun, kind: isArchive(file.name) ? "folder" : "table", total: lines.length },
    ...{ ready: count(["ready", "doubtful"]), written: count(["written"]), lines },
  };
}

interface Weighed {
  readonly candidate: ImportCandidate;
  readonly line: ImportLine;
}

interface WeighingBy {
  readonly as: ImportOrder["as"];
  readonly today: PlainDate;
  readonly settings: PublishingSettings;
  readonly taken: ReadonlyMap<string, string>;
  /** Numbers of lines before. */
  readonly seen: Set<string>;
}

/** Whether one candidate can be taken, and what a person should look at. */
function weigh(candidate: ImportCandidate, by: WeighingBy): Weighed {
  const { place, indexNumber, publishedOn, content: given } = candidate;
  const base = { place, title: given.title, itemId: null, indexNumber, publishedOn };
  const refused = (why: string): Weighed => ({
    candidate,
    line: { ...base, result: "refused", content: null, notes: [...candidate.notes, why] },
  });
  if (candidate.fault !== null) return refused(candidate.fault);
  const known = indexNumber === null ? undefined : by.taken.get(indexNumber);
  if (known !== undefined) {
    const notes = ["这一索引号的信息已经在库中，没有重复导入。"];
    return { candidate, line: { ...base, itemId: known, result: "already", content: null, notes } };
  }
  if (indexNumber !== null && by.seen.has(indexNumber)) return refused("与前面的一行索引号相同。");
  if (indexNumber !== null && indexNumber.length > 64) return refused("索引号超过 64 个字符。");
  if (indexNumber !== null) by.seen.add(indexNumber);
  let content: ItemContent;
  try {
    content = checkedContent(given, { settings: by.settings, files: new Map() });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return refused(error.message);
  }
  const fault = by.as === "published" ? faultOfPublished(candidate, content, by) : null;
  if (fault !== null) return refused(fault);
  const hits = screenParts(textPartsOf(content));
  const sure = hits.filter(({ kind, sureness }) => sureness === "sure" && (kind === "id-card" || kind === "bank-card"));
  if (by.as === "published" && sure.length > 0)
    return refused(`内容里有 ${sure.length} 处身份号码或者银行卡号，请作为草稿导入并处理。`);
  const notes = [...candidate.notes, ...(hits.length > 0 ? [`可能有个人信息 ${hits.length} 处，请核对。`] : [])];
  return { candidate, line: { ...base, content, notes, result: notes.length > 0 ? "doubtful" : "ready" } };
}

function faultOfPublished(
  { publishedOn }: ImportCandidate,
  { madeOn, documentKind }: ItemContent,
  { today, settings }: WeighingBy,
) {
  if (publishedOn === null) return "没有发布日期，不能作为已公开的信息导入。";
  if (publishedOn > today) return "发布日期还没有到。";
  if (documentKind !== null && madeOn !== null && publishedOn < madeOn) return "发布日期早于生成日期。";
  return settings.indexScheme === null ? "没有索引号的规则，请先设置。" : null;
}

const AT_ONCE = 50;

interface Batch {
  readonly agencyId: string;
  readonly as: ImportOrder["as"];
  readonly weighed: readonly Weighed[];
}

/** Some lines in a transaction, so that others come in between; a line that fails after all is told and the rest goes on. */
async function writeAll(office: Office, actor: Actor, { agencyId, as, weighed }: Batch): Promise<ImportLine[]> {
  const lines: ImportLine[] = [];
  for (let from = 0; from < weighed.length; from += AT_ONCE) {
    const batch = weighed.slice(from, from + AT_ONCE);
    try {
      lines.push(...(await writeBatch(office, actor, { agencyId, as, weighed: batch })));
    } catch (error) {
      if (!isAppError(error)) throw error;
      for (const one of batch) lines.push(...(await writeSingly(office, actor, { agencyId, as, weighed: [one] })));
    }
  }
  return lines;
}

async function writeSingly(office: Office, actor: Actor, batch: Batch): Promise<ImportLine[]> {
  try {
    return await writeBatch(office, actor, batch);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return batch.weighed.map(({ line }) => ({ ...line, result: "refused", notes: [...line.notes, error.message] }));
  }
}

async function writeBatch(office: Office, actor: Actor, { agencyId, as, weighed }: Batch): Promise<ImportLine[]> {
  return write(office.database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const lines: ImportLine[] = [];
    for (const { candidate, line } of weighed) {
      if (line.content === null) {
        lines.push(line);
        continue;
      }
      const itemId = await writeOne(office, writing, { actor, as, candidate, content: line.content });
      lines.push({ ...line, itemId, result: "written" });
    }
    return lines;
  });
}

interface One {
  readonly actor: Actor;
  readonly as: ImportOrder["as"];
  readonly candidate: ImportCandidate;
  readonly content: ItemContent;
}

async function writeOne(office: Office, writing: Writing, { actor, as, candidate, content: given }: One): Promise<string> {
  const item = await addItem(writing, { id: randomUUID(), isSample: false });
  const content = { ...given, attachments: await attached(writing, candidate.file) };
  const { publishedOn } = candidate;
  const first: ItemStep =
    as === "draft" || publishedOn === null
      ? { transition: draftStep, input: () => ({ content }) }
      : {
          transition: importStep,
          input: async ({ settings }) => ({
            content,
            indexNumber: await numberFor(writing, { itemId: item.id, candidate, content, publishedOn, settings }),
            formerlyPublishedOn: publishedOn,
            publishedAt: new Date(`${publishedOn}T00:00:00+08:00`).toISOString(),
            formerAddress: candidate.address,
          }),
        };
  const begun = await stepIn(office, writing, { item, actor, step: first });
  const { ended, repealedOn } = candidate;
  if (ended !== null && repealedOn !== null && as === "published") {
    const step = validityChangeStep({ validity: ended, from: repealedOn, authority: "原网站标注" });
    await stepIn(office, writing, { item: begun, actor, step });
  }
  return item.id;
}

async function attached(writing: Writing, file: ImportCandidate["file"]): Promise<StoredFile[]> {
  if (file === null) return [];
  const id = randomUUID();
  await addAttachment(writing, { id, agencyId: writing.chain, caseId: null, name: file.name, bytes: file.bytes });
  return [...(await filesForItems(readingIn(writing), writing.chain, [id])).values()];
}

interface NumberFor {
  readonly itemId: string;
  readonly candidate: ImportCandidate;
  readonly content: ItemContent;
  readonly publishedOn: PlainDate;
  readonly settings: PublishingSettings;
}

async function numberFor(writing: Writing, { itemId, candidate, content, publishedOn, settings }: NumberFor): Promise<string> {
  if (candidate.indexNumber !== null) return keepIndexNumber(writing, { itemId, text: candidate.indexNumber });
  if (settings.indexScheme === null) throw new AppError("INDEX_SCHEME_MISSING", { detail: "没有登记本机关的统一社会信用代码" });
  const series = seriesOf(settings.indexScheme, { on: publishedOn, theme: content.theme });
  return takeIndexNumber(writing, { itemId, series });
}

async function fileOf({ database }: Office, agencyId: string, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const file = (await filesForItems(database, agencyId, [id])).get(id);
  const bytes = file === undefined ? null : await loadAttachmentBytes(database, id);
  if (file === undefined || bytes === null) throw new AppError("RECORD_UNKNOWN", { id, kind: "附件" });
  if (!/\.(?:xlsx|csv|zip)$/i.test(file.name)) {
    throw new AppError("IMPORT_UNREADABLE", {
      name: file.name,
      detail: "可以导入 xlsx、csv 表格，或者含 docx、pdf 的 zip 压缩包。",
    });
  }
  return { name: file.name, bytes };
}

async function mappingOf(file: { name: string; bytes: Uint8Array }, mapping: ImportMapping | null): Promise<ImportMapping> {
  const { head }: ImportTable = await readImportTable(file.name, file.bytes);
  const found = mapping ?? suggestMapping(head);
  if (found === null) throw new AppError("IMPORT_UNREADABLE", { name: file.name, detail: "没有找到名称一列，请指定。" });
  const unknown = Object.values(found).find((column) => column !== null && !head.includes(column));
  if (unknown != null) throw new AppError("IMPORT_UNREADABLE", { name: file.name, detail: `表里没有“${unknown}”一列。` });
  return found;
}

async function nameOf(office: Office, agencyId: string): Promise<string> {
  return agencyNameOn(office.database, agencyId, office.now().toISOString());
}
