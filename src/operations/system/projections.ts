import { loadAgencies } from "../../storage/stores/agency-store.js";
import { differingCourses, rebuildCourses } from "../../storage/stores/case-course-store.js";
import { differingSummaries } from "../../storage/stores/differing-summaries.js";
import { forgetKeptCounts } from "../../storage/stores/kept-count-store.js";
import { lawOf } from "../cases/own-case.js";
import { rebuildCaseSummaries } from "../cases/rebuild-case-summaries.js";
import { differingKeptCounts } from "../count-members.js";
import type { Office } from "../office.js";

/** What is kept beside the facts and does not follow from them. Empty lists everywhere, unless somebody wrote past the product. */
export interface DifferingProjections {
  /** Cases that count otherwise than their events say. */
  readonly courses: readonly string[];
  /** Cases whose line in the lists is not what their events say. */
  readonly summaries: readonly string[];
  /** Agency and year of kept counts that come to something else when they are counted again. */
  readonly keptCounts: readonly string[];
}

/** Compares everything that is derived from the events with the events. Reads the whole register; the log should have been proved before. */
export async function differingProjections(office: Office): Promise<DifferingProjections> {
  const { database } = office;
  const courses = await differingCourses(database);
  const summaries: string[] = [];
  for (const { agency } of await loadAgencies(database)) {
    summaries.push(...(await differingSummaries(database, agency.id, await lawOf(office, agency.id))));
  }
  return { courses, summaries, keptCounts: await differingKeptCounts(database) };
}

/** How much was made again. */
export interface RebuiltProjections {
  readonly courses: number;
  readonly summaries: number;
  /** Kept counts are thrown away: the next tally makes those it needs. */
  readonly keptCounts: number;
}

/** Makes everything that is derived again from the events. */
export async function rebuildProjections(office: Office): Promise<RebuiltProjections> {
  const courses = await rebuildCourses(office.database);
  const summaries = await rebuildCaseSummaries(office);
  return { courses, summaries, keptCounts: await forgetKeptCounts(office.database) };
}
