import type { PlainDate } from "../law/plain-date.js";
import type { ComposedCell } from "../report/composed-report.js";
import type { Format, SectionId } from "../report/format.js";
import type { Report } from "../report/report.js";
import { overviewText } from "./overview-text.js";
import { promisedImprovements } from "./promised-improvements.js";
import { type DraftParagraph, type ReportDraft, text } from "./report-draft.js";
import type { TalliedCell, TallyResult } from "./tally-result.js";
import type { FeeFacts, YearFacts } from "./year-facts.js";

export interface DraftQuestion {
  /** The full name of the agency on 31 December of the year. */
  readonly agency: string;
  readonly isGovernment: boolean;
  readonly format: Format;
  readonly tally: TallyResult;
  readonly facts: YearFacts;
  /** Last year's report, whose promises are to be answered. */
  readonly previous?: Report;
  readonly signedOn?: PlainDate;
}

/**
 * The annual report as far as the register can write it: title, preface, six sections, three tables. Where only a person can say what
 * was done there is a place to write, never a sentence that might pass for one.
 */
export function composeDraft(question: DraftQuestion): ReportDraft {
  const { agency, format, tally, facts, previous, signedOn } = question;
  const { year } = tally;
  const paragraphs: Readonly<Record<SectionId, readonly DraftParagraph[]>> = {
    overview: overviewText(question),
    proactive: [],
    requests: [],
    review_litigation: [],
    problems: problemsText(previous === undefined ? [] : promisedImprovements(previous)),
    other: [text(feeSentence(facts.fees, year), "other.fees-counted"), FURTHER],
  };
  return {
    format: format.id,
    agency,
    reportYear: year,
    title: `${agency}${year}年政府信息公开工作年度报告`,
    preface: [
      `本报告由${agency}按照《中华人民共和国政府信息公开条例》和国务院办公厅规定的年度报告格式编制，` +
        `所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ],
    sections: format.sections.map(({ id, label }) => ({
      id,
      heading: label,
      paragraphs: paragraphs[id],
      notes: id === "review_litigation" ? carriedNote(tally) : [],
    })),
    cells: tally.cells.map(cellOf),
    signOff: { agency, on: signedOn ?? null },
    remarks: [],
  };
}

function cellOf({ table, row, column, value, unit }: TalliedCell): ComposedCell {
  const address = { table, row, column };
  if (value === null) return { ...address, kind: "blank" };
  return { ...address, kind: "number", value, ...(unit !== undefined && { unit }) };
}

/** Reports that count proceedings of earlier years say so below the table. */
function carriedNote({ carriedProceedings }: TallyResult): string[] {
  return carriedProceedings.length === 0 ? [] : ["注：行政复议、行政诉讼数量含上年度结转数量。"];
}

function problemsText(promises: readonly string[]): DraftParagraph[] {
  const answers = promises.map(
    (promise, at): DraftParagraph => ({
      kind: "to-write",
      id: `problems.promise-${at + 1}`,
      hint: "上年度报告提出了这项改进，写明本年落实情况。",
      about: promise,
      isRequired: true,
    }),
  );
  return [
    ...answers,
    { kind: "to-write", id: "problems.found", hint: "写明本年存在的主要问题。", isRequired: true },
    { kind: "to-write", id: "problems.next", hint: "写明下一步的改进措施，下年度报告须逐项回应。", isRequired: true },
  ];
}

const FURTHER: DraftParagraph = {
  kind: "to-write",
  id: "other.further",
  hint: "有其他需要报告的事项的，写在这里；没有的可以写“没有其他需要报告的事项”。",
  isRequired: false,
};

/** 收取信息处理费情况在此处报告 (年度报告格式 第六部分): also when there was none. */
export function feeSentence({ notices, paid, paidYuan, lapsed }: FeeFacts, year: number): string {
  if (notices + paid + lapsed === 0) return `${year}年未发出信息处理费收费通知，未收取信息处理费。`;
  const issued = notices === 0 ? `${year}年没有新发出信息处理费收费通知` : `${year}年发出信息处理费收费通知${notices}件`;
  const collected = paid === 0 ? "未收取信息处理费" : `收取信息处理费${paidYuan}元，涉及申请${paid}件`;
  const dropped = lapsed === 0 ? "" : `；申请人逾期未缴费、不再处理${lapsed}件`;
  return `${issued}，${collected}${dropped}。`;
}
