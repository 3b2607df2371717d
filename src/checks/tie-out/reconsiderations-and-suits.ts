import type { Topic } from "../../report/claim-words.js";
import { type Claim, claimsOf } from "../../report/claims.js";
import type { CellAddress } from "../../report/format.js";
import { labelOf } from "../../report/narrative.js";
import type { Report } from "../../report/report.js";
import { sureFigureAt } from "../../report/sure-figure.js";
import { atLine } from "../at-line.js";
import { atClaim, quoteOf } from "../claim-place.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

const ROWS: ReadonlyMap<Topic, readonly string[]> = new Map([
  ["review", ["review"]],
  ["suit", ["direct", "after_review"]],
  ["directSuit", ["direct"]],
  ["suitAfterReview", ["after_review"]],
]);

const RESULTS: readonly (readonly [column: string, name: string, words: RegExp])[] = [
  ["pending", "尚未审结", /未审结|尚在审理|正在审理|未结/],
  ["corrected", "结果纠正", /纠正|撤销|败诉|确认违法|责令/],
  ["upheld", "结果维持", /维持/],
];

const addressOf = (row: string, column: string): CellAddress => ({ table: "review_litigation", row, column });

/** The sum of a column over some rows; `isWhole` is false when some of it is blank and the sum is only a lower bound. */
function sumOf(report: Report, rows: readonly string[], column: string): { readonly sum: number; readonly isWhole: boolean } {
  const figures = rows.map((row) => sureFigureAt(report, addressOf(row, column)));
  return { sum: figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0), isWhole: !figures.includes(null) };
}

const rowsOf = (claim: Claim): string[] => claim.topics.flatMap((topic) => ROWS.get(topic) ?? []);

/** The figures after a claim that say how its cases ended, up to the next matter. */
function* resultsTold({
  statement,
  end,
}: Claim): Generator<{ start: number; end: number; value: number; column: string; name: string }> {
  for (const figure of statement.figures.filter(({ start }) => start >= end)) {
    const label = labelOf(statement, figure);
    if (/复议|诉讼|起诉|申请|一审|二审/.test(label)) return;
    const result = RESULTS.find(([, , words]) => words.test(label));
    if (result && figure.isExact)
      yield { start: figure.start, end: figure.end, value: figure.value, column: result[0], name: result[1] };
  }
}

/** Reconsiderations and suits, and how they ended, are told in the narrative as they stand in table four. */
export const reconsiderationsAndSuitsTieOut = defineCheck({
  id: "tie-out/reconsiderations-and-suits",
  title: "文中行政复议、行政诉讼的件数与表四一致",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条第三项" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    differs: "文中“{quote}”为 {stated} 件，表四相应总计为 {expected} 件。",
    scope: {
      text: "文中“{quote}”为 {stated} 件，表四相应总计为 {expected} 件。如文中口径较窄（如备案、本级），请写明统计范围。",
      severity: "question",
    },
    noneTold: "文中称“{quote}”，表四却有 {expected} 件。",
    result: "文中称{name} {stated} 件，表四“{name}”为 {expected} 件。",
  },

  *inspect(report) {
    for (const claim of claimsOf(report)) {
      const rows = rowsOf(claim);
      const { sum: expected, isWhole } = sumOf(report, rows, "total");
      if (rows.length === 0) continue;
      const at = atClaim(claim);
      const related = rows.map((row) => atCell(addressOf(row, "total")));
      const quote = quoteOf(claim);
      const stated = claim.value;
      if (claim.isNone) {
        if (expected > 0)
          yield { messageId: claim.hasOpenScope ? "scope" : "noneTold", at, related, data: { quote, stated, expected } };
      } else if (stated === expected && isWhole) {
        for (const { column, name, ...told } of resultsTold(claim)) {
          const { sum, isWhole: isKnown } = sumOf(report, rows, column);
          if (!isKnown || sum === told.value) continue;
          const cells = rows.map((row) => atCell(addressOf(row, column)));
          const data = { name, stated: told.value, expected: sum };
          yield { messageId: "result", at: atLine(claim.statement.line, told.start, told.end), related: cells, data };
        }
      } else if (isWhole ? stated !== expected : stated < expected) {
        const isNarrower = rows.length > 1 && rows.some((row) => sureFigureAt(report, addressOf(row, "total")) === stated);
        yield {
          messageId: claim.hasOpenScope || isNarrower ? "scope" : "differs",
          at,
          related,
          data: { quote, stated, expected },
        };
      }
    }
  },
});
