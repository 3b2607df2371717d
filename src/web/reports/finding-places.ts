import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";

export type Finding = ReplyOf<typeof reportRoutes.readReportFindings>["findings"][number];
export type FindingPlace = Finding["at"];

/**
 * Where a finding is shown: at its own place, and at the places of another kind it rests on, such as the cell a sentence contradicts.
 * The parts of a sum that does not add up are named in its sentence; a mark at each would hide the one that matters.
 */
export function shownAt({ at, related }: Pick<Finding, "at" | "related">): FindingPlace[] {
  const seen = new Set<string>();
  return [at, ...related.filter(({ kind }) => kind !== at.kind)].filter((place) => {
    const key = placeKey(place);
    return key !== "report" && !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** One name for one place, for addresses and anchors. */
export function placeKey(place: FindingPlace): string {
  switch (place.kind) {
    case "cell":
      return `cell/${place.table}/${place.row}/${place.column}`;
    case "section":
      return place.place === null ? `section/${place.section}` : `section/${place.section}/${place.place}`;
    case "frame":
      return `frame/${place.part}`;
    case "report":
      return "report";
    default:
      return place satisfies never;
  }
}

const GRAVITY = { error: 0, warning: 1, question: 2 } as const;

/** The findings by the place they are shown at, the gravest first; one with a written reason steps back behind those without. */
export function findingsByPlace(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const place of shownAt(finding)) {
      const key = placeKey(place);
      byPlace.set(key, [...(byPlace.get(key) ?? []), finding]);
    }
  }
  for (const there of byPlace.values()) {
    there.sort(
      (one, other) =>
        Number(one.reason !== null) - Number(other.reason !== null) || GRAVITY[one.severity] - GRAVITY[other.severity],
    );
  }
  return byPlace;
}

/** The tab a place is in, and the way to it: what is behind the question mark of the page of the report. Null for the report as a whole. */
export function wayTo(place: FindingPlace, fingerprint: string): string | null {
  if (place.kind === "report") return null;
  const tab = place.kind === "cell" ? "tables" : "narrative";
  return `?${new URLSearchParams({ tab, finding: fingerprint, at: placeKey(place) })}`;
}

/** The way to a finding in the list. */
export function wayToFinding(fingerprint: string): string {
  return `?${new URLSearchParams({ tab: "findings", finding: fingerprint })}`;
}
