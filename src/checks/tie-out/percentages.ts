import type { Figure } from "../../report/figures.js";
import { knownTotal } from "../../report/known-total.js";
import { labelOf, type Statement, statementsOf } from "../../report/narrative.js";
import type { Report } from "../../report/report.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

const COUNT = new Set(["件", "宗", "起", "条", "份", "个", "项", "例", "次", "篇", "期", "人次", "家"]);
// 占全市总量的5% is a share of something the report does not tell.
const SHARE =
  /^[,、]?\(?(?:约?占(?:比|总|全部|申请|受理|答复|办结|办理|收到|主动公开|政府|信息|公开|数|量|件|的|为|例|达|到){0,12}|比例?为?)?$/;
const GROWTH =
  /(?:同比|较上?去?年|比上?去?年|较上一年|比上一年|与上年相比|较前一年)[^,;。\d]{0,8}(增长|上升|增加|提高|增幅|下降|减少|降低|回落)[^,;。\d]{0,3}$/;
// Words between would name another subject: 答复263件，申请量同比上升1.52%.
const OWN_GROWTH = /^[,、(]?(?:数量|总量|总数|件数|总体)?(?:同比|较|比|与)/;
// 比上年增加1件，增长25%
const CHANGE_IN_PERCENT = /^[,、(]?(?:同比)?(增长|上升|增加|提高|增幅|增速|下降|减少|降低|回落|降幅)(?:率)?(?:了|为|达|约)?$/;
const FALLS = /下降|减少|降低|回落|降幅/;

/** Half a unit would be rounding; a whole one also allows what was cut off. */
const tolerance = (figure: Figure): number => 10 ** -figure.decimals + 1e-9;

const rounded = (value: number, decimals: number): string => value.toFixed(Math.max(decimals, 1));

interface Share {
  readonly statement: Statement;
  readonly part: Figure;
  readonly percent: Figure;
}

function sharesOf(statements: readonly Statement[]): Share[] {
  return statements.flatMap((statement) =>
    statement.figures.flatMap((percent, index) => {
      const part = statement.figures[index - 1];
      if (percent.unit !== "%" || !percent.isExact || !part?.isExact || !COUNT.has(part.unit)) return [];
      const gap = statement.line.text.slice(part.end, percent.start);
      return SHARE.test(gap) && /占|\(|比/.test(gap) ? [{ statement, part, percent }] : [];
    }),
  );
}

const isShareOf = (whole: number, { part, percent }: Share): boolean =>
  whole > 0 && Math.abs((part.value / whole) * 100 - percent.value) < tolerance(percent);

/** The totals of table three a share may be counted on without the text saying so. */
function tableTotals(report: Report): number[] {
  const [rows] = report.format.tables.requests.rollForwards;
  if (!rows) return [];
  const totals = [rows.received, rows.broughtForward, rows.resolved].map((row) => knownTotal(report, "requests", [row]) ?? 0);
  const [received = 0, broughtForward = 0] = totals;
  return [...totals, received + broughtForward].filter((total) => total > 0);
}

/** Every whole a share may have: any figure of the passage that is not smaller, what several add up to, and the table's totals. */
function wholesFor(report: Report, { statement, part }: Share, line: readonly Statement[]): { told: number[]; all: number[] } {
  const figures = line.flatMap(({ figures: own }) => own);
  const near = line.slice(0, line.indexOf(statement) + 1).slice(-2);
  const mayBeWhole = (figure: Figure): boolean => figure !== part && figure.unit === part.unit && figure.value >= part.value;
  const told = near.flatMap(({ figures: own }) => own.filter(mayBeWhole)).map(({ value }) => value);
  const elsewhere = figures.filter(mayBeWhole).map(({ value }) => value);
  const beside = statement.figures.filter(({ unit }) => unit === part.unit).map(({ value }) => value);
  const sum = beside.reduce((total, value) => total + value, 0);
  const hasInexact = figures.some(({ unit, isExact }) => unit === part.unit && !isExact);
  return { told: hasInexact ? [] : told, all: [...elsewhere, sum, ...tableTotals(report)] };
}

interface Growth {
  readonly statement: Statement;
  readonly value: Figure;
  readonly percent: Figure;
  readonly rate: number;
}

/** True when a figure is the change from last year to this one, told right after this year's: 收到4件，比上年增加1件. */
function isChange(statement: Statement, value: Figure): boolean {
  const earlier = statement.figures[statement.figures.indexOf(value) - 1];
  return (
    earlier?.isExact === true &&
    earlier.unit === value.unit &&
    /(?:较|比|同比)[^,;。\d]{0,8}(?:增加|增长|减少|下降|多|少)[^\d]{0,2}$/.test(
      statement.line.text.slice(earlier.end, value.start),
    )
  );
}

/** True when the words right before a figure put it into the year before: 较2022年（352条）, 去年同期352条. */
const isOfYearBefore = ({ line }: Statement, figure: Figure): boolean =>
  /(?:较|比|与)(?:20\d\d年度?|[去上]一?年度?)(?:同期)?的?\(?$/.test(
    line.text.slice(Math.max(0, figure.start - 12), figure.start),
  );

function* growthsOf(statement: Statement): Generator<Growth> {
  for (const [index, percent] of statement.figures.entries()) {
    const value = statement.figures[index - 1];
    if (percent.unit !== "%" || !percent.isExact || !value?.isExact || !COUNT.has(value.unit)) continue;
    // 去年同期为9件，同比减少33.3%: the figure is the base.
    if (/[去上]一?年|同期/.test(labelOf(statement, value)) && !isChange(statement, value)) continue;
    const gap = statement.line.text.slice(value.end, percent.start);
    const words = GROWTH.exec(gap) ?? (isChange(statement, value) ? CHANGE_IN_PERCENT.exec(gap) : null);
    if (!words || !(OWN_GROWTH.test(gap) || CHANGE_IN_PERCENT.test(gap))) continue;
    yield { statement, value, percent, rate: (FALLS.test(words[1] ?? "") ? -1 : 1) * percent.value };
  }
}

/** True when no whole number of last year gives the rate that is told. */
function hasNoBase({ value, percent, rate }: Growth): boolean {
  const [low, high] = [rate - tolerance(percent), rate + tolerance(percent)];
  if (low <= -100) return false;
  const [least, most] = [value.value / (1 + high / 100), value.value / (1 + low / 100)];
  return Math.floor(most) < Math.ceil(least);
}

/** Last year's figure of the same kind as the one told: new requests, or with those brought forward, or those settled. */
function lastYearOf(report: Report, previous: Report | null, value: number): number | null {
  const [rows] = report.format.tables.requests.rollForwards;
  if (!rows || previous === null) return null;
  const kinds = [[rows.received], [rows.received, rows.broughtForward], [rows.resolved]];
  const kind = kinds.find((wanted) => knownTotal(report, "requests", wanted) === value);
  return kind ? knownTotal(previous, "requests", kind) : null;
}

/** A percentage follows from the figures beside it, and a growth rate from this year's figure and last year's. */
export const percentagesTieOut = defineCheck({
  id: "tie-out/percentages",
  title: "文中的百分比和增长率能由数字算出",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    share: "文中 {part} 占 {stated}%，按文中总数 {whole} 计算应为 {expected}%。",
    growth: { text: "文中 {value} 同比变化 {stated}%，上年为 {base}，应为 {expected}%。", severity: "warning" },
    growthAndChange: { text: "文中 {value} 比上年变化 {change}，应为 {expected}%，而文中为 {stated}%。", severity: "warning" },
    growthOnBase: { text: "文中上年为 {value}，变化 {change}，应为 {expected}%，而文中为 {stated}%。", severity: "warning" },
    noBase: { text: "文中 {value} 同比变化 {stated}%：上年为任何整数都算不出这个比率，请核对。", severity: "warning" },
  },

  *inspect(report, { previous }) {
    const statements = statementsOf(report);
    const shares = sharesOf(statements);
    for (const share of shares) {
      const { statement, part, percent } = share;
      const line = statements.filter((other) => other.line === statement.line);
      const { told, all } = wholesFor(report, share, line);
      if (told.length === 0 || all.some((whole) => isShareOf(whole, share))) continue;
      const siblings = shares.filter((other) => other.statement === statement);
      const fits = (whole: number): number => siblings.filter((sibling) => isShareOf(whole, sibling)).length;
      const whole = told.reduce((best, one) => (fits(one) > fits(best) ? one : best), told[0] ?? 0);
      const expected = rounded((part.value / whole) * 100, percent.decimals);
      const data = { part: part.text, stated: percent.value, whole: `${whole}${part.unit}`, expected };
      yield { messageId: "share", at: atLine(statement.line, part.start, percent.end), data };
    }
    for (const growth of statements.flatMap((statement) => [...growthsOf(statement)])) {
      const { statement, value, percent, rate } = growth;
      const at = atLine(statement.line, value.start, percent.end);
      const index = statement.figures.indexOf(value);
      const earlier = statement.figures[index - 1];
      const fromChange =
        earlier?.isExact === true &&
        earlier.unit === value.unit &&
        /(?:增加|增长|减少|下降|多|少)[^\d]{0,2}$/.test(labelOf(statement, value));
      // 较2022年（352条）增加34条，同比增长9.66%: the base stands beside the change, so all three are at hand.
      if (fromChange && isOfYearBefore(statement, earlier)) {
        if (Math.abs((value.value / earlier.value) * 100 - percent.value) < tolerance(percent)) continue;
        const expected = rounded((value.value / earlier.value) * 100, percent.decimals);
        const data = { value: earlier.text, change: value.text, stated: percent.value, expected };
        if (earlier.value > 0) yield { messageId: "growthOnBase", at, data };
        continue;
      }
      const base = fromChange ? earlier.value - Math.sign(rate) * value.value : lastYearOf(report, previous, value.value);
      const data = { value: value.text, stated: percent.value };
      if (base !== null && base > 0) {
        const trueRate = ((fromChange ? earlier.value : value.value) / base - 1) * 100;
        if (Math.abs(trueRate - rate) < tolerance(percent)) continue;
        const expected = rounded(Math.abs(trueRate), percent.decimals);
        if (fromChange)
          yield { messageId: "growthAndChange", at, data: { ...data, value: earlier.text, change: value.text, expected } };
        else yield { messageId: "growth", at, data: { ...data, base, expected } };
      } else if (!fromChange && hasNoBase(growth)) {
        yield { messageId: "noBase", at, data };
      }
    }
  },
});
