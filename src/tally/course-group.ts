import type { PlainDate } from "../law/plain-date.js";
import { type CaseCourse, caseCourse } from "../register/case-course.js";
import type { CaseFile } from "../register/case-file.js";
import { standingRequest } from "../register/request-entry.js";
import type { Opening } from "./opening.js";

/**
 * Requests that are alike in everything a tally asks of them. Days stand for any days on the same side of the year's first and last
 * that compare alike. One file by itself makes a group of one; a register that counts in its database makes few groups of many.
 */
export interface CourseGroup extends CaseCourse {
  /** Of those that no opening tells apart, any of the agencies. */
  readonly agencyId: string;
  /** The kind of requester; the ids are those of the columns. */
  readonly column: string;
  readonly arrivedOn: PlainDate;
  /** How it was known when last year's edition was counted; null when it was not known, or when there is no edition. */
  readonly before: CaseCourse | null;
  readonly pieces: number;
  /** Their ids. May be left out where nothing but their number is asked for. */
  readonly ids: readonly string[];
  /** How many of them are a letter of their own, and the letters of the others: a letter that reached two agencies was received by both. */
  readonly letters: { readonly whole: number; readonly split: readonly string[] };
}

/** A case file as a group of one; null when nothing of it was on record at the instant. */
export function groupOfFile(file: CaseFile, asOf: string, editionAsOf: string | null): CourseGroup | null {
  const { events } = file;
  const isKnownAt = (instant: string): boolean => events.some(({ recordedAt }) => recordedAt <= instant);
  if (!isKnownAt(asOf)) return null;
  const request = standingRequest(file, asOf);
  return {
    ...caseCourse(file, asOf),
    agencyId: request.agencyId,
    column: request.requester.kind,
    arrivedOn: request.arrivedOn,
    before: editionAsOf !== null && isKnownAt(editionAsOf) ? caseCourse(file, editionAsOf) : null,
    pieces: 1,
    ids: [request.id],
    letters: { whole: 0, split: [letterAt(request.agencyId, request.letterId)] },
  };
}

/** A letter as an agency received it. */
const letterAt = (agencyId: string, letterId: string): string => `${agencyId}|${letterId}`;

/** The instants at which last year's editions were counted, by the agencies they counted. */
export function editionInstants(openings: readonly Opening[]): Map<string, string> {
  const byAgency = new Map<string, string>();
  for (const opening of openings) {
    if (opening.kind === "edition") for (const agencyId of opening.countedAgencies) byAgency.set(agencyId, opening.asOf);
  }
  return byAgency;
}

/** The requests last year's editions carried forward, each with the column it was counted in. */
export function carriedForward(openings: readonly Opening[]): Map<string, string> {
  return new Map(
    openings.flatMap((opening) => (opening.kind === "edition" ? opening.pending : [])).map(({ id, column }) => [id, column]),
  );
}
