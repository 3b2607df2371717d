import { createHash } from "node:crypto";
import { formatForYear } from "../report/formats/index.js";
import type { Database } from "../storage/database.js";
import { type LogEnd, logEnds } from "../storage/stores/closed-instant.js";
import { groupedCourses } from "../storage/stores/course-count-store.js";
import { allKeptCounts, type KeptCountKey, keepCounts, loadKeptCounts } from "../storage/stores/kept-count-store.js";
import { type AreaMember, type KeptTally, keptTally } from "../tally/kept-tally.js";
import type { ReporterPlan } from "../tally/tally-area.js";
import { type CountedRecords, countYear } from "../tally/tally-year.js";
import { courseQuestion, otherRecords, type YearQuestion } from "./count-records.js";
import { PRODUCT_VERSION } from "./product-version.js";

/** Large enough that a question costs little beside its rows, small enough that the groups of a batch are nothing to hold. */
const AT_ONCE = 100;
/** How many batches are counted side by side. */
const SIDE_BY_SIDE = 2;

/** The question put to one reporter: all that its count depends on besides its records, so that equal words have equal counts. */
interface MemberQuestion extends KeptCountKey {
  readonly reporter: ReporterPlan;
  readonly question: YearQuestion;
  /** The question in words. */
  readonly words: string;
}

/**
 * What each reporter of an area comes to. A count that was kept is taken when it answers the same question and the logs of the agencies
 * it counted ended, as of the instant, where they ended then: nothing it was counted from can differ. All others are counted and kept.
 */
export async function countMembers(
  database: Database,
  question: YearQuestion,
  { reporters, ends }: { readonly reporters: readonly ReporterPlan[]; readonly ends: readonly LogEnd[] },
): Promise<AreaMember[]> {
  const endOf = new Map(ends.map((end) => [end.agencyId, end]));
  const form = digest(JSON.stringify(question.format));
  const asked = reporters.map((reporter) => memberQuestion(question, { reporter, form, endOf }));
  const known = await loadKeptCounts(database, asked.filter(mayBeKept));
  const missing = asked.filter(({ agencyId }) => !known.has(agencyId));
  const counted = await countAnew(database, missing);
  return asked.map(({ agencyId, reporter }) => ({
    agencyId,
    countedAgencies: reporter.agencies.map((agency) => agency.agencyId),
    kept: JSON.parse(known.get(agencyId) ?? counted.get(agencyId) ?? "null") as KeptTally, // written by countAnew
  }));
}

/**
 * The kept counts that are not what their question gives today, by agency and year: none, unless somebody wrote past us. Each is
 * counted again as of the instant it was counted at. Those of another version of the product are never taken, so they are not looked at.
 */
export async function differingKeptCounts(database: Database): Promise<string[]> {
  const differing: string[] = [];
  for await (const page of allKeptCounts(database)) {
    for (const kept of page) {
      const asked = JSON.parse(kept.question) as AskedInWords; // written by memberQuestion
      const format = formatForYear(kept.year);
      const { reporter, explanations, settings, until } = asked;
      if (asked.product !== PRODUCT_VERSION || asked.format !== format?.id) continue;
      const question = { year: kept.year, until, asOf: kept.asOf, format, explanations, settings };
      const ids = reporter.agencies.map(({ agencyId }) => agencyId);
      const endOf = new Map((await logEnds(database, ids, kept.asOf)).map((end) => [end.agencyId, end]));
      const again = memberQuestion(question, { reporter, form: digest(JSON.stringify(format)), endOf });
      const isAsked = again.asked === kept.asked && again.logEnd === kept.logEnd;
      const count = isAsked ? (await countBatch(database, [again])).get(reporter.agencyId) : undefined;
      if (count !== kept.count) differing.push(`${kept.agencyId} ${kept.year}`);
    }
  }
  return differing;
}

/** What stands in the words of a question, as far as it is read again. */
interface AskedInWords extends Pick<YearQuestion, "until" | "explanations" | "settings"> {
  readonly product: string;
  readonly format: string;
  readonly reporter: ReporterPlan;
}

/** What no log speaks of cannot be known to be the same. */
const mayBeKept = ({ logEnd }: KeptCountKey): boolean => logEnd !== "";

