import { CHANNEL_LABELS } from "../register/info-request.js";
import { columnLabel, type Format } from "../report/format.js";
import { type DraftParagraph, text } from "./report-draft.js";
import { type TallyResult, talliedValue } from "./tally-result.js";
import type { ColumnCount, YearFacts } from "./year-facts.js";

export interface OverviewMatter {
  readonly agency: string;
  readonly isGovernment: boolean;
  readonly format: Format;
  readonly tally: TallyResult;
  readonly facts: YearFacts;
}

const toWrite = (id: string, hint: string): DraftParagraph => ({ kind: "to-write", id, hint, isRequired: true });

/**
 * A first draft of section one in its five parts (国办公开办函〔2021〕30号): figures where the register has them, and a place to write
 * where it has not. Every figure is the one of the tables.
 */
export function overviewText(matter: OverviewMatter): DraftParagraph[] {
  return [
    toWrite("overview.lead", `写明${matter.tally.year}年政府信息公开工作的总体情况（部署、重点、成效）。`),
    ...proactiveDisclosure(matter),
    ...disclosureUponRequest(matter),
    text("（三）政府信息管理"),
    toWrite("overview.management", "写明信息发布审核、保密审查、公开属性认定、规范性文件清理和已公开信息动态调整的情况。"),
    ...platform(matter),
    ...supervision(matter),
  ];
}

/** A count of the tables; null for a blank. */
const valueAt = ({ tally }: OverviewMatter, table: "proactive" | "requests" | "review_litigation", row: string, column: string) =>
  talliedValue(tally, { table, row, column });

function proactiveDisclosure(matter: OverviewMatter): DraftParagraph[] {
  const { facts, tally } = matter;
  const documents = documentSentence(matter);
  const { published } = facts;
  const paragraphs: DraftParagraph[] = [text("（一）主动公开")];
  if (published !== null) {
    const total = published.reduce((sum, { items }) => sum + items, 0);
    const parts = inWords(published, "条");
    const words = `${tally.year}年主动公开政府信息${total}条${parts === "" ? "" : `，其中${parts}`}。${documents}`;
    paragraphs.push(text(words, "overview.proactive-counted"));
  } else {
    if (documents !== "") paragraphs.push(text(documents, "overview.proactive-counted"));
    paragraphs.push(
      toWrite("overview.proactive", "写明主动公开政府信息的条数，按栏目分列；说明政策解读、重点领域信息公开情况。"),
    );
  }
  return paragraphs;
}

/** The documents of table two in words, as far as their cells are filled. */
function documentSentence(matter: OverviewMatter): string {
  const row = "art20_1.normative_docs";
  const at = (column: string): number | null => valueAt(matter, "proactive", row, column);
  const said = [
    [at("made"), "制发行政规范性文件"],
    [at("repealed"), "废止"],
    [at("valid"), "现行有效"],
  ].flatMap(([value, words]) => (value === null ? [] : [`${words}${value}件`]));
  return said.length === 0 || matter.format.id === "f2019" ? "" : `本年${said.join("，")}。`;
}

const inWords = (counts: readonly ColumnCount[], unit: string): string =>
  counts
    .filter(({ items }) => items > 0)
    .map(({ name, items }) => `${name}${items}${unit}`)
    .join("、");

const GROUPS: readonly (readonly [prefix: string, words: string])[] = [
  ["granted", "予以公开"],
  ["partial", "部分公开"],
  ["denied.", "不予公开"],
  ["unable.", "无法提供"],
  ["rejected.", "不予处理"],
  ["other", "其他处理"],
];

function disclosureUponRequest(matter: OverviewMatter): DraftParagraph[] {
  const { facts, tally, format } = matter;
  const at = (row: string): number => valueAt(matter, "requests", row, "total") ?? 0;
  const [received, carriedIn, settled, carriedOut] = [
    at("new_received"),
    at("carried_in"),
    at("results_total"),
    at("carried_out"),
  ];
  const heading = text("（二）依申请公开");
  if (received + carriedIn === 0) {
    const words = `${tally.year}年未收到政府信息公开申请，没有上年结转的申请。${complaintSentence(matter)}`;
    return [heading, text(words, "overview.requests-counted")];
  }
  const carried = carriedIn === 0 ? "，没有上年结转的申请" : `，上年结转${carriedIn}件`;
  const sentences = [`${tally.year}年新收政府信息公开申请${received}件${carried}。`];
  const channels = facts.requests.byChannel.map(({ channel, pieces }) => `${CHANNEL_LABELS[channel]}${pieces}件`);
  if (channels.length > 0) sentences.push(`新收申请中，${channels.join("，")}。`);
  const requesters = (format.tables.requests.crossFootings[0]?.parts ?? []).flatMap((column) => {
    const value = valueAt(matter, "requests", "new_received", column) ?? 0;
    return value === 0 ? [] : [`${requesterName(format, column)}${value}件`];
  });
  if (requesters.length > 0) sentences.push(`按申请人分，${requesters.join("，")}。`);
  sentences.push(resultSentence(matter, settled, carriedOut));
  const { meanWorkingDays, extended } = facts.requests;
  if (meanWorkingDays !== null) {
    const late = extended === 0 ? "" : `，其中经批准延长答复期限的有${extended}件`;
    sentences.push(`从收到到办结平均用时${meanWorkingDays}个工作日${late}。`);
  }
  return [
    heading,
    text(sentences.join(""), "overview.requests-counted"),
    text(complaintSentence(matter), "overview.complaints-counted"),
  ];
}

