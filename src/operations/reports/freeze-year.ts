import { AppError } from "../../errors.js";
import { freezeEdition, loadEditions, type ReportEdition } from "../../storage/stores/edition-store.js";
import { type CellDifference, cellDifferences } from "../../tally/cell-differences.js";
import { type ChangedText, changedTexts } from "../../tally/changed-texts.js";
import { type Edition, type EditionBody, type FreezeRefusal, type Freezing, freezeReport } from "../../tally/freeze-report.js";
import { composedOf } from "../../tally/report-draft.js";
import type { Actor, Office } from "../office.js";
import { staleRecord } from "../stale-record.js";
import type { RecordBehind } from "./cell-records.js";
import { checkDraft, checkResults, writtenReasons } from "./check-draft.js";
import type { DraftedReport } from "./draft-report.js";
import { type ListedEdition, listed, sha256 } from "./editions.js";
import { recordsBehindDifferences } from "./records-behind-differences.js";
import { filesOf } from "./release-edition.js";

export interface ReportToFreeze {
  readonly agencyId: string;
  readonly year: number;
  /** The edition it is to follow; 0 for the first. */
  readonly after: number;
  /** Why there is another edition; null for the first. */
  readonly reason: string | null;
}

/**
 * Freezes the report of a year as its next edition. Everything that stands in the way is said at once, and nothing is stored. A
 * report whose files do not read back equal is not frozen either: it could never be published.
 */
export async function freezeYear(office: Office, actor: Actor, input: ReportToFreeze): Promise<ListedEdition> {
  const { agencyId, year, after } = input;
  const { freezing, last, drafted } = await tryFreezing(office, actor, input);
  if ((last?.edition ?? 0) !== after) {
    if (last === null) throw new AppError("RECORD_UNKNOWN", { id: `${year}/${after}`, kind: "报告版次" });
    throw await overtaken(office, year, last);
  }
  if (!freezing.frozen) {
    const { refusals } = freezing;
    throw new AppError("REPORT_NOT_FROZEN", { reasons: inOneSentence(refusals) }, { details: { refusals } });
  }
  await filesOf(composedOf(drafted.draft), {});
  const stored = await freezeEdition(office.database, freezing.edition, actor.id);
  if (stored.result === "stale") {
    const { last: other } = stored;
    if (other === null) throw new Error(`The edition of ${agencyId} for ${year} does not follow another one.`);
    throw await overtaken(office, year, other);
  }
  if (stored.edition.contentHash !== freezing.edition.contentHash) {
    throw new Error(`The edition of ${agencyId} for ${year} was not stored as it was frozen.`);
  }
  return listed(stored.edition, null);
}

function overtaken(office: Office, year: number, { edition, reason, recordedAt, recordedBy }: ReportEdition): Promise<AppError> {
  const what = `${year}年度报告第 ${edition} 版`;
  return staleRecord(office, { recordedAt, recordedBy }, { what, details: { current: { edition, reason } } });
}

export interface FreezingOutlook {
  readonly refusals: readonly FreezeRefusal[];
  /** The number the next edition would bear. */
  readonly nextEdition: number;
  /** What it would change in the last one; null when there is none. */
  readonly differences: readonly CellDifference[] | null;
  readonly texts: readonly ChangedText[] | null;
  /** The records that came into the cells that differ, or left them. */
  readonly records: readonly RecordBehind[];
}

/** What is still to be done before the report of a year can be frozen, and what another edition would change. */
export async function freezingOutlook(
  office: Office,
  actor: Actor,
  question: { readonly agencyId: string; readonly year: number },
): Promise<FreezingOutlook> {
  const { freezing, last, drafted } = await tryFreezing(office, actor, { ...question, reason: null });
  // The reason for a correction is written when it is made.
  const refusals = freezing.frozen ? [] : freezing.refusals.filter(({ refusalId }) => refusalId !== "noCorrectionReason");
  if (last === null) return { refusals, nextEdition: 1, differences: null, texts: null, records: [] };
  const before = last.body as EditionBody; // frozen by freezeReport
  const after = { report: composedOf(drafted.draft), tally: drafted.counted.tally };
  const differences = cellDifferences(before, after);
  return {
    ...{ refusals, nextEdition: last.edition + 1, differences },
    texts: changedTexts(before.report, after.report),
    records: await recordsBehindDifferences(office, after.tally, differences),
  };
}

interface Tried {
  readonly freezing: Freezing;
  readonly last: ReportEdition | null;
  readonly drafted: DraftedReport;
}

async function tryFreezing(
  office: Office,
  actor: Actor,
  { agencyId, year, reason }: Pick<ReportToFreeze, "agencyId" | "year" | "reason">,
): Promise<Tried> {
  const last = (await loadEditions(office.database, agencyId, year)).at(-1) ?? null;
  const { findings, ...drafted } = await checkDraft(office, actor, { agencyId, year });
  const freezing = freezeReport({
    draft: drafted.draft,
    tally: drafted.counted.tally,
    checks: checkResults(findings),
    reasons: writtenReasons(findings),
    hash: sha256,
    ...(last !== null && { correction: { previous: editionOf(last), reason: reason ?? "" } }),
  });
  return { freezing, last, drafted };
}

function editionOf({ agencyId, year, edition, asOf, contentHash, body, reason }: ReportEdition): Edition {
  return { agencyId, year, edition, asOf, contentHash, body: body as EditionBody, reason }; // frozen by freezeReport
}

const MOST_SAID = 3;

/** The first reasons; a page shows all of them from the details. */
function inOneSentence(refusals: readonly FreezeRefusal[]): string {
  const said = refusals.slice(0, MOST_SAID).map(({ message }) => message);
  return refusals.length <= MOST_SAID ? said.join("") : `${said.join("")}另有 ${refusals.length - MOST_SAID} 项。`;
}
