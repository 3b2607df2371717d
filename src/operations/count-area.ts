import type { Database } from "../storage/database.js";
import { logEnds } from "../storage/stores/closed-instant.js";
import { groupedCourses } from "../storage/stores/course-count-store.js";
import { countAreaInNumbers } from "../tally/count-area.js";
import { sumOfKept } from "../tally/kept-tally.js";
import type { AreaPlan } from "../tally/tally-area.js";
import type { TallyResult } from "../tally/tally-result.js";
import { countMembers } from "./count-members.js";
import { courseQuestion, otherRecords, type YearQuestion } from "./count-records.js";

interface Area {
  readonly governmentId: string;
  readonly plan: AreaPlan;
  readonly nameOf: (agencyId: string) => string;
}

/**
 * Counts a whole area in numbers. The database groups what is alike, so that a million requests come as some hundred groups;
 * what the groups mean is said by the same law as for a single file.
 */
export async function countArea(
  database: Database,
  question: YearQuestion,
  { governmentId, plan, nameOf }: Area,
): Promise<TallyResult> {
  if (plan.asOne === null) return sumOfMembers(database, question, { governmentId, plan, nameOf });
  const reporters = [plan.asOne];
  const ids = reporters.flatMap(({ agencies }) => agencies.map(({ agencyId }) => agencyId));
  const openings = reporters.flatMap((reporter) => reporter.openings);
  const [courses, others, ends] = await Promise.all([
    groupedCourses(database, courseQuestion(question, ids, openings)),
    otherRecords(database, question, ids),
    logEnds(database, ids, question.asOf),
  ]);
  const tally = countAreaInNumbers({ ...question, agencyId: governmentId, reporters, nameOf }, { ...others, courses });
  return { ...tally, logEnds: ends };
}

/** The area as the sum over its reporters, each of which is counted only when something of it has changed. */
async function sumOfMembers(
  database: Database,
  question: YearQuestion,
  { governmentId, plan, nameOf }: Area,
): Promise<TallyResult> {
  const reporters = plan.members;
  const ids = reporters.flatMap(({ agencies }) => agencies.map(({ agencyId }) => agencyId));
  const ends = await logEnds(database, ids, question.asOf);
  const members = await countMembers(database, question, { reporters, ends });
  return { ...sumOfKept({ ...question, agencyId: governmentId, nameOf }, members), logEnds: ends };
}
