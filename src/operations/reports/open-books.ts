import { createHash, randomUUID } from "node:crypto";
import { basename } from "node:path";
import { AppError, isAppError } from "../../errors.js";
import { type Agency, onDay } from "../../register/agency.js";
import { sourcesOf } from "../../register/reporting-agency.js";
import { composedFrom } from "../../report/composed-from.js";
import { rowLabel } from "../../report/format.js";
import { formatForYear } from "../../report/formats/index.js";
import type { Report } from "../../report/report.js";
import type { Database } from "../../storage/database.js";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import { saveAttachment } from "../../storage/stores/attachment-store.js";
import { recordSetting } from "../../storage/stores/setting-store.js";
import { areaAgencies, yearEnd } from "../../tally/counted-agency.js";
import { openBooks } from "../../tally/open-books.js";
import type { Actor, Office } from "../office.js";
import { readReport } from "../read-report.js";
import { type PaperOpening, paperOpeningName } from "./opening-settings.js";
import { type BooksOpened, readOpening } from "./read-opening.js";

export interface BooksToOpen {
  readonly agencyId: string;
  /** The year whose books are opened: one after that of the report. */
  readonly year: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Tells what would be, and stores nothing. */
  readonly isDryRun?: boolean;
}

/**
 * Opens the books of a year with the report that was published for the year before, in whatever file: what it carried forward, what was in
 * force, what it promised. Gives every difference to what the register counts of that year itself.
 */
export async function openBooksFrom(office: Office, actor: Actor, input: BooksToOpen): Promise<BooksOpened> {
  const { agencyId, year, isDryRun = false } = input;
  const { database } = office;
  const agencies = (await loadAgencies(database)).map(({ agency }) => agency);
  const agency = agencies.find(({ id }) => id === agencyId);
  if (agency === undefined) throw new AppError("AGENCY_UNKNOWN", { id: agencyId });
  const name = basename(input.fileName);
  const { report } = await readReport(input.bytes, name);
  const paper = paperOf(report, { agencies, agency, year, name, bytes: input.bytes });
  const warnings = warningsOf(report, agency, year);
  if (isDryRun) return { ...(await readOpening(office, actor, { agencyId, year, instead: paper })), warnings };
  const attachmentId = await kept(database, { agencyId, name, bytes: input.bytes, recordedBy: actor.id });
  const value: PaperOpening = { ...paper, source: { ...paper.source, attachmentId } };
  await recordSetting(database, { chain: agencyId, recordedBy: actor.id }, paperOpeningName(year), value);
  return { ...(await readOpening(office, actor, { agencyId, year })), warnings };
}

/** Takes back an opening by file. What was frozen here before opens the books again, else the register itself. */
export async function closeBooks(
  office: Office,
  actor: Actor,
  question: { agencyId: string; year: number },
): Promise<BooksOpened> {
  const { agencyId, year } = question;
  await recordSetting(office.database, { chain: agencyId, recordedBy: actor.id }, paperOpeningName(year), null);
  return readOpening(office, actor, question);
}

interface Subject {
  readonly agencies: readonly Agency[];
  readonly agency: Agency;
  readonly year: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

function paperOf(report: Report, { agencies, agency, year, name, bytes }: Subject): PaperOpening {
  const stated = report.reportYear?.value;
  if (stated !== undefined && stated !== year - 1) {
    throw new AppError("STEP_REFUSED", {
      reason: `这是 ${stated} 年度的报告，${year} 年应以 ${year - 1} 年度的报告开账。请换一份文件，或者改为为 ${stated + 1} 年开账。`,
    });
  }
  const countedAgencies = countedIn(agencies, agency, year - 1);
  const opening = openBooks(report, { agencyId: agency.id, countedAgencies, year: year - 1 });
  if (opening === null || opening.kind !== "paper") throw new AppError("NOT_A_REPORT", {});
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { agencyId, format, figures } = opening;
  return {
    opening: { kind: "paper", agencyId, countedAgencies: [...countedAgencies], year: year - 1, format, figures: [...figures] },
    source: { fileName: name, sha256, title: report.title?.text ?? "", attachmentId: null },
    report: composedFrom(report),
  };
}

const GOVERNMENTS: ReadonlySet<string> = new Set(["provincial-government", "local-government"]);

/** The agencies whose figures the report of a year holds: of a government all of its area. */
function countedIn(agencies: readonly Agency[], { id, kind }: Agency, year: number): string[] {
  const reporters = GOVERNMENTS.has(kind) ? areaAgencies(agencies, id, year) : [id];
  const counted = reporters.flatMap((reporter) => sourcesOf(agencies, reporter, year));
  return counted.length === 0 ? [id] : [...new Set(counted)];
}

/** What would be wrong if the wrong file had been taken, and what could not be read. */
function warningsOf(report: Report, agency: Agency, year: number): string[] {
  const named = (report.agency.title ?? report.agency.body ?? report.agency.signOff)?.value ?? "";
  const own = onDay(agency.names, yearEnd(year - 1)) ?? agency.names.at(-1)?.value ?? "";
  const isOther = named !== "" && own !== "" && !own.includes(named) && !named.includes(own);
  const form = report.format.tables.requests;
  const unread = form.columns.filter(({ id }) => report.tables.requests?.cells.get(`carried_out|${id}`)?.kind !== "number");
  const usual = formatForYear(year - 1);
  return [
    ...(isOther ? [`文件是“${named}”的报告，本机关是“${own}”，请确认没有选错文件。`] : []),
    ...(report.reportYear === null ? [`文件没有写明年度，按 ${year - 1} 年度的报告开账。`] : []),
    ...(unread.length > 0
      ? [
          `“${rowLabel(form, "carried_out")}”有 ${unread.length} 格空白或者读不出（${unread.map(({ label }) => label).join("、")}），这些格以台账为准。`,
        ]
      : []),
    ...(usual !== null && usual.id !== report.format.id
      ? [`文件用的是${report.format.name}，${year - 1} 年度应为${usual.name}。`]
      : []),
    ...report.notes.map(({ message }) => message),
  ];
}

interface FileToKeep {
  readonly agencyId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly recordedBy: string;
}

/** The file itself is kept where it is of a kind that may be; otherwise its hash must do. */
async function kept(database: Database, { agencyId, name, bytes, recordedBy }: FileToKeep): Promise<string | null> {
  const id = randomUUID();
  try {
    await saveAttachment(database, { id, agencyId, caseId: null, name, bytes }, recordedBy);
    return id;
  } catch (error) {
    if (isAppError(error) && error.code === "ATTACHMENT_KIND_MISMATCH") return null;
    throw error;
  }
}
