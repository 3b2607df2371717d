import { createHash } from "node:crypto";
import { AppError, isAppError } from "../errors.js";
import { checkReport } from "../findings/check-report.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import { dayOf } from "../law/plain-date.js";
import { reportOf } from "../recognition/report-of.js";
import type { ComposedReport } from "../report/composed-report.js";
import { SECTION_IDS } from "../report/format.js";
import type { Database } from "../storage/database.js";
import { freezeEdition } from "../storage/stores/edition-store.js";
import { recordSetting } from "../storage/stores/setting-store.js";
import { composeDraft } from "../tally/compose-draft.js";
import { type CheckResult, type Edition, freezeReport, type WrittenReason } from "../tally/freeze-report.js";
import { composedOf, type ReportDraft, toWriteIn, writtenAt } from "../tally/report-draft.js";
import type { WrittenFrame, WrittenPlace, WrittenSection } from "../tally/written-draft.js";
import { RELEASE_FORMATS, type ReleasedFile, releaseReport } from "./release-report.js";
import { findingReasonName } from "./reports/finding-reason-setting.js";
import { narrativeName } from "./reports/narrative-settings.js";
import { factsBehind } from "./tally-details.js";
import type { RegisterTally } from "./tally-register.js";

interface Published {
  readonly edition: Edition;
  readonly files: readonly ReleasedFile[];
  readonly hasPdf: boolean;
}

/** Drafts the report of a rehearsed year, writes what a person would write, checks it, freezes it as the first edition and releases it. */
export async function publishRehearsal(database: Database, counted: RegisterTally, recordedBy: string): Promise<Published> {
  const { edition, report } = await freezeRehearsal(database, counted, recordedBy);
  return { edition, ...(await released(report)) };
}

/** The same up to the frozen edition. */
export async function freezeRehearsal(
  database: Database,
  counted: RegisterTally,
  recordedBy: string,
): Promise<{ readonly edition: Edition; readonly report: ComposedReport }> {
  const { tally } = counted;
  const draft = writtenOut(await draftOf(database, counted));
  const report = composedOf(draft);
  const checks = checkReport(reportOf(report)).map(
    ({ fingerprint, checkId, severity, message }): CheckResult => ({ fingerprint, checkId, severity, message }),
  );
  const reasons = checks.map(({ fingerprint }): WrittenReason => ({ fingerprint, reason: REASON, by: recordedBy }));
  const freezing = freezeReport({ draft, tally, checks, reasons, hash: sha256 });
  if (!freezing.frozen) {
    throw new AppError("REPORT_NOT_FROZEN", { reasons: freezing.refusals.map(({ message }) => message).join("") });
  }
  const { edition } = freezing;
  const stored = await freezeEdition(database, edition, recordedBy);
  if (stored.result !== "written" || stored.edition.contentHash !== edition.contentHash) {
    throw new Error(`The first edition of ${tally.agencyId} was not stored as it was frozen.`);
  }
  await keepWords(database, tally, { checks, recordedBy });
  return { edition, report };
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

async function draftOf(database: Database, counted: RegisterTally): Promise<ReportDraft> {
  const { agency, isGovernment, format, tally } = counted;
  const signedOn = dayOf(tally.year + 1, 1, 20);
  return composeDraft({
    agency,
    isGovernment,
    format,
    tally,
    facts: {
      ...(await factsBehind(database, counted, STATE_COUNCIL_CALENDAR)),
      published: null,
      channels: null,
      trainings: null,
      proposals: null,
    },
    ...(signedOn !== null && { signedOn }),
  });
}

/** What a person at the desk writes. It claims nothing that the rehearsal does not hold. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["overview.lead", "本报告是演练，机关、数字和文字均为虚构，不对外发布。"],
  ["overview.proactive", "演练中按栏目发布信息，没有另行统计条数。"],
  ["overview.management", "演练中信息发布前均经审核和保密审查，规范性文件按制发、废止逐件登记。"],
  ["overview.platform", "演练中网站专栏和公开查阅点正常开放。"],
  ["overview.supervision", "演练中没有组织培训和考核。"],
  ["problems.found", "演练中发现，部分事项补登不够及时，个别办理结果登记有误。"],
  ["problems.next", "下一步，对补登和更正逐件说明原因，按月核对登记内容。"],
  ["other.further", "没有其他需要报告的事项。"],
]);

/** Keeps the words and reasons where a desk would have written them, so that the office shows them and a correction goes on from them. */
async function keepWords(
  database: Database,
  { agencyId, year }: RegisterTally["tally"],
  { checks, recordedBy }: { readonly checks: readonly CheckResult[]; readonly recordedBy: string },
): Promise<void> {
  const writer = { chain: agencyId, recordedBy };
  for (const section of SECTION_IDS) {
    const places = [...WORDS]
      .filter(([id]) => id.startsWith(`${section}.`))
      .map(([id, words]): WrittenPlace => ({ id, written: [words], counted: null, about: null, state: null }));
    if (places.length === 0) continue;
    const value: WrittenSection = { places, notes: [] };
    await recordSetting(database, writer, narrativeName(year, section), value);
  }
  const frame: WrittenFrame = { preface: null, signedOn: dayOf(year + 1, 1, 20), remarks: [] };
  await recordSetting(database, writer, narrativeName(year, "frame"), frame);
  for (const { fingerprint, checkId, message } of checks) {
    await recordSetting(database, writer, findingReasonName(year, fingerprint), { reason: REASON, checkId, message });
  }
}

const REASON = "演练数据。";

function writtenOut(draft: ReportDraft): ReportDraft {
  return toWriteIn(draft).reduce((written, { id }) => {
    const words = WORDS.get(id);
    return words === undefined ? written : writtenAt(written, id, [words]);
  }, draft);
}

async function released(report: ComposedReport): Promise<Pick<Published, "files" | "hasPdf">> {
  try {
    return { files: await releaseReport(report), hasPdf: true };
  } catch (error) {
    // The typesetting engine is an optional package; everything else is released without it.
    if (!isAppError(error) || error.code !== "PDF_ENGINE_MISSING") throw error;
    const formats = RELEASE_FORMATS.filter((format) => format !== "pdf");
    return { files: await releaseReport(report, { formats }), hasPdf: false };
  }
}
