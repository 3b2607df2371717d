import { AppError, isAppError } from "../../errors.js";
import type { ComposedReport } from "../../report/composed-report.js";
import { loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { loadEditions } from "../../storage/stores/edition-store.js";
import { loadRelease, type ReportRelease, saveRelease } from "../../storage/stores/release-store.js";
import type { Publication } from "../../writers/annual-report/publication.js";
import type { Actor, Office } from "../office.js";
import { RELEASE_FORMATS, type ReleasedFile, type ReleaseFormat, releaseReport } from "../release-report.js";
import { wholeEdition } from "./editions.js";
import { publicReport, yearFigures } from "./public-report.js";
import { timeInChina } from "./time-in-china.js";

export interface EditionToRelease {
  readonly agencyId: string;
  readonly year: number;
  readonly edition: number;
}

export const MEDIA_TYPES: Readonly<Record<ReleaseFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  txt: "text/plain; charset=utf-8",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/**
 * Gives out the last edition of a report: written in every form, each file read back and compared, all kept with their hashes, or none.
 * An edition is given out once; asked again it gives the same files.
 */
export async function releaseEdition(office: Office, actor: Actor, asked: EditionToRelease): Promise<ReportRelease> {
  const { database } = office;
  const { body, isUnchanged, listed } = await wholeEdition(database, asked);
  if (!isUnchanged)
    throw new AppError("DATABASE_DAMAGED", { detail: `${asked.year}年度报告第 ${asked.edition} 版与定稿时的散列不符` });
  const known = await loadRelease(database, asked);
  if (known !== null) return known;
  const last = (await loadEditions(database, asked.agencyId, asked.year)).at(-1);
  if (last !== undefined && last.edition !== asked.edition) {
    throw new AppError("STEP_REFUSED", {
      reason: `第 ${asked.edition} 版已由第 ${last.edition} 版更正，请发布第 ${last.edition} 版。`,
    });
  }
  const { files, missing } = await filesOf(body.report, { publishedAt: timeInChina(office.now().toISOString()) });
  const kept = files.map(({ format, name, bytes }) => ({ format, name, bytes, mediaType: MEDIA_TYPES[format] }));
  return saveRelease(database, asked, {
    ...{ files: kept, missing, recordedBy: actor.id },
    publish: (stored, publishedAt) => ({
      report: publicReport(body.report, { ...asked, files: stored, publishedAt, correction: listed.reason }),
      figures: yearFigures(body.report),
    }),
  });
}

/** The files of a report, read back; without a typesetting engine, everything but the pdf, and why. */
export async function filesOf(
  report: ComposedReport,
  publication: Publication,
): Promise<{ readonly files: readonly ReleasedFile[]; readonly missing: string | null }> {
  try {
    return { files: await releaseReport(report, { publication }), missing: null };
  } catch (error) {
    if (!isAppError(error) || error.code !== "PDF_ENGINE_MISSING") throw error;
    const formats = RELEASE_FORMATS.filter((format) => format !== "pdf");
    return { files: await releaseReport(report, { formats, publication }), missing: error.message };
  }
}

export interface ReportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file of an edition that was given out, the bytes proved against their hash. */
export async function releasedFile(
  { database }: Pick<Office, "database">,
  asked: EditionToRelease & { readonly format: string },
): Promise<ReportFile> {
  const release = await loadRelease(database, asked);
  const file = release?.files.find(({ format }) => format === asked.format);
  const bytes = file === undefined ? null : await loadAttachmentBytes(database, file.attachmentId);
  if (file === undefined || bytes === null) {
    throw new AppError("RECORD_UNKNOWN", { id: `${asked.year}/${asked.edition}/${asked.format}`, kind: "已发布的报告文件" });
  }
  return { fileName: file.name, mediaType: file.mediaType, bytes };
}
