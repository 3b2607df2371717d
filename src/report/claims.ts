import {
  ANSWERED,
  BARE_REQUEST,
  CARRIED_IN,
  CARRIED_OUT,
  DIFFERENCE,
  EVERY_APPLICANT,
  isOtherPeriod,
  OTHER_MATTER,
  OUTCOMES,
  PART_OF_REQUESTS,
  RECEIVED,
  REQUEST,
  SINGLE_RESULT,
  type Topic,
} from "./claim-words.js";
import type { Figure } from "./figures.js";
import { labelOf, remarkAfter, type Statement, statementsOf, wordsAfter } from "./narrative.js";
import type { Report } from "./report.js";
import { hasOpenScope } from "./scope.js";

/** A figure of the narrative that has its place in the tables, or the statement that there was none. */
export interface Claim {
  /** What it counts; several when one figure counts them together: 予以公开及部分公开258件. */
  readonly topics: readonly Topic[];
  readonly value: number;
  readonly statement: Statement;
  /** Offsets into statement.line.text. */
  readonly start: number;
  readonly end: number;
  /** The words that say what is counted. */
  readonly label: string;
  /** True when another scope than that of the table may be meant: 本级, 区政府办, 备案. */
  readonly hasOpenScope: boolean;
  /** True when the words say new requests only; false when they include those brought forward; null when they say neither. */
  readonly isNewOnly: boolean | null;
  /** True when it is told in words: 未收到. */
  readonly isNone: boolean;
}

const COUNT_UNITS = new Set(["件", "宗", "起", "条", "份", "个", "项", "例", "次", "件次", "人次", "批", "封", "笔"]);

/** 制作信息68条，主动公开62条，不予公开2条: what was published or kept back counts documents, not requests. */
const COUNTS_PUBLISHED =
  /主动公开(?:类|的|属性)?(?:信息|公文|文件)?(?:共|有|为|:)?\d+[条件份篇个](?![^;。]*(?:收到|受理|接到|公开申请))/;

/** 予以公开2件, or 2件予以公开、3件信息不存在: then the words before the next figure belong to the one before them. */
function outcomesOf(label: string, after: string): Topic[] {
  const isBehind = label === "" || label.endsWith("、") || /(?:其中|[,、:])$/.test(label);
  const words = isBehind ? (OUTCOME_BEHIND.exec(after)?.[0] ?? "") : label;
  return OUTCOMES.filter(([, pattern]) => pattern.test(words)).map(([outcome]) => outcome);
}

const OUTCOME_BEHIND = /^(?:已|均|依法|决定|属于|为){0,2}(?:不予公开|部分公开|予以部分公开|予以公开|无法提供|不予处理|其他处理)$/;

function requestTopic(statement: Statement, figure: Figure, label: string): Topic[] {
  const after = wordsAfter(statement, figure);
  const around = `${label}${after}`;
  const named = REQUEST.test(around);
  const inContext = REQUEST.test(statement.text.slice(0, figure.start - statement.start)) || REQUEST.test(statement.context);
  if (/资金|经费|预算|项目|资产/.test(around)) return [];
  if (CARRIED_IN.test(label) && (named || inContext) && !/收到|受理|新收/.test(label)) return ["carriedIn"];
  if ((CARRIED_OUT.test(label) || CARRIED_OUT.test(after)) && (named || inContext) && !/上一?年|收到|受理/.test(label))
    return ["carriedOut"];
  const outcomes = outcomesOf(label, after);
  if (outcomes.length > 0) {
    const isOther =
      COUNTS_PUBLISHED.test(statement.text.slice(0, figure.start - statement.start)) ||
      /主动公开|目录|建议|提案|复文|审查|认定|属性|处罚|许可|文件|预算|决算|项目|补贴|复议|诉讼/.test(label) ||
      (SINGLE_RESULT.test(label) && !label.includes("等"));
    return isOther || !(named || inContext) ? [] : outcomes;
  }
  const words = around.replace(EVERY_APPLICANT, "").replace(/(?:政府|政务)信息/g, "信息");
  if (OTHER_MATTER.test(words) || PART_OF_REQUESTS.test(words) || DIFFERENCE.test(label) || /未收到|没有收到|未受理/.test(label))
    return [];
  if (/其中|包括/.test(statement.text.slice(0, figure.start - statement.start))) return [];
  if (!named && !(inContext && BARE_REQUEST.test(label)) && !(inContext && after.startsWith("申请"))) return [];
  if (RECEIVED.test(label) || (ANSWERED.test(label) && RECEIVED.test(around))) return ["received"];
  return ANSWERED.test(label) ? ["answered"] : [];
}

