import type { Topic } from "../../report/claim-words.js";
import { type Claim, claimsOf } from "../../report/claims.js";
import { type Enumeration, enumerationsOf } from "../../report/enumerations.js";
import type { Report } from "../../report/report.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

/** Ways to divide the same things: parts of different ways overlap, so their sum says nothing. */
const FACETS: readonly RegExp[] = [
  /网上|网络|互联网|在线|信函|信件|邮寄|邮件|邮箱|当面|现场|窗口|传真|电子/,
  /自然人|个人|公民|企业|法人|组织|科研机构|服务机构|律师/,
  /予以公开|部分公开|不予|无法提供|其他处理|答复|办结|回复|已|转下|结转|撤回/,
  /新收|上年|上一年/,
];
/** One text is often published in several places, so these parts may count it more than once. */
const PLACES = /网站|门户|微信|微博|公众号|客户端|抖音|头条|公报|报纸|电视|广播|新媒体|平台|公开栏|视频号|APP|专栏|政务网/;

const SAME_TEXT_TWICE = /同步(?:发布|推送|公开)|重复(?:发布|计算|统计)|多(?:个)?(?:平台|渠道)(?:同时|同步|发布)/;

const OUTCOMES: readonly Topic[] = ["granted", "partial", "denied", "unable", "notProcessed", "otherOutcome"];

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const isClose = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;
const listed = (values: readonly number[]): string => values.map(String).join("+");

/** True when the parts make the whole, or those before another punctuation mark do: what follows is another matter then. */
function holds({ wholes, parts, sumOfAllUnits }: Enumeration): boolean {
  const targets = [...wholes.map(({ value }) => value), sumOf(wholes.map(({ value }) => value))];
  if (targets.some((target) => isClose(sumOfAllUnits, target))) return true;
  let sum = 0;
  return parts.some(({ figure }, index) => {
    sum += figure.value;
    const mayEnd = index === 0 || index === parts.length - 1 || parts[index + 1]?.divider !== parts[1]?.divider;
    return mayEnd && targets.some((target) => isClose(sum, target));
  });
}

function mixesFacets({ parts, statement }: Enumeration): boolean {
  if (!/申请|复议|诉讼/.test(statement.text)) return false;
  const facets = FACETS.filter((facet) => parts.some(({ label }) => facet.test(label)));
  return facets.length > 1 || (facets.length === 1 && parts.some(({ label }) => facets.every((facet) => !facet.test(label))));
}

type Judgement = "partExceeds" | "sumExceeds" | "sumMayOverlap" | "sumFallsShort" | "sumMayFallShort" | null;

function judge(enumeration: Enumeration): Judgement {
  const { wholes, parts, isClosed, isOpen, isPlain } = enumeration;
  const most = sumOf(wholes.map(({ value }) => value));
  const sum = sumOf(parts.map(({ figure }) => figure.value));
  if (holds(enumeration)) return null;
  const [first] = parts;
  if (first && first.figure.value > most && first.label.length <= 26) return "partExceeds";
  if (!isPlain || parts.length < 2 || mixesFacets(enumeration)) return null;
  if (sum > most && SAME_TEXT_TWICE.test(enumeration.statement.text)) return null;
  if (sum > most) return parts.filter(({ label }) => PLACES.test(label)).length > 1 ? "sumMayOverlap" : "sumExceeds";
  const nearest = wholes[0]?.value ?? 0;
  if (isOpen || sum >= nearest) return null;
  if (isClosed && parts.length > 2) return "sumFallsShort";
  const isNear = nearest - sum <= nearest / (parts.length >= 4 ? 10 : 20);
  return isClosed || isNear ? "sumMayFallShort" : null;
}

