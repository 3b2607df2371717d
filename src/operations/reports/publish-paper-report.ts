import { createHash, randomUUID } from "node:crypto";
import { basename } from "node:path";
import { z } from "zod";
import { AppError } from "../../errors.js";
import { type PlainDate, parsePlainDate } from "../../law/plain-date.js";
import { onDay } from "../../register/agency.js";
import { composedFrom } from "../../report/composed-from.js";
import type { ComposedReport } from "../../report/composed-report.js";
import { putReport, type ReportBytes } from "../../storage/portal/publish-report.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import { addAttachment, loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { addSetting, loadSettings } from "../../storage/stores/setting-store.js";
import { type Writing, write } from "../../storage/write.js";
import { writeCsv } from "../../writers/annual-report/write-csv.js";
import { writeHtml } from "../../writers/annual-report/write-html.js";
import { writeJson } from "../../writers/annual-report/write-json.js";
import type { Actor, Office } from "../office.js";
import { readReport } from "../read-report.js";
import { publicReport, yearFigures } from "./public-report.js";

/** An annual report that was published before there was this system, in whatever file it was. */
export interface PaperReport {
  readonly agencyId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The day it was published. */
  readonly publishedOn: PlainDate;
}

export interface PublishedPaper {
  readonly agencyId: string;
  readonly year: number;
  readonly title: string;
}

const BEGIN = "paper-report/";
const kept = z.object({ fileName: z.string(), attachmentId: z.string(), publishedOn: z.string() });

/**
 * Shows an annual report of former years on the portal as it was published: the file itself, and what it says as page, json and csv, with
 * its blanks and faults. Nothing is counted from it here; to begin a year with it there is `openBooksFrom`.
 */
export async function publishPaperReport(office: Office, actor: Actor, paper: PaperReport): Promise<PublishedPaper> {
  const { agencyId, publishedOn } = paper;
  const fileName = basename(paper.fileName);
  const read = await shownOf(office, { ...paper, fileName });
  const value: z.output<typeof kept> = { fileName, attachmentId: randomUUID(), publishedOn };
  await write(office.database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    await addAttachment(writing, { id: value.attachmentId, agencyId, caseId: null, name: fileName, bytes: paper.bytes });
    await addSetting(writing, { name: `${BEGIN}${read.report.reportYear}`, value });
    await put(writing.trx, agencyId, read);
  });
  return { agencyId, year: read.report.reportYear, title: read.report.title };
}

/** Shows them once more: the portal was built anew. Gives how many there are. */
export async function showPaperReportsAgain(office: Office, agencyId: string): Promise<number> {
  const { database } = office;
  let count = 0;
  for (const { value } of (await loadSettings(database, { chain: agencyId, begin: BEGIN })).values()) {
    const { fileName, attachmentId, publishedOn: on } = kept.parse(value);
    const bytes = await loadAttachmentBytes(database, attachmentId);
    const publishedOn = parsePlainDate(on);
    if (bytes === null || publishedOn === null) continue;
    const read = await shownOf(office, { agencyId, fileName, bytes, publishedOn });
    await database.db.transaction().execute((trx) => put(trx, agencyId, read));
    count += 1;
  }
  return count;
}

interface Shown {
  readonly report: ComposedReport;
  readonly publishedAt: string;
  readonly files: readonly (ReportBytes & { readonly name: string; readonly mediaType: string })[];
}

async function shownOf({ database }: Office, { agencyId, fileName, bytes, publishedOn }: PaperReport): Promise<Shown> {
  const stored = await loadAgency(database, agencyId);
  if (stored === null) throw new AppError("AGENCY_UNKNOWN", { id: agencyId });
  const composed = composedFrom((await readReport(bytes, fileName)).report);
  if (composed.reportYear === 0) throw new AppError("STEP_REFUSED", { reason: "报告没有写明年度，不能按年度展示。" });
  const report = { ...composed, agency: onDay(stored.agency.names, publishedOn) ?? composed.agency };
  const name = report.title.replaceAll(/\s+/g, "");
  const utf8 = "charset=utf-8";
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "txt";
  return {
    report,
    publishedAt: new Date(`${publishedOn}T09:00:00+08:00`).toISOString(),
    files: [
      {
        format: extension,
        name: `${name}.${extension}`,
        mediaType: ORIGINAL_TYPES.get(extension) ?? "application/octet-stream",
        bytes,
      },
      { format: "html", name: `${name}.html`, mediaType: `text/html; ${utf8}`, bytes: writeHtml(report) },
      { format: "json", name: `${name}.json`, mediaType: `application/json; ${utf8}`, bytes: writeJson(report) },
      { format: "csv", name: `${name}.csv`, mediaType: `text/csv; ${utf8}`, bytes: writeCsv(report) },
    ].filter(({ format }, at, all) => all.findIndex((one) => one.format === format) === at),
  };
}

const ORIGINAL_TYPES: ReadonlyMap<string, string> = new Map([
  ["txt", "text/plain; charset=utf-8"],
  ["pdf", "application/pdf"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
]);

async function put(trx: Writing["trx"], agencyId: string, { report, publishedAt, files }: Shown): Promise<void> {
  const listed = files.map(({ format, name, mediaType, bytes }) => ({
    ...{ format, name, mediaType, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
  }));
  const shown = publicReport(report, {
    ...{ agencyId, year: report.reportYear, edition: 1, files: listed, publishedAt, correction: null },
  });
  await putReport(trx, { report: shown, figures: yearFigures(report) }, files);
}