const COMPLAINT_GUARD =
  /一审|二审|再审|上诉|听证|出庭|培训|建议书|意见书|会议|纠错|纠正|撤销|维持|驳回|未审结|审结|败诉|胜诉|其他结果|终止|和解|同期|去年/;

const OGI = /信息公开|依申请|申请公开/;

/** What a figure beside 复议 or 诉讼 counts, when the sentence speaks of information disclosure. */
function complaintTopic(statement: Statement, figure: Figure, label: string): Topic[] {
  const words = `${label}${wordsAfter(statement, figure)}`;
  const isOgi = OGI.test(statement.text) || /依申请/.test(statement.context) || OGI.test(statement.context.slice(-80));
  if (!/信息公开|申请公开/.test(statement.text) && /办理|审理|受理|代理|应诉/.test(statement.text)) return [];
  // An office of justice counts the cases it decided or pleaded: 办理行政复议案件46件（其中政府信息公开类2件）.
  if (!/信息公开|申请公开|依申请/.test(words) && /办理|审理|代理|应诉/.test(words)) return [];
  if (!isOgi || COMPLAINT_GUARD.test(words) || DIFFERENCE.test(label)) return [];
  if (/未经(?:行政)?复议|直接起诉/.test(words)) return ["directSuit"];
  if (/复议后(?:再)?(?:起诉|诉讼|提起)|经复议/.test(words)) return ["suitAfterReview"];
  if (/建议|提案|培训|申请公开的|机关$/.test(words)) return [];
  const topics: Topic[] = [];
  if (/复议(?!机关|决定|机构|后|前|局)/.test(words)) topics.push("review");
  if (/诉讼|起诉/.test(words)) topics.push("suit");
  return topics;
}

function* figureClaims(report: Report, statement: Statement): Generator<Claim> {
  for (const figure of statement.figures) {
    if (!figure.isExact || !COUNT_UNITS.has(figure.unit)) continue;
    const label = labelOf(statement, figure);
    // 办结一件申请、解决一个问题 is a slogan, not a count.
    if (figure.text.startsWith("一") && !/(?:收到|受理|共|有|为|计)$/.test(label)) continue;
    const before = statement.line.text.slice(statement.start, figure.start);
    if (isOtherPeriod(before.replace(CARRIED_OUT, "").replace(CARRIED_IN, ""), report.reportYear?.value ?? null)) continue;
    const request = requestTopic(statement, figure, label);
    const topics = request.length > 0 ? request : complaintTopic(statement, figure, label);
    if (topics.length === 0) continue;
    const remark = remarkAfter(statement, figure);
    const saysCarried =
      CARRIED_IN.test(label) || /^(?:其中)?(?:含|包括|包含)[^,;]{0,4}(?:上|去)一?年|^(?:含|包括)结转/.test(remark);
    yield {
      topics,
      value: figure.value,
      statement,
      start: figure.start,
      end: figure.end,
      label,
      get hasOpenScope() {
        return hasOpenScope(report, statement, { label, before }) || (request.length === 0 && !OGI.test(statement.text));
      },
      isNewOnly: saysCarried ? false : /新收|新增/.test(label) ? true : null,
      isNone: false,
    };
  }
}

const NO_REQUEST =
  /(?:未|没有|无|暂无)(?:曾)?(?:收到|接到|受理|接收|发生|出现|产生|有|涉及|办理)?(?:和处理|或处理|及处理|过|任何|相关|有关|一件|1件|社会公众|公众|公民|提出|关于|的){0,3}(?:公民、?法人(?:或者|或|和|及|与)?(?:其他|其它)组织(?:提出的?|的)?)?(?:(?:政府|政务)?信息(?:依申请)?公开(?:的)?申请|(?:政府|政务)?信息依申请公开|依申请(?:政府|政务)?(?:信息)?公开|公开申请|申请(?:政府|政务)?(?:信息)?公开)/g;
