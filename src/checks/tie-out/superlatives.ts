import { CARRIED_OUT, REQUEST } from "../../report/claim-words.js";
import { knownTotal } from "../../report/known-total.js";
import { lastClause, type Statement, statementsOf } from "../../report/narrative.js";
import type { Report } from "../../report/report.js";
import { sureFigureAt } from "../../report/sure-figure.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

const ALL_UPHELD = /(?:均|全部|都|皆|一律)(?:被|获得?|得到|为|予以|是|作出)?(?:结果)?维持|维持率(?:为|达到?)?100%/;
const NONE_CORRECTED =
  /零(?:败诉|纠错|撤销)|(?:无|未|没有)(?:一例|一件|一起|任何|发生|出现|被|有){0,3}(?:行政机关)?(?:败诉|纠错|被纠正|被撤销)|未被[^,;。]{0,10}(?:纠错|纠正|撤销)/;
const ALL_SETTLED =
  /(?:所有|全部|均|都|皆)[^,;。]{0,14}?(?:办结|办理完毕|办理完成|处理完毕|处理完成|办理完结|答复完毕|回复完毕|答复|回复)|(?:办结率|答复率|回复率)(?:均)?(?:为|达到?|达)?100%/;
const IN_TIME = /按时|按期|法定|时限|期限|规定时间|及时|限时/;
const NOT_ALL = /除|其余|已到期|到期的|应答复|应办结|已办结的|(?:办结|办理)的[^,;。]{0,8}申请中/;

/** 答复84件，结转3件: what goes on is told, only not where to. */
const CARRIED_SHORT = /(?<![上去]一?年度?|[上去]一?年度?未办结)结转(?:申请)?\d/;

const ROWS = {
  review: { rows: ["review"], name: "行政复议", words: /(?<!未经|未经行政)复议(?!后)/ },
  suit: { rows: ["direct", "after_review"], name: "行政诉讼", words: /诉讼|起诉|败诉/ },
} as const;

const COLUMNS: ReadonlyMap<string, string> = new Map([
  ["corrected", "结果纠正"],
  ["other", "其他结果"],
  ["pending", "尚未审结"],
]);

const countAt = (report: Report, rows: readonly string[], column: string): number =>
  rows.reduce((sum, row) => sum + (sureFigureAt(report, { table: "review_litigation", row, column }) ?? 0), 0);

/** 「尚未审结 2 件」: the results other than those the words allow. */
function exceptionsOf(report: Report, rows: readonly string[], columns: readonly string[]): string {
  return columns
    .map((column) => ({ name: COLUMNS.get(column) ?? column, count: countAt(report, rows, column) }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 件`)
    .join("、");
}

type Matter = (typeof ROWS)[keyof typeof ROWS];

const RESULT_TOLD = /维持|纠正|撤销|驳回|审结|其他结果|败诉|胜诉/;

/**
 * The matters a superlative speaks of: the one named last before it, and one named earlier unless its results were told in between
 * (行政复议6件，维持4件，纠正2件；行政诉讼2件，均获维持 praises the suits alone).
 */
function mattersOf(statement: Statement, match: RegExpExecArray): Matter[] {
  const before = statement.text.slice(0, match.index);
  const named = Object.values(ROWS)
    .map((matter) => ({ matter, at: before.search(new RegExp(`(?:${matter.words.source})(?!.*(?:${matter.words.source}))`)) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => other.at - one.at);
  const [last, earlier] = named;
  if (last) {
    const isTold =
      earlier === undefined || /;/.test(before.slice(earlier.at, last.at)) || RESULT_TOLD.test(before.slice(earlier.at, last.at));
    return isTold ? [last.matter] : [earlier.matter, last.matter];
  }
  const words = statement.text.slice(match.index);
  return Object.values(ROWS).filter((matter) => matter.words.test(words));
}

/** 均获维持, 零败诉, 全部办结: words that leave no exception, beside a table that shows one. */
export const superlativesTieOut = defineCheck({
  id: "tie-out/superlatives",
  title: "“均”“全部”“零”等说法与表中数字不矛盾",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条第二项、第三项" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    notUpheld: "文中称“{quote}”，表四{matter}却有{exceptions}。",
    corrected: "文中称“{quote}”，表四{matter}却有结果纠正 {count} 件。",
    unsettled: "文中称“{quote}”，表三结转下年度继续办理却有 {count} 件。",
    maybeUnsettled: {
      text: "文中称“{quote}”，表三结转下年度继续办理有 {count} 件。如仅指已到期的申请，请写明。",
      severity: "question",
    },
  },

  *inspect(report) {
    const [rollForward] = report.format.tables.requests.rollForwards;
    const carriedForward = rollForward ? (knownTotal(report, "requests", [rollForward.carriedForward]) ?? 0) : 0;
    for (const statement of statementsOf(report)) {
      if (statement.line.section?.id === "problems") continue;
      const at = (match: RegExpExecArray) =>
        atLine(statement.line, statement.start + match.index, statement.start + match.index + match[0].length);

      const upheld = ALL_UPHELD.exec(statement.text);
      for (const { rows, name } of upheld ? mattersOf(statement, upheld) : []) {
        const exceptions = exceptionsOf(report, rows, ["corrected", "other", "pending"]);
        if (!upheld || exceptions === "") continue;
        const related = rows.map((row) => atCell({ table: "review_litigation", row, column: "upheld" }));
        yield { messageId: "notUpheld", at: at(upheld), related, data: { quote: upheld[0], matter: name, exceptions } };
      }

      const spotless = NONE_CORRECTED.exec(statement.text);
      for (const { rows, name } of spotless && !upheld ? mattersOf(statement, spotless) : []) {
        const count = countAt(report, rows, "corrected");
        if (!spotless || count === 0) continue;
        const related = rows.map((row) => atCell({ table: "review_litigation", row, column: "corrected" }));
        yield { messageId: "corrected", at: at(spotless), related, data: { quote: spotless[0], matter: name, count } };
      }

      const settled = carriedForward > 0 ? ALL_SETTLED.exec(statement.text) : null;
      if (!settled || !rollForward || !speaksOfRequests(statement, settled)) continue;
      const isSure = !IN_TIME.test(settled[0]) && !/率/.test(settled[0]) && !/(?:答复|回复)$/.test(settled[0]);
      const related = [atCell({ table: "requests", row: rollForward.carriedForward, column: "total" })];
      const data = { quote: settled[0], count: carriedForward };
      yield { messageId: isSure ? "unsettled" : "maybeUnsettled", at: at(settled), related, data };
    }
  },
});

/** True when the superlative is about information requests, without exception and without the ones it says go on. */
function speaksOfRequests(statement: Statement, match: RegExpExecArray): boolean {
  const before = statement.text.slice(0, match.index);
  const clause = lastClause(before, ",;。");
  const earlier = before.slice(-60);
  if (/复议|诉讼|建议|提案|信访|热线|留言|投诉|举报|咨询|问政|许可/.test(`${earlier}${match[0]}`)) return false;
  if (
    NOT_ALL.test(`${clause}${match[0]}`) ||
    CARRIED_OUT.test(statement.text) ||
    CARRIED_SHORT.test(statement.text) ||
    /按时(?:办结|答复)率/.test(statement.text)
  )
    return false;
  if (/期限|时限|法定/.test(match[0])) return false;
  return REQUEST.test(`${earlier}${match[0]}`) || (/申请/.test(match[0]) && REQUEST.test(statement.context));
}
