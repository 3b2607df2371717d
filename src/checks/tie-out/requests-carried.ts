import { claimsOf } from "../../report/claims.js";
import { knownTotal } from "../../report/known-total.js";
import { atClaim, quoteOf } from "../claim-place.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** The requests the narrative says were brought or carried forward are those of table three. */
export const requestsCarriedTieOut = defineCheck({
  id: "tie-out/requests-carried",
  title: "文中上年结转、结转下年的件数与表三一致",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条第二项" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    broughtForward: "文中“{quote}”为 {stated} 件，表三上年结转 {expected} 件。",
    carriedForward: "文中“{quote}”为 {stated} 件，表三结转下年度继续办理 {expected} 件。",
    scope: {
      text: "文中“{quote}”为 {stated} 件，表三相应为 {expected} 件。如文中只指部分范围，请写明统计范围。",
      severity: "question",
    },
  },

  *inspect(report) {
    const [rows] = report.format.tables.requests.rollForwards;
    if (!rows) return;
    for (const claim of claimsOf(report)) {
      const isIn = claim.topics.includes("carriedIn");
      if (!isIn && !claim.topics.includes("carriedOut")) continue;
      const row = isIn ? rows.broughtForward : rows.carriedForward;
      const expected = knownTotal(report, "requests", [row]);
      if (expected === null || expected === claim.value) continue;
      const messageId = claim.hasOpenScope ? "scope" : isIn ? "broughtForward" : "carriedForward";
      const related = [atCell({ table: "requests", row, column: "total" })];
      yield { messageId, at: atClaim(claim), related, data: { quote: quoteOf(claim), stated: claim.value, expected } };
    }
  },
});
