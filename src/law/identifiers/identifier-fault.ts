/**
 * What is wrong with an identifier. An error says it cannot be one; a warning says it very likely was typed wrongly but may stand:
 * codes with wrong check digits have been issued, and a wrong code never bars a request (条例 第二十九条 asks for an 身份证明, not for a right one).
 */
export interface IdentifierFault {
  readonly faultId: "shape" | "birthday" | "division" | "check-digit" | "letter" | "old-number" | "organization-code";
  readonly severity: "error" | "warning";
  readonly message: string;
}

export const error = (faultId: IdentifierFault["faultId"], message: string): IdentifierFault => ({
  faultId,
  severity: "error",
  message,
});

export const warning = (faultId: IdentifierFault["faultId"], message: string): IdentifierFault => ({
  faultId,
  severity: "warning",
  message,
});

/** An identifier as it is stored: full-width characters made half-width, capitals, no blanks. */
export function plainIdentifier(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** The weighted sum of the characters by their place in an alphabet; null when one is not of it. */
export function weightedSum(text: string, weights: readonly number[], alphabet: string): number | null {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(text[index] ?? " ");
    if (value < 0) return null;
    sum += weight * value;
  }
  return sum;
}