/** 其他 alone would not say what kind. */
function requesterName(format: Format, column: string): string {
  return column === "other_org" ? "其他组织" : columnLabel(format.tables.requests, column);
}

function resultSentence(matter: OverviewMatter, settled: number, carriedOut: number): string {
  const parts = matter.format.tables.requests.footings[0]?.parts ?? [];
  const groups = GROUPS.flatMap(([prefix, words]) => {
    const rows = parts.filter((row) => row === prefix || row.startsWith(prefix));
    const sum = rows.reduce((total, row) => total + (valueAt(matter, "requests", row, "total") ?? 0), 0);
    return sum === 0 ? [] : [`${words}${sum}件`];
  });
  const rest = carriedOut === 0 ? "没有结转下年度继续办理的申请" : `结转下年度继续办理${carriedOut}件`;
  return settled === 0 ? `本年没有办结的申请，${rest}。` : `办结${settled}件，其中${groups.join("、")}；${rest}。`;
}

/** Reconsiderations and suits as table four has them. */
function complaintSentence(matter: OverviewMatter): string {
  const at = (row: string): number => valueAt(matter, "review_litigation", row, "total") ?? 0;
  const [reviews, suits] = [at("review"), at("direct") + at("after_review")];
  if (reviews + suits === 0) return "未发生因政府信息公开工作引起的行政复议、行政诉讼。";
  if (suits === 0) return `因政府信息公开工作被申请行政复议${reviews}件，未发生行政诉讼。`;
  if (reviews === 0) return `因政府信息公开工作被提起行政诉讼${suits}件，未发生行政复议。`;
  return `因政府信息公开工作被申请行政复议${reviews}件、被提起行政诉讼${suits}件。`;
}

function platform({ facts }: OverviewMatter): DraftParagraph[] {
  const heading = text("（四）政府信息公开平台建设");
  const rest = toWrite("overview.platform", "写明政府网站信息公开专栏、政务新媒体、公开查阅点等平台的建设和维护情况。");
  if (facts.channels === null) return [heading, rest];
  const counts = inWords(facts.channels, "条");
  return counts === "" ? [heading, rest] : [heading, text(`各平台发布信息：${counts}。`, "overview.platform-counted"), rest];
}

function supervision({ facts, isGovernment }: OverviewMatter): DraftParagraph[] {
  const paragraphs: DraftParagraph[] = [text("（五）监督保障")];
  const { trainings, proposals } = facts;
  const sentences: string[] = [];
  if (trainings !== null) {
    const { held, people } = trainings;
    sentences.push(held === 0 ? "本年没有举办政府信息公开培训。" : `举办政府信息公开培训${held}次，参加${people}人次。`);
  }
  if (proposals !== null) {
    const told = [proposalWords("人大代表建议", proposals.congress), proposalWords("政协提案", proposals.conference)].join("；");
    sentences.push(`${told}。`);
  }
  if (sentences.length > 0) paragraphs.push(text(sentences.join(""), "overview.supervision-counted"));
  const missing = [
    trainings === null ? ["业务培训"] : [],
    proposals === null ? ["人大代表建议、政协提案办理结果公开"] : [],
  ].flat();
  // 条例 第五十条: governments at every level also report these three.
  const assessment = isGovernment ? ["工作考核、社会评议和责任追究结果（条例第五十条）"] : ["考核、社会评议情况"];
  paragraphs.push(toWrite("overview.supervision", `写明机构人员、制度、${[...missing, ...assessment].join("、")}。`));
  return paragraphs;
}

function proposalWords(name: string, { handled, satisfied }: { readonly handled: number; readonly satisfied: number }): string {
  return handled === 0 ? `本年没有承办${name}` : `办理${name}${handled}件，表示满意的${satisfied}件`;
}
