import { type Certainty, type Citation, feeRules, regulations } from "../citation.js";

/** Something the file must hold before a letter may be signed, because the agency bears the burden of proof (行政复议法 第四十四条). */
export interface Evidence {
  readonly name: string;
  /** "event": it shows in what was recorded on the case. "entered": a person writes it down with the decision. */
  readonly source: "event" | "entered";
  readonly citation: Citation;
  readonly certainty: Certainty;
}

const defineEvidence = <Id extends string>(evidence: Readonly<Record<Id, Evidence>>) => evidence;

/** Everything that may have to be in the file. */
export const EVIDENCE = defineEvidence({
  information: entered("提供的政府信息的名称、文号和提供方式", "第三十六条第二项"),
  "way-to-published": entered("获取已主动公开信息的方式、途径（网址、公报期号）", "第三十六条第一项"),
  "withheld-parts": entered("不予公开的部分及其逐项理由，具体到条款", "第三十七条"),
  clause: entered("不予公开所依据的条款和理由", "第三十六条第三项"),
  classification: entered("定密依据、密级和保密期限（留档，不写入文书）", "第十四条", "B"),
  "prohibiting-law": entered("禁止公开的法律、行政法规名称及条款", "第十四条"),
  danger: entered("公开后可能危及何种安全或者社会稳定及其理由", "第十四条", "B"),
  "third-party-asked": recorded("征求第三方意见书及其送达情况", "第三十二条"),
  "third-party-opinion": recorded("第三方不同意公开的意见及理由，或者逾期未提出意见的记录", "第三十二条"),
  "public-interest": entered("不公开不会对公共利益造成重大影响的判断", "第十五条", "B"),
  "internal-kind": entered("属于人事管理、后勤管理、内部工作流程等哪一类内部事务信息", "第十六条第一款", "B"),
  "process-kind": entered("属于讨论记录、过程稿、磋商信函、请示报告等哪一类过程性信息", "第十六条第二款", "B"),
  "enforcement-file": entered("行政执法案卷的名称", "第十六条第二款", "B"),
  "no-duty-to-publish": entered("没有法律、法规、规章规定应当公开的核对结论", "第十六条第二款"),
  "special-law": entered("对信息获取有特别规定的法律、行政法规及办理途径", "第三十六条第七项"),
  "search-record": recorded("检索记录：检索的范围、方式和结果", "第三十六条第四项", "B"),
  "why-not-ours": entered("不属于本机关负责公开的理由；能够确定负责机关的，其名称和联系方式", "第三十六条第五项"),
  "why-processing": entered("现有信息中没有现成信息、需要加工分析的说明", "第三十八条"),
  "clarification-asked": recorded("补正告知书，载明需要补正的事项和期限", "第三十条"),
  "clarified-unclear": recorded("收到的补正及其仍不明确之处", "第三十条", "B"),
  "clarification-lapsed": recorded("补正期限届满、申请人无正当理由未补正的记录", "第三十条"),
  "why-petition": entered("申请实质为信访、投诉、举报等活动的说明", "第三十九条第一款"),
  "earlier-answer": entered("前次申请的编号、答复文号和日期", "第三十六条第六项"),
  "way-to-publication": entered("获取公报、报刊、书籍的途径", "第三十九条第二款"),
  amount: entered("申请数量、频次明显超过合理范围的事实", "第三十五条"),
  "reasons-asked": recorded("要求申请人说明理由的通知", "第三十五条"),
  "reasons-judged": recorded("申请人的说明（或者逾期未说明）及理由不合理的认定", "第三十五条"),
  "earlier-provision": entered("此前已经提供该信息的事实", "第三十六条第六项", "C"),
  "fee-noticed": recorded("收费通知书的文号、金额和缴费期限", "第四十二条"),
  "fee-lapsed": { name: "缴费期限届满未缴费的记录", source: "event", citation: feeRules("第六条"), certainty: "M" },
  "why-other": entered("结案的事由（申请人撤回等）", "第四十五条", "C"),
});
export type EvidenceId = keyof typeof EVIDENCE;

function entered(name: string, place: string, certainty: Certainty = "A"): Evidence {
  return { name, source: "entered", citation: regulations(place), certainty };
}

function recorded(name: string, place: string, certainty: Certainty = "A"): Evidence {
  return { name, source: "event", citation: regulations(place), certainty };
}

/** As much of a recorded event as says what it proves; the events of a case file fit. */
export interface ProvingEvent {
  readonly type: string;
  readonly found?: boolean;
  readonly isClear?: boolean;
  readonly areReasonable?: boolean;
  readonly opinion?: string;
}

/**
 * What the recorded events of a case prove. Silence of a third party shows in no event: whether its fifteen working days are over
 * is for the clock to say, so the caller adds "third-party-opinion" then, and "reasons-judged" when no reasons came.
 */
export function evidenceInEvents(events: Iterable<ProvingEvent>): Set<EvidenceId> {
  const held = new Set<EvidenceId>();
  for (const event of events) {
    const proved = provedBy(event);
    if (proved !== null) held.add(proved);
  }
  return held;
}

function provedBy(event: ProvingEvent): EvidenceId | null {
  switch (event.type) {
    case "searched":
      return event.found === true ? null : "search-record"; // a search that found something proves the opposite
    case "third-party-asked":
      return "third-party-asked";
    case "third-party-answered":
      return event.opinion === "agrees" ? null : "third-party-opinion";
    case "clarification-requested":
      return "clarification-asked";
    case "clarified":
      return event.isClear === true ? null : "clarified-unclear";
    case "clarification-lapsed":
      return "clarification-lapsed";
    case "reasons-asked":
      return "reasons-asked";
    case "reasons-given":
      return event.areReasonable === true ? null : "reasons-judged";
    case "fee-noticed":
      return "fee-noticed";
    case "fee-lapsed":
      return "fee-lapsed";
    case "withdrawn":
      return "why-other";
    default:
      return null;
  }
}
