import type { Database } from "../storage/database.js";
import { logEnds } from "../storage/stores/closed-instant.js";
import { groupedCourses } from "../storage/stores/course-count-store.js";
import { countAreaInNumbers } from "../tally/count-area.js";
import { sumOfKept } from "../tally/kept-tally.js";
import { isOfWholeMembers, openArea } from "../tally/open-area.js";
import type { AreaPlan, ReporterPlan } from "../tally/tally-area.js";
import type { TallyResult } from "../tally/tally-result.js";
import { countMembers } from "./count-members.js";
import { courseQuestion, otherRecords, publishedRecords, type YearQuestion } from "./count-records.js";
import { membersOf } from "./split-opening.js";

interface Area {
  readonly governmentId: string;
  readonly plan: AreaPlan;
  readonly nameOf: (agencyId: string) => string;
}

/**
 * Counts a whole area in numbers, as the sum over its reports, each of which is counted only when something of it has changed. The books
 * may have been opened by a report of the whole: then each counts with its share of it, and the whole is compared with the report.
 */
export async function countArea(
  database: Database,
  question: YearQuestion,
  { governmentId, plan, nameOf }: Area,
): Promise<TallyResult> {
  const { asOne, members } = plan;
  const ids = members.flatMap(({ agencies }) => agencies.map(({ agencyId }) => agencyId));
  const ends = await logEnds(database, ids, question.asOf);
  if (asOne !== null && !isOfWholeMembers(asOne, members)) {
    return { ...(await countedAtOnce(database, question, { governmentId, asOne, nameOf })), logEnds: ends };
  }
  const reporters = await membersOf(database, plan);
  const [counted, published] = await Promise.all([
    countMembers(database, question, { reporters, ends }),
    asOne === null ? null : publishedRecords(database, question, ids),
  ]);
  const sum =
    asOne === null || published === null
      ? sumOfKept({ ...question, agencyId: governmentId, nameOf }, counted)
      : openArea({ ...question, asOne, members: counted, nameOf }, published);
  return { ...sum, logEnds: ends };
}

/** The same without its parts: where the report of last year counted agencies that this year's reports count otherwise. */
async function countedAtOnce(
  database: Database,
  question: YearQuestion,
  {
    governmentId,
    asOne,
    nameOf,
  }: { readonly governmentId: string; readonly asOne: ReporterPlan; readonly nameOf: Area["nameOf"] },
): Promise<TallyResult> {
  const ids = asOne.agencies.map(({ agencyId }) => agencyId);
  const [courses, others] = await Promise.all([
    groupedCourses(database, courseQuestion(question, ids, asOne.openings)),
    otherRecords(database, question, ids),
  ]);
  const reporters = [asOne];
  return countAreaInNumbers({ ...question, agencyId: governmentId, reporters, nameOf }, { ...others, courses });
}
