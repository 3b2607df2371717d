import { fillMessage, type MessageData } from "../document/message.js";
import { chineseDay } from "../law/plain-date.js";
import { canonicalJson, type Hash } from "../register/hash-chain.js";
import { type ComposedReport, formatOf } from "../report/composed-report.js";
import { type CellAddress, columnLabel, rowLabel } from "../report/format.js";
import { type CellDifference, cellDifferences } from "./cell-differences.js";
import { yearEnd } from "./counted-agency.js";
import { composedOf, type ReportDraft } from "./report-draft.js";
import type { TallyResult } from "./tally-result.js";

/** What a check said of the report; findings as they are listed fit. */
export interface CheckResult {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly severity: "error" | "warning" | "question";
  readonly message: string;
}

/** Why a report is published although a check objects. Kept with the edition. */
export interface WrittenReason {
  readonly fingerprint: string;
  readonly reason: string;
  readonly by: string;
}

/** What is frozen: plain data; its canonical JSON is what is hashed and stored. */
export interface EditionBody {
  readonly report: ComposedReport;
  readonly tally: TallyResult;
  readonly checks: readonly CheckResult[];
  readonly reasons: readonly WrittenReason[];
  /** Set from the second edition on. */
  readonly correction: {
    readonly reason: string;
    readonly ofHash: string;
    readonly differences: readonly CellDifference[];
  } | null;
}

/** A numbered edition of a report. The first is 1; every correction is another one, and none is ever changed. */
export interface Edition {
  readonly agencyId: string;
  readonly year: number;
  readonly edition: number;
  /** The instant its figures were counted at. */
  readonly asOf: string;
  readonly contentHash: string;
  readonly body: EditionBody;
  /** Why there is another edition; null for the first. */
  readonly reason: string | null;
}

const REFUSALS = {
  notOver: "数字只统计到{until}，年度结束后才能定稿。",
  toWrite: "“{section}”还有待写的内容：{hint}",
  cellDiffers: "表格中“{cell}”与台账统计的数字不一致，不能定稿。",
  arithmetic: "数字有勾稽错误，更正后才能定稿：{message}",
  noReason: "检查提出了问题，须写明理由才能定稿：{message}",
  unexplained: "上年报告与台账不一致，须说明原因才能定稿：“{cell}”上年报告为 {reported}，台账为 {ledger}。",
  noCorrectionReason: "更正已经定稿的报告，须写明更正原因。",
  nothingChanged: "内容与第 {edition} 版相同，没有可更正的。",
} as const;
export type FreezeRefusalId = keyof typeof REFUSALS;

export interface FreezeRefusal {
  readonly refusalId: FreezeRefusalId;
  readonly message: string;
}

export type Freezing =
  | { readonly frozen: true; readonly edition: Edition }
  | { readonly frozen: false; readonly refusals: readonly FreezeRefusal[] };

export interface FreezeQuestion {
  readonly draft: ReportDraft;
  readonly tally: TallyResult;
  /** Everything the checks said of `composedOf(draft)`. */
  readonly checks: readonly CheckResult[];
  readonly reasons: readonly WrittenReason[];
  readonly hash: Hash;
  /** The edition that is corrected, with the reason. */
  readonly correction?: { readonly previous: Edition; readonly reason: string };
}

function refusal<Id extends FreezeRefusalId>(refusalId: Id, data: MessageData<(typeof REFUSALS)[Id]>): FreezeRefusal {
  return { refusalId, message: fillMessage(REFUSALS[refusalId], data) };
}

/**
 * Freezes a report as a numbered edition, or says everything that stands in the way: the year is not over, a place is not written,
 * a cell is not the register's, a sum is wrong, a warning has no written reason, a difference to last year's report no explanation.
 */
export function freezeReport(question: FreezeQuestion): Freezing {
  const { draft, tally, checks, reasons, hash, correction } = question;
  const refusals = [
    ...yearRefusals(tally),
    ...draftRefusals(draft, tally),
    ...checkRefusals(checks, reasons),
    ...openingRefusals(tally),
    ...correctionRefusals(question),
  ];
  if (refusals.length > 0) return { frozen: false, refusals };
  const report = composedOf(draft);
  const { agencyId, year, asOf } = tally;
  const used = new Set(checks.map(({ fingerprint }) => fingerprint));
  const body: EditionBody = {
    report,
    tally,
    checks,
    reasons: reasons.filter(({ fingerprint }) => used.has(fingerprint)),
    correction: correction
      ? {
          reason: correction.reason,
          ofHash: correction.previous.contentHash,
          differences: cellDifferences(correction.previous.body, { report, tally }),
        }
      : null,
  };
  const edition = (correction?.previous.edition ?? 0) + 1;
  const reason = correction?.reason ?? null;
  return { frozen: true, edition: { agencyId, year, edition, asOf, contentHash: hash(canonicalJson(body)), body, reason } };
}

