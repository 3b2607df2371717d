import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { dayOf } from "../law/plain-date.js";
import { type ComposedCell, type ComposedReport, type ComposedValue, emptySections } from "../report/composed-report.js";
import { addressesOf, type CellAddress, type Format } from "../report/format.js";
import { FORMATS } from "../report/formats/index.js";
import { endChild } from "./child-reader.js";
import { RELEASE_FORMATS, releaseReport } from "./release-report.js";

afterAll(endChild);

const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.nat(99) },
  { weight: 1, arbitrary: fc.nat(99_999) },
);

/** Whole columns and rows that add up, as a report of the register does: parts are drawn, totals are their sums. */
function consistentCounts(format: Format, draw: () => number): Map<string, number> {
  const figures = new Map<string, number>();
  const key = ({ table, row, column }: CellAddress) => `${table}|${row}|${column}`;
  for (const address of addressesOf(format)) figures.set(key(address), draw());
  for (const form of Object.values(format.tables)) {
    const at = (row: string, column: string) => `${form.id}|${row}|${column}`;
    const sum = (keys: readonly string[]) => keys.reduce((total, name) => total + (figures.get(name) ?? 0), 0);
    const columns = form.columns.map(({ id }) => id);
    for (const { total, parts } of form.footings) {
      for (const column of columns) figures.set(at(total, column), sum(parts.map((row) => at(row, column))));
    }
    for (const { received, broughtForward, resolved, carriedForward } of form.rollForwards) {
      for (const column of columns) {
        const inflow = sum([at(resolved, column), at(carriedForward, column)]);
        const opening = Math.min(inflow, figures.get(at(broughtForward, column)) ?? 0);
        figures.set(at(broughtForward, column), opening);
        figures.set(at(received, column), inflow - opening);
      }
    }
    for (const { total, parts } of form.crossFootings) {
      for (const row of form.rows) figures.set(at(row.id, total), sum(parts.map((column) => at(row.id, column))));
    }
  }
  return figures;
}

const NOTES = ["其中修订16件", "含自然失效29件"];

function valueFrom(format: Format, address: CellAddress, figure: number): ComposedValue {
  const column = format.tables[address.table].columns.find(({ id }) => id === address.column);
  if (column?.kind === "change") return { kind: "number", value: figure % 2 === 0 ? figure : -figure };
  if (column?.kind === "money") {
    const unit = column.unit === undefined ? { unit: figure % 2 === 0 ? ("万元" as const) : ("元" as const) } : {};
    return { kind: "number", value: figure + (figure % 10_000) / 10_000, ...unit };
  }
  const note = address.table === "proactive" && figure > 50 ? NOTES[figure % 2] : undefined;
  return { kind: "number", value: figure, ...(note !== undefined && { note }) };
}

const AGENCIES = [
  "前进区商务和经济合作局",
  "威海市文登区商务局",
  "示例市人民政府",
  "东山县青石镇人民政府",
  "示例市住房和城乡建设局",
];
const PARAGRAPHS = [
  "（一）主动公开",
  "（一）主动公开。全年通过门户网站主动公开政府信息131条，其中规范性文件8件，解读率100%。",
  "1.加强组织领导。调整充实领导小组，明确专人负责，全年召开会议3次。",
  "（2）“互联网+政务服务”稳步推进；网上办结率98.5%，群众满意度进一步提升。",
  "一是队伍建设有待加强，业务培训不够系统；二是公开内容的广度、深度仍需拓展。",
  "本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。电子版可在门户网站（https://www.example.gov.cn）下载，电话：0631-8451070。",
  "2025年，我局深入贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，持续推进决策、执行、管理、服务、结果公开，依法保障公众的知情权、参与权和监督权，各项工作取得新进展。",
];

const WORDS = [
  "政府信息公开",
  "2025年",
  "平台",
  "A&B",
  "<测试>",
  "“引号”",
  "3.5万元",
  "办理",
  "（含乡镇）",
  "https://a.example/b?c=1&d=2",
  "、",
  "，",
  "；",
  "—",
  "％",
  "依法",
];
const ENDS = ["。", "！", "？"];

/** Prose nobody would write: signs of markup, addresses, paragraphs longer than a page. */
const prose = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 300 }), fc.constantFrom(...ENDS))
  .map(([words, end]) => `我局${words.join("")}${end}`);

const reports: fc.Arbitrary<ComposedReport> = fc
  .record({
    format: fc.constantFrom(...FORMATS),
    agency: fc.constantFrom(...AGENCIES),
    day: fc.integer({ min: 1, max: 28 }),
    isSigned: fc.boolean(),
    preface: fc.subarray(PARAGRAPHS.slice(5), { maxLength: 1 }),
    overview: fc.subarray(PARAGRAPHS, { minLength: 1 }),
    problems: fc.tuple(fc.subarray(PARAGRAPHS, { minLength: 1 }), fc.array(prose, { maxLength: 4 })).map((parts) => parts.flat()),
    counts: fc.infiniteStream(count),
    blanks: fc.uniqueArray(fc.nat(197), { maxLength: 12 }),
  })
  .map(({ format, agency, day, isSigned, preface, overview, problems, counts, blanks }): ComposedReport => {
    const draw = () => counts.next().value ?? 0;
    const figures = consistentCounts(format, draw);
    const cells = [...addressesOf(format)].map((address, at): ComposedCell => {
      const figure = figures.get(`${address.table}|${address.row}|${address.column}`) ?? 0;
      return { ...address, ...(blanks.includes(at) ? { kind: "blank" } : valueFrom(format, address, figure)) };
    });
    const texts = new Map([
      ["overview", overview],
      ["problems", problems],
      ["other", ["本年度未收取信息处理费。"]],
    ]);
    const reportYear = format.reportYears.from;
    return {
      format: format.id,
      agency,
      reportYear,
      title: `${agency}${reportYear}年政府信息公开工作年度报告`,
      preface,
      sections: emptySections(format).map((section) => ({ ...section, paragraphs: texts.get(section.id ?? "") ?? [] })),
      cells,
      signOff: isSigned ? { agency, on: dayOf(reportYear + 1, 1, day) } : null,
      remarks: [],
    };
  });

test("any consistent report is read back as it was written, in every form", async () => {
  await fc.assert(
    fc.asyncProperty(reports, async (report) => {
      const files = await releaseReport(report);
      expect(files.map(({ format }) => format)).toEqual(RELEASE_FORMATS);
    }),
    { numRuns: 15 },
  );
});