/** 未收到申请, under the heading of requests or after their name. */
const NO_BARE_REQUEST =
  /(?:未|没有|暂无|无)(?:曾)?(?:收到|接到|受理|接收)(?:过|到|任何|相关|有关|公民|个人|单位|群众|和|与|或|的){0,5}申请(?=[,;。]|$)/g;
const NO_REQUEST_AFTER =
  /^[^,;。]{0,12}(?:引起|引发|导致|而|被|复议|诉讼|投诉|举报|收费|费用|超期|逾期|败诉|纠错|不予|答复|延期|渠道|专栏|制度|平台|工作|指南|的情况下)/;
const NO_COMPLAINT =
  /(?:未|没有|无|暂无|不存在|不涉及)(?!经|审结|被复议|按|及时|能|结|到期|法|效|关|偿)[^,;。]{0,40}?(?:行政复议|行政诉讼|复议|诉讼)(?:(?:案件|申请|事项)?(?:及|和|与|或|、|以及)(?:提起)?(?:行政)?(?:复议|诉讼))?/g;
const NO_COMPLAINT_AFTER = /^[^,;。]{0,14}(?:纠|败诉|撤销|违法|责令|超期|逾期|未审结|支持|维持|机关|决定|培训)/;

function* noneClaims(report: Report, statement: Statement): Generator<Claim> {
  const found = (match: RegExpMatchArray, topics: readonly Topic[]): Claim | null => {
    const start = statement.start + (match.index ?? 0);
    const before = statement.text.slice(0, match.index ?? 0);
    if (isOtherPeriod(before, report.reportYear?.value ?? null)) return null;
    const label = match[0];
    return {
      topics,
      value: 0,
      statement,
      start,
      end: start + label.length,
      label,
      get hasOpenScope() {
        return hasOpenScope(report, statement, { label, before });
      },
      isNewOnly: null,
      isNone: true,
    };
  };
  if (!/[未无没不]/.test(statement.text)) return;
  for (const match of statement.text.matchAll(NO_REQUEST)) {
    const after = statement.text.slice((match.index ?? 0) + match[0].length);
    const claim = NO_REQUEST_AFTER.test(after) ? null : found(match, ["received"]);
    if (claim) yield claim;
  }
  for (const match of statement.text.matchAll(NO_BARE_REQUEST)) {
    const before = statement.text.slice(0, match.index);
    const isOfRequests = REQUEST.test(before) || REQUEST.test(statement.context.slice(-60));
    const isOfAll = !/(?:收到|受理|接到)[^,;。]{0,20}\d/.test(`${before}${statement.text.slice(match.index + match[0].length)}`);
    const claim = isOfRequests && isOfAll && !OTHER_MATTER.test(before.slice(-12)) ? found(match, ["received"]) : null;
    if (claim) yield claim;
  }
  for (const match of statement.text.matchAll(NO_COMPLAINT)) {
    const after = statement.text.slice((match.index ?? 0) + match[0].length);
    if (NO_COMPLAINT_AFTER.test(after) || /纠|败诉|机关|未按|未及时|执法|处罚|许可|征收|拆迁|合同|\d/.test(match[0])) continue;
    const topics: Topic[] = [];
    if (match[0].includes("复议")) topics.push("review");
    if (match[0].includes("诉讼")) topics.push("suit");
    const claim = found(match, topics);
    if (claim) yield claim;
  }
}

const known = new WeakMap<Report, readonly Claim[]>();

/** Every figure of the narrative that has its place in tables three and four, in printed order. Worked out once a report. */
export function claimsOf(report: Report): readonly Claim[] {
  const ready = known.get(report);
  if (ready) return ready;
  const claims = statementsOf(report)
    .filter(({ line }) => line.section?.id !== "problems")
    .flatMap((statement) => [...figureClaims(report, statement), ...noneClaims(report, statement)]);
  known.set(report, claims);
  return claims;
}
