import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";

export type Section = ReplyOf<typeof reportRoutes.readReportNarrative>["sections"][number];

/** A paragraph a line; empty lines are nothing. */
export function paragraphsOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What a place is called where it is not seen. */
export function placeInWords({ kind, hint, counted }: Section["places"][number]): string {
  return hint ?? (kind === "added" ? "另加的段落" : `台账写的“${counted ?? ""}”`);
}
