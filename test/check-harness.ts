import { describe, expect, test } from "vitest";
import type { Check } from "../src/checks/define-check.js";
import type { Finding, Severity, Whereabouts } from "../src/checks/finding.js";
import type { Report } from "../src/report/report.js";

interface Sample {
  /** A sentence about behaviour: 「a blank part proves nothing」. */
  readonly name: string;
  readonly report: Report;
  readonly previous?: Report;
}

/** A finding a check must give. Place and message id are stated exactly; wording and data where they matter. */
export interface ExpectedFinding {
  readonly messageId: string;
  /** A place, or { text } for the words a text finding must point at. */
  readonly at: Whereabouts | { readonly text: string };
  readonly severity?: Severity;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly message?: string;
}

interface Expectations {
  readonly accepts: readonly Sample[];
  readonly reports: readonly (Sample & { readonly findings: readonly ExpectedFinding[] })[];
}

/** Runs a check on a report the way the engine does. */
export function findingsOf(
  check: Check,
  { report, previous }: { readonly report: Report; readonly previous?: Report },
): Finding[] {
  return [...check.run(report, { previous: previous ?? null })];
}

const placeOf = (at: Finding["at"], expected: ExpectedFinding["at"] | undefined): unknown =>
  at.kind === "text" && expected !== undefined && "text" in expected ? { text: at.passage.text.slice(at.start, at.end) } : at;

/** States what a check accepts and what it reports: at least one of each, and every message must be seen. */
export function testCheck(check: Check, { accepts, reports }: Expectations): void {
  describe(check.id, () => {
    test.each(accepts.map((sample) => [sample.name, sample] as const))("accepts: %s", (_name, sample) => {
      expect(findingsOf(check, sample).map(({ message }) => message)).toEqual([]);
    });

    test.each(reports.map((sample) => [sample.name, sample] as const))("reports: %s", (_name, { findings, ...sample }) => {
      const found = findingsOf(check, sample);
      expect(found.map(({ messageId, message }) => [messageId, message])).toHaveLength(findings.length);
      expect(found.map(({ messageId, at }, index) => ({ messageId, at: placeOf(at, findings[index]?.at) }))).toEqual(
        findings.map(({ messageId, at }) => ({ messageId, at })),
      );
      for (const [index, { severity, data, message }] of findings.entries()) {
        if (severity !== undefined) expect(found[index]?.severity).toBe(severity);
        if (data !== undefined) expect(found[index]?.data).toMatchObject(data);
        if (message !== undefined) expect(found[index]?.message).toBe(message);
      }
    });

    test("has a sample it accepts, and a sample for every message", () => {
      expect(accepts.length).toBeGreaterThan(0);
      const seen = new Set(reports.flatMap(({ findings }) => findings.map(({ messageId }) => messageId)));
      expect(check.messageIds.filter((id) => !seen.has(id))).toEqual([]);
    });

    test("leaves no brace of a message unfilled", () => {
      const messages = reports.flatMap((sample) => findingsOf(check, sample)).map(({ message }) => message);
      expect(messages.filter((message) => /[{}]|undefined|NaN/.test(message))).toEqual([]);
    });
  });
}
