import type { Outcome, Topic } from "../../report/claim-words.js";
import { type Claim, claimsOf } from "../../report/claims.js";
import { knownTotal } from "../../report/known-total.js";
import type { Report } from "../../report/report.js";
import { atClaim, quoteOf } from "../claim-place.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** The block of rows an outcome of the narrative stands for; 不予公开 is eight rows, 无法提供 three, 不予处理 five. */
const GROUPS: Readonly<Record<Outcome, { readonly rows: string; readonly name: string }>> = {
  granted: { rows: "granted", name: "予以公开" },
  partial: { rows: "partial", name: "部分公开" },
  denied: { rows: "denied", name: "不予公开" },
  unable: { rows: "unable", name: "无法提供" },
  notProcessed: { rows: "rejected", name: "不予处理" },
  otherOutcome: { rows: "other", name: "其他处理" },
};

const isOutcome = (topic: Topic): topic is Outcome => topic in GROUPS;

function rowsOf(report: Report, outcome: Outcome): string[] {
  const { rows: group } = GROUPS[outcome];
  return report.format.tables.requests.rows.map(({ id }) => id).filter((id) => id === group || id.startsWith(`${group}.`));
}

/** True when the passage counts another set of requests than the table, which requests-received asks about. */
function isOfOtherScope(report: Report, claim: Claim, claims: readonly Claim[]): boolean {
  const [rows] = report.format.tables.requests.rollForwards;
  if (claim.hasOpenScope || !rows) return true;
  const total = (row: string): number => knownTotal(report, "requests", [row]) ?? Number.NaN;
  const received = total(rows.received);
  const wholes = new Set([received, received + total(rows.broughtForward), total(rows.resolved)]);
  return claims.some(
    ({ topics, statement, value, hasOpenScope }) =>
      hasOpenScope && statement.line === claim.statement.line && topics.includes("received") && !wholes.has(value),
  );
}

/** The outcomes the narrative tells are the sums of their rows in table three. */
export const outcomesTieOut = defineCheck({
  id: "tie-out/outcomes",
  title: "文中各类办理结果的件数与表三一致",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条第二项" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    differs: "文中“{quote}”为 {stated} 件，表三“{group}”各行总计合为 {expected} 件。",
    scope: {
      text: "文中“{quote}”为 {stated} 件，表三“{group}”合为 {expected} 件。如文中只指部分范围，请写明统计范围。",
      severity: "question",
    },
  },

  *inspect(report) {
    const claims = claimsOf(report);
    for (const claim of claims) {
      const outcomes = claim.topics.filter(isOutcome);
      const rows = outcomes.flatMap((outcome) => rowsOf(report, outcome));
      const expected = knownTotal(report, "requests", rows);
      if (outcomes.length === 0 || expected === null || expected === claim.value) continue;
      const isOther = isOfOtherScope(report, claim, claims);
      if (isOther && !claim.hasOpenScope) continue;
      const group = outcomes.map((outcome) => GROUPS[outcome].name).join("、");
      yield {
        messageId: isOther ? "scope" : "differs",
        at: atClaim(claim),
        related: rows.map((row) => atCell({ table: "requests", row, column: "total" })),
        data: { quote: quoteOf(claim), stated: claim.value, group, expected },
      };
    }
  },
});