function memberQuestion(
  all: YearQuestion,
  {
    reporter,
    form,
    endOf,
  }: { readonly reporter: ReporterPlan; readonly form: string; readonly endOf: ReadonlyMap<string, LogEnd> },
): MemberQuestion {
  const { year, until, format } = all;
  const agencies = new Set(reporter.agencies.map(({ agencyId }) => agencyId));
  const openings = reporter.openings.filter((opening) => opening.year === year - 1);
  const openers = new Set(openings.map(({ agencyId }) => agencyId));
  const withoutPower = (all.settings.withoutPower ?? []).filter(({ agencyId }) => agencies.has(agencyId));
  const question = {
    ...all,
    explanations: all.explanations.filter(({ agencyId }) => openers.has(agencyId)),
    settings: { ...all.settings, withoutPower },
  };
  const { explanations, settings } = question;
  const asked = { product: PRODUCT_VERSION, format: format.id, form, year, until };
  const words = JSON.stringify({ ...asked, reporter: { ...reporter, openings }, explanations, settings });
  const counted = reporter.agencies.map(({ agencyId }) => endOf.get(agencyId));
  const isLogged = counted.some((end) => end !== undefined && end.length > 0);
  const logEnd = isLogged ? counted.map((end) => `${end?.length ?? 0}:${end?.hash ?? ""}`).join(" ") : "";
  return {
    ...{ agencyId: reporter.agencyId, year, asked: digest(words), logEnd },
    ...{ reporter: { ...reporter, openings }, question, words },
  };
}

const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Counts reporters from their records, a batch at a time, and keeps what each came to. Gives it in words by agency. */
async function countAnew(database: Database, members: readonly MemberQuestion[]): Promise<Map<string, string>> {
  const batches = Array.from({ length: Math.ceil(members.length / AT_ONCE) }, (_, at) =>
    members.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  const counted = new Map<string, string>();
  const countNext = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const counts = await countBatch(database, batch);
      await keepCounts(
        database,
        batch.filter(mayBeKept).map((member) => ({
          ...{ agencyId: member.agencyId, year: member.year, asked: member.asked, logEnd: member.logEnd },
          ...{ asOf: member.question.asOf, question: member.words, count: counts.get(member.agencyId) ?? "" },
        })),
      );
      for (const [agencyId, count] of counts) counted.set(agencyId, count);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, countNext));
  return counted;
}

async function countBatch(database: Database, members: readonly MemberQuestion[]): Promise<Map<string, string>> {
  const [first] = members;
  if (first === undefined) return new Map();
  const { question } = first;
  const ids = members.flatMap(({ reporter }) => reporter.agencies.map(({ agencyId }) => agencyId));
  const openings = members.flatMap(({ reporter }) => reporter.openings);
  const [courses, others] = await Promise.all([
    groupedCourses(database, { ...courseQuestion(question, ids, openings), isByAgency: true }),
    otherRecords(database, question, ids),
  ]);
  const records = { ...others, courses };
  const own = {
    courses: byAgency(records.courses),
    proceedings: byAgency(records.proceedings),
    documents: byAgency(records.documents),
    figures: byAgency(records.figures),
  };
  return new Map(
    members.map(({ agencyId, reporter, question: asked }) => {
      const of = <Kept>(kind: ReadonlyMap<string, Kept[]>): Kept[] =>
        reporter.agencies.flatMap((agency) => kind.get(agency.agencyId) ?? []);
      const register: CountedRecords = {
        courses: of(own.courses),
        proceedings: of(own.proceedings),
        documents: of(own.documents),
        figures: of(own.figures),
      };
      return [agencyId, JSON.stringify(keptTally(countYear({ ...asked, ...reporter }, register)))];
    }),
  );
}

/** The records of each agency, so that a hundred agencies are not looked through a hundred times. */
function byAgency<Kept extends { readonly agencyId: string }>(records: readonly Kept[]): Map<string, Kept[]> {
  const own = new Map<string, Kept[]>();
  for (const record of records) {
    const there = own.get(record.agencyId);
    if (there === undefined) own.set(record.agencyId, [record]);
    else there.push(record);
  }
  return own;
}
