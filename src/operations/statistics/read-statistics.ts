import type { PlainDate } from "../../law/plain-date.js";
import { yearOf } from "../../law/plain-date.js";
import { disclosureItem } from "../../law/publication/disclosure-items.js";
import { CHANNEL_LABELS, REQUESTER_KIND_LABELS } from "../../register/info-request.js";
import { outcomeLabel } from "../../register/outcome-label.js";
import {
  type AgencyStanding,
  agencyStandings,
  answerDays,
  type CountedGroup,
  type CountedYear,
  closedByOutcome,
  type MonthFlow,
  monthFlows,
  type NamedSpread,
  receivedBy,
  spreadByUnit,
} from "../../storage/statistics/case-statistics.js";
import { type CourseStage, type StageSpread, stageSpreads } from "../../storage/statistics/course-statistics.js";
import {
  correctedOutcomes,
  publishedByItem,
  type ReviewCount,
  reviewCounts,
} from "../../storage/statistics/review-statistics.js";
import { refreshSummaries } from "../../storage/stores/refresh-summaries.js";
import { lawOf } from "../cases/own-case.js";
import type { Office } from "../office.js";
import { workingDaysAround, type YearSpan, yearSpan } from "./counted-year.js";
import { keptUntilWritten } from "./kept-statistics.js";

const STAGE_LABELS: Readonly<Record<CourseStage, string>> = {
  allocation: "分办",
  consultation: "等待补正、征求意见、缴费",
  drafting: "查找、审查、拟稿到签发",
  writing: "查找、审查、拟稿到送签",
  signing: "送签到签发",
  service: "签发到送达",
};

/** A count with the words for people. */
export interface LabelledCount {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

/** Items of the Regulations with what was published in each month. */
export interface PublishedItem {
  readonly item: string;
  readonly label: string;
  readonly months: readonly number[];
  readonly total: number;
}

export interface Statistics {
  readonly year: number;
  readonly until: PlainDate;
  /** The first year there is something of. */
  readonly firstYear: number;
  readonly standing: Omit<AgencyStanding, "agencyId" | "firstDay">;
  readonly months: readonly (MonthFlow & { readonly published: number })[];
  readonly channels: readonly LabelledCount[];
  readonly requesters: readonly LabelledCount[];
  readonly outcomes: readonly LabelledCount[];
  /** Answers by the working days they took. */
  readonly days: readonly { readonly days: number; readonly count: number; readonly late: number }[];
  readonly stages: readonly (StageSpread & { readonly label: string })[];
  readonly units: readonly NamedSpread[];
  readonly reviews: readonly (ReviewCount & { readonly label: string })[];
  readonly corrected: readonly LabelledCount[];
  readonly published: readonly PublishedItem[];
}

/**
 * How long requests take and where the time goes, how they end, what reviews corrected, and what was published: a year of an agency, in
 * working days.
 */
export async function readStatistics(
  office: Office,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<Statistics> {
  const span = yearSpan(office, year);
  await refreshSummaries(office.database, agencyId, await lawOf(office, agencyId));
  const key = `statistics ${agencyId} ${year}`;
  return keptUntilWritten(office.database, { key, agencies: [agencyId], day: span.today }, () => count(office, agencyId, span));
}

async function count(office: Office, agencyId: string, span: YearSpan): Promise<Statistics> {
  const { database } = office;
  const { year, from, until, today } = span;
  const days = workingDaysAround(office, span);
  const counted: CountedYear = { agencyId, from, until };
  const [standing] = await agencyStandings(database, days, { agencies: [agencyId], from, until, today });
  const { agencyId: _agency, firstDay, ...figures } = standing ?? { ...NOTHING, agencyId };
  const items = await publishedByItem(database, counted);
  const flows = new Map((await monthFlows(database, counted)).map((flow) => [flow.month, flow]));
  const stages = await stageSpreads(database, days, counted);
  const reviews = await reviewCounts(database, counted);
  const corrected = await correctedOutcomes(database, counted);
  return {
    year,
    until,
    firstYear: firstDay === null ? year : yearOf(firstDay),
    standing: figures,
    months: monthsUntil(year, until).map((month) => ({
      ...(flows.get(month) ?? { month, received: 0, closed: 0 }),
      published: sum(items.filter((one) => one.month === month)),
    })),
    channels: labelled(await receivedBy(database, "channel", counted), new Map(Object.entries(CHANNEL_LABELS))),
    requesters: labelled(await receivedBy(database, "requester_kind", counted), new Map(Object.entries(REQUESTER_KIND_LABELS))),
    outcomes: (await closedByOutcome(database, counted)).map(outcomeCount),
    days: await answerDays(database, days, counted),
    stages: labelledStages(stages),
    units: (await spreadByUnit(database, days, counted)).map((one) => ({ ...one, name: one.name || "公开工作机构" })),
    reviews: reviews.map((one) => ({ ...one, label: one.kind === "reconsideration" ? "行政复议" : "行政诉讼" })),
    corrected: corrected.map((one) =>
      one.name === "" ? { code: "", label: "没有关联的申请", count: one.count } : outcomeCount(one),
    ),
    published: publishedItems(items, monthsUntil(year, until)),
  };
}

const NOTHING = {
  ...{ received: 0, closed: 0, closedLate: 0, extended: 0, open: 0, openLate: 0 },
  ...{ cases: 0, median: null, mean: null, ninth: null, firstDay: null },
};

/** Where some letters were submitted for signature and others not, it is said which are which. */
function labelledStages(stages: readonly StageSpread[]): Statistics["stages"] {
  const isDivided = stages.some(({ stage }) => stage === "signing");
  return stages.map((one) => {
    const label = STAGE_LABELS[one.stage];
    return { ...one, label: isDivided && one.stage === "drafting" ? `${label}（没有在系统里送签的）` : label };
  });
}

function monthsUntil(year: number, until: PlainDate): string[] {
  return Array.from({ length: Number(until.slice(5, 7)) }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`);
}

function publishedItems(rows: Awaited<ReturnType<typeof publishedByItem>>, months: readonly string[]): PublishedItem[] {
  const ids = [...new Set(rows.map(({ item }) => item))];
  return ids.map((item) => {
    const own = rows.filter((row) => row.item === item);
    const label = item === "" ? "未归入法定公开项" : (disclosureItem(item)?.shortName ?? item);
    return { item, label, months: months.map((month) => sum(own.filter((row) => row.month === month))), total: sum(own) };
  });
}

const sum = (rows: readonly { readonly count: number }[]): number => rows.reduce((total, one) => total + one.count, 0);

const labelled = (groups: readonly CountedGroup[], labels: ReadonlyMap<string, string>): LabelledCount[] =>
  groups.map(({ name, count: many }) => ({ code: name, label: labels.get(name) ?? name, count: many }));

const outcomeCount = ({ name, count: many }: CountedGroup): LabelledCount => ({
  code: name,
  label: outcomeLabel(name),
  count: many,
});