/** The outcomes of a passage that name all six groups, or already more cases than were answered, beside the whole told before them. */
function* outcomeSums(
  report: Report,
): Generator<{ first: Claim; last: Claim; whole: Claim; sum: number; isWhole: boolean; values: number[] }> {
  const claims = claimsOf(report).filter(({ isNone }) => !isNone);
  for (const line of new Set(claims.map(({ statement }) => statement.line))) {
    const here = claims.filter(({ statement }) => statement.line === line);
    const outcomes = here.filter(({ topics }) => topics.every((topic) => OUTCOMES.includes(topic)));
    const topics = outcomes.flatMap((claim) => claim.topics);
    const [first] = outcomes;
    const last = outcomes.at(-1);
    const wholes = here.filter(
      (claim) => first && claim.end <= first.start && claim.topics.some((topic) => topic === "received" || topic === "answered"),
    );
    const whole = wholes.at(-1);
    if (!first || !last || !whole || outcomes.length < 2 || new Set(topics).size !== topics.length) continue;
    if (outcomes.some(({ statement }) => /其中/.test(statement.text))) continue;
    const values = outcomes.map(({ value }) => value);
    const sum = sumOf(values);
    const carried = [
      0,
      ...here.filter(({ topics: [topic] }) => topic === "carriedIn" || topic === "carriedOut").map(({ value }) => value),
    ];
    const targets = wholes.flatMap(({ value }) => [
      value,
      ...carried.flatMap((one) => [value - one, value + one, ...carried.map((other) => value + one - other)]),
    ]);
    const isWhole = OUTCOMES.every((topic) => topics.includes(topic));
    if (targets.some((target) => target === sum) || !(isWhole || sum > Math.max(...targets))) continue;
    yield { first, last, whole, sum, isWhole, values };
  }
}

/** Parts told beside their whole make it up, and none is larger than the whole. */
export const partsOfWholeTieOut = defineCheck({
  id: "tie-out/parts-of-whole",
  title: "文中的分项之和与总数一致，分项不大于总数",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    partExceeds: "文中分项 {part}{unit} 大于总数 {whole}{unit}。",
    sumExceeds: "文中总数为 {stated}{unit}，所列分项 {parts} 之和为 {expected}{unit}，多出 {difference}{unit}。",
    sumMayOverlap: {
      text: "文中总数为 {stated}{unit}，所列各渠道 {parts} 之和为 {expected}{unit}。同一信息在多处发布的，请说明是否重复计算。",
      severity: "question",
    },
    sumFallsShort: "文中总数为 {stated}{unit}，所列分项 {parts} 之和为 {expected}{unit}，少了 {difference}{unit}。",
    sumMayFallShort: {
      text: "文中总数为 {stated}{unit}，所列分项 {parts} 之和为 {expected}{unit}，相差 {difference}{unit}，请核对是否漏列。",
      severity: "question",
    },
    outcomesDiffer: "文中办理总数为 {stated} 件，所列各类办理结果 {parts} 之和为 {expected} 件，相差 {difference} 件。",
  },

  *inspect(report) {
    for (const enumeration of enumerationsOf(report)) {
      const messageId = judge(enumeration);
      const [whole] = enumeration.wholes;
      const [first] = enumeration.parts;
      const last = enumeration.parts.at(-1);
      if (messageId === null || !whole || !first || !last) continue;
      const { unit, statement } = enumeration;
      const at = atLine(
        statement.line,
        whole.end <= first.figure.start && whole.start >= statement.start ? whole.start : first.figure.start,
        last.figure.end,
      );
      if (messageId === "partExceeds") {
        yield {
          messageId,
          at: atLine(statement.line, first.figure.start, first.figure.end),
          data: { part: first.figure.value, whole: whole.value, unit },
        };
        continue;
      }
      const values = enumeration.parts.map(({ figure }) => figure.value);
      const expected = sumOf(values);
      const difference = Math.abs(expected - whole.value);
      const data = { stated: whole.value, unit, parts: listed(values), expected };
      if (messageId === "sumMayOverlap") yield { messageId, at, data };
      else yield { messageId, at, data: { ...data, difference } };
    }
    for (const { first, last, whole, sum, values } of outcomeSums(report)) {
      const data = { stated: whole.value, parts: listed(values), expected: sum, difference: Math.abs(whole.value - sum) };
      yield { messageId: "outcomesDiffer", at: atLine(first.statement.line, first.start, last.end), data };
    }
  },
});