/** Whether an edition is what was frozen: its content still gives its hash. */
export function isUnchanged({ contentHash, body }: Pick<Edition, "contentHash" | "body">, hash: Hash): boolean {
  return hash(canonicalJson(body)) === contentHash;
}

/** Midnight in China is 16:00 UTC of the day before; before that the year is not over. */
const END_OF_DAY_UTC = "T16:00:00.000Z";

function yearRefusals({ until, year, asOf }: TallyResult): FreezeRefusal[] {
  const end = yearEnd(year);
  if (until < end) return [refusal("notOver", { until: chineseDay(until) })];
  return asOf < `${end}${END_OF_DAY_UTC}` ? [refusal("notOver", { until: chineseDay(end) })] : [];
}

function draftRefusals(draft: ReportDraft, tally: TallyResult): FreezeRefusal[] {
  const missing = draft.sections.flatMap(({ heading, paragraphs }) =>
    paragraphs.flatMap((one) =>
      one.kind === "to-write" && one.isRequired ? [refusal("toWrite", { section: heading, hint: one.hint })] : [],
    ),
  );
  const printed = new Map(draft.cells.map((cell) => [`${cell.table}|${cell.row}|${cell.column}`, cell]));
  const differing = tally.cells.flatMap(({ table, row, column, value }) => {
    const cell = printed.get(`${table}|${row}|${column}`);
    const isSame = value === null ? cell?.kind !== "number" : cell?.kind === "number" && cell.value === value;
    return isSame ? [] : [refusal("cellDiffers", { cell: cellName(tally, { table, row, column }) })];
  });
  return [...missing, ...differing];
}

/** Sums and roll-forwards inside the report: arithmetic, on which there are no two opinions. */
const ARITHMETIC = /^(?:footing|cross-footing)\/|^roll-forward\/requests$/;

function checkRefusals(checks: readonly CheckResult[], reasons: readonly WrittenReason[]): FreezeRefusal[] {
  const written = new Set(reasons.filter(({ reason }) => reason.trim() !== "").map(({ fingerprint }) => fingerprint));
  return checks.flatMap((check) => {
    const { message, fingerprint } = check;
    switch (freezingWith(check)) {
      case "always":
        return [];
      case "never":
        return [refusal("arithmetic", { message })];
      default:
        return written.has(fingerprint) ? [] : [refusal("noReason", { message })];
    }
  });
}

/** Whether a report that a check objects to may be frozen: with wrong arithmetic never, otherwise with a written reason; a question asks for none. */
export function freezingWith({
  checkId,
  severity,
}: Pick<CheckResult, "checkId" | "severity">): "never" | "with-reason" | "always" {
  if (severity === "question") return "always";
  return severity === "error" && ARITHMETIC.test(checkId) ? "never" : "with-reason";
}

function openingRefusals(tally: TallyResult): FreezeRefusal[] {
  return tally.openingDifferences
    .filter(({ explanation }) => explanation === null)
    .map((difference) => {
      const { reported, ledger } = difference;
      return refusal("unexplained", { cell: cellName(tally, difference), reported, ledger });
    });
}

/** A cell as people call it: its row and column as printed. */
function cellName(tally: TallyResult, { table, row, column }: CellAddress): string {
  const form = formatOf(tally).tables[table];
  return `${rowLabel(form, row)}·${columnLabel(form, column)}`;
}

function correctionRefusals({ correction, draft, tally }: FreezeQuestion): FreezeRefusal[] {
  if (correction === undefined) return [];
  const { previous, reason } = correction;
  const refusals = reason.trim() === "" ? [refusal("noCorrectionReason", {})] : [];
  const report = composedOf(draft);
  const isSame =
    canonicalJson(report) === canonicalJson(previous.body.report) &&
    cellDifferences(previous.body, { report, tally }).length === 0;
  return isSame ? [...refusals, refusal("nothingChanged", { edition: previous.edition })] : refusals;
}
