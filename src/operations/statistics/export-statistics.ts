import { type Sheet, writeWorkbook } from "../../writers/workbook/write-workbook.js";
import type { Actor, Office } from "../office.js";
import { type AgencyFigures, readAgenciesBelow } from "./read-agencies-below.js";
import { readStatistics, type Statistics } from "./read-statistics.js";

export interface StatisticsFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

type Rows = Sheet["rows"];
const SPREAD_HEAD = ["件数", "中位数（工作日）", "平均（工作日）", "九成不超过（工作日）"];
const spreadOf = ({ cases, median, mean, ninth }: Pick<AgencyFigures, "cases" | "median" | "mean" | "ninth">) => [
  cases,
  median,
  mean,
  ninth,
];

/** Every table of the statistics of a year as a workbook: numbers only, nothing of a requester. */
export async function exportStatistics(
  office: Office,
  actor: Actor,
  question: { readonly agencyId: string; readonly year: number },
): Promise<StatisticsFile> {
  const statistics = await readStatistics(office, question);
  const title = `政府信息公开统计（${question.year}年）`;
  return { fileName: `统计-${question.year}.xlsx`, bytes: writeWorkbook(sheetsOf(statistics), { title, creator: actor.name }) };
}

function sheetsOf(statistics: Statistics): Sheet[] {
  const { standing, months, channels, requesters, outcomes, days, stages, units, reviews, corrected, published } = statistics;
  const counts = (rows: Statistics["channels"]): Rows => rows.map(({ label, count }) => [label, count]);
  return [
    list("概况", ["指标", "数"], standingRows(standing)),
    list(
      "按月",
      ["月份", "收到", "办结", "主动公开"],
      months.map(({ month, received, closed, published: many }) => [month, received, closed, many]),
    ),
    list("收到渠道", ["渠道", "件数"], counts(channels)),
    list("申请人类别", ["类别", "件数"], counts(requesters)),
    list(
      "办理用时",
      ["工作日", "件数", "其中超期"],
      days.map((one) => [one.days, one.count, one.late]),
    ),
    list(
      "时间去向",
      ["环节", ...SPREAD_HEAD, "摊到每件（工作日）"],
      stages.map((one) => [one.label, ...spreadOf(one), one.share]),
    ),
    list(
      "承办机构",
      ["承办机构", ...SPREAD_HEAD],
      units.map((one) => [one.name, ...spreadOf(one)]),
    ),
    list("办理结果", ["结果", "件数"], counts(outcomes)),
    list(
      "复议诉讼",
      ["类别", "新收", "维持", "纠正", "其他", "未审结"],
      reviews.map((one) => [one.label, one.filed, one.upheld, one.corrected, one.other, one.pending]),
    ),
    list("纠正的答复", ["原办理结果", "件数"], counts(corrected)),
    list(
      "主动公开",
      ["法定公开项", ...months.map(({ month }) => month), "合计"],
      published.map(({ label, months: many, total }) => [label, ...many, total]),
    ),
  ];
}

function standingRows(standing: Statistics["standing"]): Rows {
  return [
    ["收到", standing.received],
    ["办结", standing.closed],
    ["其中超期", standing.closedLate],
    ["其中延期", standing.extended],
    ["在办", standing.open],
    ["其中已逾期", standing.openLate],
    ["答复用时中位数（工作日）", standing.median],
    ["答复用时平均（工作日）", standing.mean],
    ["九成答复不超过（工作日）", standing.ninth],
  ];
}

const REPORT_LABELS: Readonly<Record<AgencyFigures["report"], string>> = { released: "已发布", frozen: "已定稿", none: "未定稿" };

/** The agencies below as a workbook. */
export async function exportAgenciesBelow(
  office: Office,
  actor: Actor,
  question: { readonly agencyId: string; readonly year: number },
): Promise<StatisticsFile> {
  const { agencies } = await readAgenciesBelow(office, actor, question);
  const head = ["机关", "收到", "办结", "超期办结", "延期", "在办", "已逾期", ...SPREAD_HEAD, "主动公开", "年度报告"];
  const rows = agencies.map((one) => [
    ...[one.name, one.received, one.closed, one.closedLate, one.extended, one.open, one.openLate],
    ...spreadOf(one),
    ...[one.published, REPORT_LABELS[one.report]],
  ]);
  const title = `下级机关政府信息公开统计（${question.year}年）`;
  return {
    fileName: `下级机关统计-${question.year}.xlsx`,
    bytes: writeWorkbook([list("下级机关", head, rows)], { title, creator: actor.name }),
  };
}

function list(name: string, head: readonly string[], rows: Rows): Sheet {
  return { name, layout: "list", rows: [[...head], ...rows], widths: head.map((_, at) => (at === 0 ? 32 : 16)) };
}
