/**
 * How sure a rule is. A: the primary text was read. B: an official text seen in an excerpt, or two independent sources.
 * C: one local or secondary source, or practice. M: from memory. What is C or M is a setting with a default and is never shown as law.
 */
export type Certainty = "A" | "B" | "C" | "M";

/** Where a rule is written: 政府信息公开条例 第三十六条第四项. */
export interface Citation {
  readonly instrument: string;
  readonly place: string;
}

type CitationMaker = (place: string) => Citation;
const of =
  (instrument: string): CitationMaker =>
  (place) => ({ instrument, place });

/** 中华人民共和国政府信息公开条例（国务院令第711号，2019-05-15 施行） */
export const regulations = of("政府信息公开条例");
/** 政府信息公开信息处理费管理办法（国办函〔2020〕109号） */
export const feeRules = of("政府信息公开信息处理费管理办法（国办函〔2020〕109号）");
/** 行政复议法（2023年修订，2024-01-01 施行） */
export const reconsiderationLaw = of("行政复议法");
/** 行政复议法（2017年修正），in force until 2023-12-31 */
export const formerReconsiderationLaw = of("行政复议法（2017年修正）");
/** 行政诉讼法（2017年修正） */
export const litigationLaw = of("行政诉讼法");
/** 最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释（2025-06-01 施行） */
export const courtInterpretation = of("法释〔2025〕8号");
/** 司法部关于审理政府信息公开行政复议案件若干问题的指导意见 */
export const reconsiderationGuidance = of("国办函〔2021〕132号");
/** 年度报告格式 */
export const reportFormat = of("国办公开办函〔2021〕30号");

const TITLED = /^([^（〔]+)(（.+）)?$/;

/** As it is printed in a letter: 《政府信息公开条例》第三十六条第四项, 法释〔2025〕8号第一条. */
export function citationText({ instrument, place }: Citation): string {
  const [, title, added = ""] = TITLED.exec(instrument) ?? [];
  return title === undefined ? `${instrument}${place}` : `《${title}》${added}${place}`;
}
