import type { Whereabouts } from "../../checks/finding.js";
import { basisText } from "../../findings/basis-text.js";
import { checkReport, type ListedFinding } from "../../findings/check-report.js";
import { reportOf } from "../../recognition/report-of.js";
import type { CellAddress, SectionId } from "../../report/format.js";
import type { Passage, Report } from "../../report/report.js";
import type { Database } from "../../storage/database.js";
import { loadSettings } from "../../storage/stores/setting-store.js";
import { type CheckResult, freezingWith, type WrittenReason } from "../../tally/freeze-report.js";
import { composedOf } from "../../tally/report-draft.js";
import { printedPlaces } from "../../tally/written-draft.js";
import type { Actor, Office } from "../office.js";
import { type DraftedReport, draftReport, type ReportQuestion } from "./draft-report.js";
import { FINDING_REASON, findingReasonName } from "./finding-reason-setting.js";

/** Where a finding belongs on the page of the report. `place` is that of the narrative; null where no single one is meant. */
export type FindingPlace =
  | ({ readonly kind: "cell" } & CellAddress)
  | { readonly kind: "section"; readonly section: SectionId; readonly place: string | null }
  | { readonly kind: "frame"; readonly part: "title" | "preface" | "sign-off" }
  | { readonly kind: "report" };

export interface DraftFinding {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly severity: CheckResult["severity"];
  readonly message: string;
  readonly at: FindingPlace;
  readonly related: readonly FindingPlace[];
  readonly where: string;
  readonly excerpt: string;
  readonly basis: readonly string[];
  readonly freezing: ReturnType<typeof freezingWith>;
  readonly reason: { readonly text: string; readonly by: string; readonly at: string } | null;
}

/** Everything the checks say of a draft, each with its place on the page and the written reason, if there is one. */
export async function checkDraft(
  office: Office,
  actor: Actor,
  question: ReportQuestion,
): Promise<DraftedReport & { readonly findings: readonly DraftFinding[] }> {
  const drafted = await draftReport(office, actor, question);
  return { ...drafted, findings: await findingsOf(office.database, drafted) };
}

/** The same for a draft that was made already. */
export async function findingsOf(database: Database, drafted: DraftedReport): Promise<DraftFinding[]> {
  const { agencyId, year } = drafted.counted.tally;
  const report = reportOf(composedOf(drafted.draft));
  const begin = findingReasonName(year, "");
  const reasons = await loadSettings(database, { chain: agencyId, begin });
  const placeOf = placesIn(report, drafted);
  return checkReport(report, { previous: drafted.previousReport }).map((finding): DraftFinding => {
    const { fingerprint, checkId, severity, message, where, excerpt, basis } = finding;
    const setting = reasons.get(findingReasonName(year, fingerprint));
    const text = setting === undefined ? "" : FINDING_REASON.parse(setting.value).reason;
    return {
      ...{ fingerprint, checkId, severity, message, where, excerpt },
      at: placeOf(finding.at),
      related: finding.related.map(placeOf),
      basis: basis.map((one) => basisText([one])),
      freezing: freezingWith({ checkId, severity }),
      reason: setting === undefined || text === "" ? null : { text, by: setting.recordedBy, at: setting.recordedAt },
    };
  });
}

/** The findings as they are frozen with an edition. */
export function checkResults(findings: readonly Pick<ListedFinding, keyof CheckResult>[]): CheckResult[] {
  return findings.map(({ fingerprint, checkId, severity, message }) => ({ fingerprint, checkId, severity, message }));
}

/** The written reasons as they are frozen with an edition. */
export function writtenReasons(findings: readonly DraftFinding[]): WrittenReason[] {
  return findings.flatMap(({ fingerprint, reason }) =>
    reason === null ? [] : [{ fingerprint, reason: reason.text, by: reason.by }],
  );
}

function placesIn(report: Report, { narrative }: DraftedReport): (at: Whereabouts) => FindingPlace {
  return (at) => {
    switch (at.kind) {
      case "cell":
        return { kind: "cell", ...at.address };
      case "section":
        return { kind: "section", section: at.section, place: null };
      case "table":
        return { kind: "section", section: report.format.tables[at.table].section, place: null };
      case "report":
        return { kind: "report" };
      case "text":
        return placeOfPassage(report, at.passage, narrative);
      default:
        return at satisfies never;
    }
  };
}

function placeOfPassage(report: Report, { block }: Passage, narrative: DraftedReport["narrative"]): FindingPlace {
  if (report.title?.block === block) return { kind: "frame", part: "title" };
  if (report.closing.some((passage) => passage.block === block)) return { kind: "frame", part: "sign-off" };
  const section = report.sections.findLast(({ heading }) => heading.block <= block);
  if (section === undefined) return { kind: "frame", part: "preface" };
  const { id } = section;
  if (id === null) return { kind: "report" };
  const own = narrative.find((one) => one.section === id);
  const at = section.paragraphs.findIndex((passage) => passage.block === block);
  return { kind: "section", section: id, place: own === undefined || at < 0 ? null : (printedPlaces(own)[at] ?? null) };
}
