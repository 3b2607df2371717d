import { isOtherPeriod } from "../../report/claim-words.js";
import type { Figure } from "../../report/figures.js";
import type { CellAddress } from "../../report/format.js";
import { labelOf, lastClause, type Statement, statementsOf, wordsAfter } from "../../report/narrative.js";
import type { Report } from "../../report/report.js";
import { hasOpenScope, isGovernmentReport } from "../../report/scope.js";
import { sureFigureAt } from "../../report/sure-figure.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

const PIECES = new Set(["件", "份", "个", "部", "项", "条"]);
const CASES = new Set(["件", "宗", "起", "例", "次", "个", "项"]);
/** 万元 a unit of money makes. */
const MONEY: ReadonlyMap<string, number> = new Map([
  ["万元", 1],
  ["元", 1e-4],
  ["亿元", 1e4],
]);

const MADE = /制定|制发|制订|出台|印发|新制|修订/;
const NOT_OWN_DOCUMENTS =
  /备案|审查|审核|解读|征求|转发|刊登|起草|历年|累计|梳理|清单|规章制度|上级|重大|拟|等文件|其中|开展|评估/;
const NOT_DECISIONS = /公示|公开|发布|信息|事项|复议|诉讼|申请|目录|清单|典型|案例|公告|其中|归集|推送|上传|系统/;

const ROW_DECISIONS: readonly (readonly [row: string, words: RegExp, name: string])[] = [
  ["art20_5.licensing", /行政许可/, "行政许可"],
  ["art20_6.penalty", /行政处罚/, "行政处罚"],
  ["art20_6.coercion", /行政强制/, "行政强制"],
];

const addressOf = (row: string, column: string): CellAddress => ({ table: "proactive", row, column });

interface Told {
  readonly statement: Statement;
  readonly figure: Figure;
  readonly label: string;
  readonly before: string;
}

function* figuresTold(report: Report): Generator<Told> {
  for (const statement of statementsOf(report)) {
    if (statement.line.section?.id === "problems") continue;
    for (const figure of statement.figures) {
      const before = statement.line.text.slice(statement.start, figure.start);
      if (!figure.isExact || isOtherPeriod(before, report.reportYear?.value ?? null)) continue;
      yield { statement, figure, label: labelOf(statement, figure), before };
    }
  }
}

/** The cells a number of rules or documents may stand in, given the words: made, repealed or in force. */
function documentCells(
  report: Report,
  { label, before }: Told,
): { readonly row: string; readonly columns: readonly string[] } | null {
  const row = /规范性文件(?:数量|总数)?$/.test(label)
    ? "art20_1.normative_docs"
    : /规章(?:数量|总数)?$/.test(label)
      ? "art20_1.rules"
      : null;
  const clause = lastClause(before, ";。");
  if (row === null || NOT_OWN_DOCUMENTS.test(clause)) return null;
  const own = report.format.tables.proactive.rows.find(({ id }) => id === row)?.columns ?? [];
  const words = /废止|失效|有效|现行/.test(label) || MADE.test(label) ? label : clause;
  const wanted = /废止|失效/.test(words) ? ["repealed"] : /有效|现行/.test(words) ? ["valid"] : own;
  return { row, columns: wanted.filter((column) => own.includes(column)) };
}

/** Documents made, fees taken and decisions given are told in the narrative as they stand in table two. */
export const proactiveFiguresTieOut = defineCheck({
  id: "tie-out/proactive-figures",
  title: "文中规章、规范性文件、收费、许可、处罚、强制的数字与表二一致",
  basis: [{ instrument: "政府信息公开条例", place: "第二十条、第五十条第一项" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    documentsMade: {
      text: "文中“{quote}”，表二“{name}”为 {expected}，请核对。",
      severity: "warning",
    },
    documents: {
      text: "文中“{quote}”，表二“{name}”各栏为 {expected}，都不相同。请核对，或写明统计口径。",
      severity: "question",
    },
    fees: "文中“{quote}”合 {stated} 万元，表二行政事业性收费为 {expected} 万元。",
    feesUnit: "文中“{quote}”合 {stated} 万元，表二填报 {expected} 万元，相差一万倍，疑表中误以元为单位。",
    decisions: {
      text: "文中“{quote}”，表二“{name}”本年处理决定数量为 {expected}。请核对，或写明统计口径。",
      severity: "question",
    },
  },

  *inspect(report) {
    for (const told of figuresTold(report)) {
      const { statement, figure, label, before } = told;
      const at = atLine(statement.line, figure.start, figure.end);
      const quote = `${label.slice(-20)}${figure.text}`;
      const isOpen = (): boolean => isGovernmentReport(report) || hasOpenScope(report, statement, { label, before });

      const documents = PIECES.has(figure.unit) ? documentCells(report, told) : null;
      if (documents) {
        const { row, columns } = documents;
        const figures = columns.map((column) => sureFigureAt(report, addressOf(row, column)));
        if (figures.length === 0 || figures.includes(null) || figures.includes(figure.value)) continue;
        const name = row === "art20_1.rules" ? "规章" : "规范性文件";
        const isMade = figures.length > 1 && MADE.test(before) && !isOpen();
        const related = columns.map((column) => atCell(addressOf(row, column)));
        if (isMade) yield { messageId: "documentsMade", at, related, data: { quote, name, expected: figures[0] ?? 0 } };
        else yield { messageId: "documents", at, related, data: { quote, name, expected: figures.join("、") } };
        continue;
      }

      const perUnit = MONEY.get(figure.unit);
      if (perUnit !== undefined && /行政事业性收费/.test(label) && !/其中|较|减免|免征|停征|取消|返还|预算|降/.test(before)) {
        const expected = sureFigureAt(report, addressOf("art20_8.fees", "amount_wan"));
        const stated = figure.value * perUnit;
        if (expected === null || Math.abs(stated - expected) <= 10 ** -figure.decimals * perUnit) continue;
        const messageId = Math.abs(stated * 1e4 - expected) <= 1 ? "feesUnit" : "fees";
        const related = [atCell(addressOf("art20_8.fees", "amount_wan"))];
        if (messageId === "feesUnit" || !isOpen()) yield { messageId, at, related, data: { quote, stated, expected } };
        continue;
      }

      const decision = CASES.has(figure.unit) ? ROW_DECISIONS.find(([, words]) => words.test(label)) : undefined;
      if (!decision || NOT_DECISIONS.test(`${before.slice(-30)}${wordsAfter(statement, figure)}`)) continue;
      if (ROW_DECISIONS.filter(([, words]) => words.test(label)).length > 1) continue;
      const [row, , name] = decision;
      const expected = sureFigureAt(report, addressOf(row, "decisions"));
      if (expected === null || expected === figure.value) continue;
      yield { messageId: "decisions", at, related: [atCell(addressOf(row, "decisions"))], data: { quote, name, expected } };
    }
  },
});
