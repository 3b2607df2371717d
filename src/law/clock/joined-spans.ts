import type { DerivationSpan } from "./clock-reading.js";

/** An ordinary weekend: it needs no explaining. */
export function isWeekend({ kind, why }: DerivationSpan): boolean {
  return kind === "day-off" && why === "周末";
}

/** Stretches that only a weekend parts are told as one; what is counted and what is not stays the same. */
export function joinedOverWeekends(derivation: readonly DerivationSpan[]): DerivationSpan[] {
  const joined: DerivationSpan[] = [];
  for (const span of derivation.filter((each) => !isWeekend(each))) {
    const last = joined.at(-1);
    const isSame = last?.kind === span.kind && last.part === span.part && (last.why === span.why || span.kind === "counted");
    if (last === undefined || !isSame) joined.push(span);
    else {
      const nth = last.nth && span.nth ? { first: last.nth.first, last: span.nth.last } : null;
      joined[joined.length - 1] = { ...last, to: span.to, workingDays: last.workingDays + span.workingDays, nth };
    }
  }
  return joined;
}
