import { type Claim, claimsOf } from "../../report/claims.js";
import { knownTotal } from "../../report/known-total.js";
import type { Report } from "../../report/report.js";
import { atClaim, quoteOf } from "../claim-place.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

interface OnHand {
  readonly received: number;
  readonly broughtForward: number;
  readonly resolved: number | null;
  readonly receivedRow: string;
}

function onHandOf(report: Report): OnHand | null {
  const [rows] = report.format.tables.requests.rollForwards;
  if (!rows) return null;
  const total = (row: string): number | null => knownTotal(report, "requests", [row]);
  const [received, broughtForward] = [total(rows.received), total(rows.broughtForward)];
  if (received === null || broughtForward === null) return null;
  return { received, broughtForward, resolved: total(rows.resolved), receivedRow: rows.received };
}

/** Narratives say 收到, 受理 or 办理 for the new requests, for those on hand and for those settled: each of the three may be meant. */
function agrees(claim: Claim, { received, broughtForward, resolved }: OnHand): boolean {
  const isSettled = claim.topics.includes("answered") && claim.value === resolved;
  return (
    isSettled ||
    claim.value === received ||
    claim.value === received + broughtForward ||
    (resolved !== null && claim.value === resolved)
  );
}

/** The claims that stand for the whole: smaller ones beside it are its parts, and those that make it together are all parts. */
function wholesOf(claims: readonly Claim[], onHand: OnHand): Claim[] {
  const sentences = [...new Set(claims.map(({ statement }) => statement))];
  return sentences.flatMap((sentence) => {
    const group = claims.filter(({ statement }) => statement === sentence);
    const sum = group.reduce((total, { value }) => total + value, 0);
    const isParted = group.length > 1 && (sum === onHand.received || sum === onHand.received + onHand.broughtForward);
    const wholes = group.filter((claim) => agrees(claim, onHand));
    const isPart = (claim: Claim): boolean =>
      isParted || wholes.some((whole) => whole.topics[0] === claim.topics[0] && whole.value > claim.value);
    return group.filter((claim) => claim.isNone || claim.isNewOnly !== null || !isPart(claim));
  });
}

/** True when the words, or a figure of its own for the requests brought forward, say that only new requests are meant. */
function isNewOnly(claim: Claim, claims: readonly Claim[]): boolean | null {
  if (claim.isNewOnly !== null || claim.topics.includes("answered")) return claim.isNewOnly;
  const isApart = claims.some(
    ({ topics, statement, start }) =>
      topics.includes("carriedIn") &&
      statement === claim.statement &&
      start > claim.end &&
      !/[()]|含|包括|其中/.test(statement.line.text.slice(claim.end, start)),
  );
  return isApart && /收到|受理|接到|接收/.test(claim.label) ? true : null;
}

/** The number of requests the narrative tells is the one of table three, new or with those brought forward. */
export const requestsReceivedTieOut = defineCheck({
  id: "tie-out/requests-received",
  title: "文中收到、办理的申请件数与表三一致",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条第二项" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    differs: "文中“{quote}”为 {stated} 件，表三本年新收 {expected} 件，加上年结转为 {onHand} 件，两者都不相符。",
    settledDiffers: {
      text: "文中“{quote}”为 {stated} 件，表三办理结果总计 {expected} 件。请核对，或写明统计口径。",
      severity: "question",
    },
    scope: {
      text: "文中“{quote}”为 {stated} 件，表三本年新收 {expected} 件。如文中只指本机关或部分范围，请写明统计范围。",
      severity: "question",
    },
    noneTold: "文中称“{quote}”，表三本年新收却有 {expected} 件。",
    noneInScope: {
      text: "文中称“{quote}”，表三本年新收有 {expected} 件。如文中只指部分范围，请写明统计范围。",
      severity: "question",
    },
    newOrOnHand: {
      text: "文中“{quote}”为 {stated} 件，与所说的口径不符：表三本年新收 {received} 件，加上年结转为 {onHand} 件。",
      severity: "question",
    },
  },

  *inspect(report) {
    const onHand = onHandOf(report);
    if (onHand === null) return;
    const { received, broughtForward } = onHand;
    const all = received + broughtForward;
    const every = claimsOf(report);
    const claims = every.filter(({ topics }) => topics.includes("received") || topics.includes("answered"));

    // The narrower count of an office beside the count of the whole area: both are told, nothing is open.
    const tellsWhole = claims.some((claim) => !claim.isNone && claim.value > 0 && agrees(claim, onHand));
    for (const claim of wholesOf(claims, onHand)) {
      const at = atClaim(claim);
      const related = [atCell({ table: "requests", row: onHand.receivedRow, column: "total" })];
      const quote = quoteOf(claim);
      const stated = claim.value;
      const newOnly = isNewOnly(claim, every);
      if (claim.isNone || stated === 0) {
        if (received === 0 || (stated === 0 && claim.topics.includes("answered"))) continue;
        const messageId = claim.hasOpenScope ? "noneInScope" : "noneTold";
        yield { messageId, at, related, data: { quote, expected: received } };
      } else if (newOnly !== null && broughtForward > 0 && stated === (newOnly ? all : received)) {
        yield { messageId: "newOrOnHand", at, related, data: { quote, stated, received, onHand: all } };
      } else if (agrees(claim, onHand)) {
      } else if (claim.hasOpenScope && tellsWhole && stated < received) {
      } else if (claim.hasOpenScope) {
        yield { messageId: "scope", at, related, data: { quote, stated, expected: received } };
      } else if (claim.topics.includes("answered") && stated < all) {
        yield { messageId: "settledDiffers", at, related, data: { quote, stated, expected: onHand.resolved ?? all } };
      } else {
        yield { messageId: "differs", at, related, data: { quote, stated, expected: received, onHand: all } };
      }
    }
  },
});
