import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { ImportMapping } from "../../register/publishing/import-mapping.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { filesForItems } from "../../storage/stores/item-attachment-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { agencyNameOn } from "./compose-snapshot.js";
import type { ImportCandidate } from "./import-candidate.js";
import { candidatesOfArchive } from "./import-documents.js";
import type { ImportLine, ImportOrder, ImportReport } from "./import-report.js";
import { candidatesOfTable } from "./import-rows.js";
import { readImportTable } from "./import-table.js";
import { publishingSettingsOf } from "./publishing-settings.js";
import { suggestMapping } from "./suggest-mapping.js";
import { weighCandidates } from "./weigh-candidates.js";
import { writeCandidates } from "./write-candidates.js";

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
 * reason; the rest is written. Done twice, nothing is there twice: what the agency has already is left alone.
 */
export async function importItems(office: Office, actor: Actor, order: ImportOrder): Promise<ImportReport> {
  const { agencyId, as, isDryRun } = order;
  const today = todayIn(office);
  const { settings } = await publishingSettingsOf(office.database, agencyId, today);
  const file = await fileOf(office, agencyId, order.attachmentId);
  const candidates = await candidatesOf(office, { order, file, settings });
  const weighed = await weighCandidates(office, { agencyId, candidates }, { as, today, settings });
  const lines = isDryRun ? weighed.map(({ line }) => line) : await writeCandidates(office, actor, { agencyId, as, weighed });
  const count = (results: readonly ImportLine["result"][]) => lines.filter(({ result }) => results.includes(result)).length;
  return {
    ...{ isDryRun, kind: isArchive(file.name) ? "folder" : "table", total: lines.length },
    ...{ ready: count(["ready", "doubtful"]), written: count(["written"]), lines },
  };
}

interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Import {
  readonly order: ImportOrder;
  readonly file: ImportFile;
  readonly settings: PublishingSettings;
}

async function candidatesOf(office: Office, { order, file, settings }: Import): Promise<ImportCandidate[]> {
  const { name, bytes } = file;
  if (!isArchive(name)) {
    const table = await readImportTable(name, bytes);
    return candidatesOfTable(table, mappingOf(name, table.head, order.mapping), settings);
  }
  const documents = await candidatesOfArchive(name, bytes, await nameOf(office, order.agencyId));
  return order.as === "draft" ? documents : documents.map((document) => formerlyPublished(document, order.publishedOn));
}

/** A document as the former site showed it: what is public is 主动公开, and its day is that somebody says. */
function formerlyPublished(document: ImportCandidate, publishedOn: ImportOrder["publishedOn"]): ImportCandidate {
  const madeOn = (document.content.madeOn ?? null) as PlainDate | null; // documents are read with days
  const content = { ...document.content, attribute: { value: "active" as const } };
  return { ...document, content, publishedOn: publishedOn === "as-made" ? madeOn : publishedOn };
}

async function fileOf({ database }: Office, agencyId: string, id: string): Promise<ImportFile> {
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

function mappingOf(name: string, head: readonly string[], mapping: ImportMapping | null): ImportMapping {
  const found = mapping ?? suggestMapping(head);
  if (found === null) throw new AppError("IMPORT_UNREADABLE", { name, detail: "没有找到名称一列，请指定。" });
  const unknown = Object.values(found).find((column) => column !== null && !head.includes(column));
  if (unknown != null) throw new AppError("IMPORT_UNREADABLE", { name, detail: `表里没有“${unknown}”一列。` });
  return found;
}

async function nameOf(office: Office, agencyId: string): Promise<string> {
  return agencyNameOn(office.database, agencyId, office.now().toISOString());
}
