import type { Claim } from "../report/claims.js";
import { atLine } from "./at-line.js";
import type { Whereabouts } from "./finding.js";

/** Where a claim stands: its figure, or the words that say there was none. */
export function atClaim({ statement, start, end }: Claim): Whereabouts {
  return atLine(statement.line, start, end);
}

/** The words of a claim as they are quoted in a message: 「受理政府信息公开申请17件」. */
export function quoteOf({ statement, start, end, label, isNone }: Claim): string {
  const words = isNone ? label : `${label.slice(-24)}${statement.line.text.slice(start, end)}`;
  return words.length > 40 ? `…${words.slice(-40)}` : words;
}
