import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import { OUTCOME_QUESTIONS } from "../../src/law/outcomes/outcome-questions.js";
import { draftLetter } from "../../src/writers/letter/draft-letter.js";
import { isDraft, type LetterDraft, type LetterEdits, type LetterInput } from "../../src/writers/letter/letter-draft.js";
import { buildAgency } from "./agency.js";
import { buildCaseFile, dayIn, type EventSpec, type RequestSpec } from "./case-file.js";

const RECEIVED: EventSpec = { type: "received", on: "2025-03-03" };
const CLARIFICATION: EventSpec = {
  type: "clarification-requested",
  on: "2025-03-05",
  unclear: "没有写明所指预算的年度",
  clarifyBy: "2025-03-20",
};
const ASKED: EventSpec = { type: "third-party-asked", on: "2025-03-05", party: "示例商贸有限公司", receivedOn: "2025-03-06" };
const REFUSED: EventSpec = {
  type: "third-party-answered",
  on: "2025-03-12",
  party: "示例商贸有限公司",
  opinion: "refuses",
  reasons: "涉及商业秘密",
};
const FEE: EventSpec = { type: "fee-noticed", on: "2025-03-05", basis: "page", quantity: 109, yuan: 880, payBy: "2025-04-02" };

/** The answers to the questions of law that lead to a row, by one way or the other. */
export function groundsFor(outcome: string, form?: string, from = OUTCOME_QUESTIONS[0]): Readonly<Record<string, string>> | null {
  for (const { id, leadsTo } of from.answers) {
    if ("outcome" in leadsTo) {
      if (leadsTo.outcome === outcome && (form === undefined || leadsTo.form === form)) return { [from.id]: id };
      continue;
    }
    const next = OUTCOME_QUESTIONS.find((question) => question.id === leadsTo.question);
    const rest = next === undefined ? null : groundsFor(outcome, form, next);
    if (rest !== null) return { [from.id]: id, ...rest };
  }
  return null;
}

/** The decision on 2025-03-18. */
export const decided = (outcome: string, form?: string, on = "2025-03-18"): EventSpec => ({
  type: "decided",
  on,
  outcome,
  grounds: groundsFor(outcome, form) ?? {},
});

/** What a letter is drafted from, besides the request that came in at the counter on 2025-03-03. */
export interface LetterCase {
  readonly events: readonly EventSpec[];
  readonly edits?: LetterEdits;
  readonly more?: Partial<LetterInput>;
  readonly request?: RequestSpec;
}

const CLAUSE = { clause: "公开将泄露不应当公开的内容" };
const NO_DUTY = { "no-duty-to-publish": "已经核对有关法律、法规、规章" };
const texts = (values: NonNullable<LetterEdits["texts"]>): LetterEdits => ({ texts: values });
const NUMBERED = { code: "青商公开", year: 2025, sequence: 3 } as const;

/** For each letter a case in which it may be issued. */
export const LETTER_CASES: Readonly<Record<string, LetterCase>> = {
  "L-RECEIPT": { events: [] },
  "L-CORRECT": {
    events: [CLARIFICATION],
    edits: texts({ "to-add": "所指预算的年度和单位", guidance: "部门预算按年度编制，写明年度即可查找" }),
  },
  "L-REASON": {
    events: [{ type: "reasons-asked", on: "2025-03-05", answerBy: "2025-03-14" }],
    edits: texts({ "excess-facts": "一个月内就同一事项提出申请41件" }),
  },
  "L-EXTEND": {
    events: [
      {
        type: "extended",
        on: "2025-03-25",
        workingDays: 15,
        approvedBy: "王主任",
        toldOn: "2025-03-26",
        grounds: "需要查找历史档案",
      },
    ],
  },
  "L-DELAY35": {
    events: [
      { type: "reasons-asked", on: "2025-03-05", answerBy: "2025-03-14" },
      { type: "reasons-given", on: "2025-03-10", text: "研究需要", areReasonable: true },
      { type: "later-date-set", on: "2025-03-11", due: "2025-06-30", grounds: "数量大" },
    ],
  },
  "L-3P-ASK": { events: [ASKED], edits: texts({ "third-party-interest": "含有你公司的报价和成本构成" }) },
  "L-3P-REPLY": { events: [ASKED], more: { issued: new Map([["L-3P-ASK", NUMBERED]]) } },
  "L-3P-TELL": { events: [ASKED] },
  "L-3P-DECIDE": {
    events: [ASKED, REFUSED, decided("granted")],
    edits: texts({ "third-party-public-interest": "涉及饮用水安全", information: "水质检测报告" }),
  },
  "L-COAUTHOR": {
    events: [{ type: "joint-maker-asked", on: "2025-03-05", agency: "示例市青山区财政局" }],
    edits: texts({ "proposed-answer": "予以公开" }),
  },
  "L-FEE": { events: [FEE] },
  "L-DELIVER": { events: [decided("granted"), { type: "served", on: "2025-03-19", method: "registered-mail" }] },
  "L-GRANT": {
    events: [decided("granted")],
    edits: {
      texts: { information: "《2024年度部门预算调整方案》（青商〔2024〕8号）", provision: "随本告知书附送复印件" },
      attachments: ["2024年度部门预算调整方案", "预算调整说明"],
    },
  },
  "L-ALREADY": {
    events: [decided("granted", "published")],
    edits: texts({ "way-to-published": "示例市青山区人民政府门户网站" }),
  },
  "L-PARTIAL": {
    events: [decided("partial")],
    edits: {
      texts: { information: "预算调整方案正文", provision: "电子邮件", "process-kind": "请示报告", ...NO_DUTY },
      withheld: [{ part: "附件三", outcome: "denied.process", reasons: "为内部请示报告" }],
    },
  },
  "L-DENY-SECRET": {
    events: [decided("denied.state_secret")],
    edits: texts({ ...CLAUSE, classification: "秘密级，保密期限十年" }),
  },
  "L-DENY-PROHIBITED": {
    events: [decided("denied.other_law")],
    edits: texts({ ...CLAUSE, "prohibiting-law": "《中华人民共和国统计法》第九条" }),
  },
  "L-DENY-SECURITY": { events: [decided("denied.three_safety")], edits: texts({ ...CLAUSE, danger: "可能危及公共安全" }) },
  "L-DENY-THIRD": {
    events: [ASKED, REFUSED, decided("denied.third_party")],
    edits: texts({ ...CLAUSE, "public-interest": "该信息只涉及企业自身的成本" }),
  },
  "L-DENY-INTERNAL": { events: [decided("denied.internal")], edits: texts({ ...CLAUSE, "internal-kind": "人事管理" }) },
  "L-DENY-PROCESS": { events: [decided("denied.process")], edits: texts({ ...CLAUSE, ...NO_DUTY, "process-kind": "讨论记录" }) },
  "L-DENY-FILE": {
    events: [decided("denied.enforcement_file")],
    edits: texts({ ...CLAUSE, ...NO_DUTY, "enforcement-file": "青商罚案2024第6卷" }),
  },
  "L-DENY-QUERY": {
    events: [decided("denied.admin_query")],
    edits: texts({ clause: "不动产登记资料另有查询规定", "special-law": "《不动产登记暂行条例》，区不动产登记中心窗口" }),
  },
  "L-NOTEXIST": {
    events: [
      { type: "searched", on: "2025-03-06", where: "档案室和办公系统", terms: "预算调整", found: false },
      decided("unable.not_held"),
    ],
  },
  "L-NOTOURS": {
    events: [decided("unable.not_held", "not-ours")],
    edits: texts({ "why-not-ours": "该信息由区财政局制作，联系电话000-1234567" }),
  },
  "L-PROCESSING": { events: [decided("unable.need_create")], edits: texts({ "why-processing": "现有信息没有按街道汇总的数字" }) },
  "L-UNCLEAR": {
    events: [CLARIFICATION, { type: "clarified", on: "2025-03-10", text: "都要", isClear: false }, decided("unable.unclear")],
    edits: texts({ "still-unclear": "没有写明年度" }),
  },
  "L-PETITION": {
    events: [decided("rejected.petition")],
    edits: texts({ "why-petition": "申请的内容是对工作人员的投诉", "petition-channel": "区信访局" }),
  },
  "L-REPEAT": {
    events: [decided("rejected.repeat")],
    more: { earlierAnswer: { requestNumber: "2024-0017", letterNumber: "青商公开〔2024〕17号", on: dayIn("2024-06-03") } },
  },
  "L-PUBLICATION": { events: [decided("rejected.publication")], edits: texts({ "way-to-publication": "区图书馆" }) },
  "L-UNREASONABLE": {
    events: [{ type: "reasons-asked", on: "2025-03-05", answerBy: "2025-03-14" }, decided("rejected.massive")],
    edits: texts({ amount: "一个月内提出申请80件", "why-unreasonable": "没有说明用途" }),
  },
  "L-RECONFIRM": { events: [decided("rejected.reissue")], edits: texts({ "earlier-provision": "2024年已经提供该信息" }) },
  "L-CLOSED-NOCORR": { events: [CLARIFICATION, { type: "clarification-lapsed", on: "2025-03-24" }] },
  "L-CLOSED-UNPAID": {
    events: [FEE, { type: "fee-lapsed", on: "2025-04-07" }],
    more: { issued: new Map([["L-FEE", NUMBERED]]) },
  },
  "L-ASSIST": {
    events: [
      {
        type: "assistance-asked",
        on: "2025-03-05",
        unit: "局档案室",
        matters: "查找2024年度部门预算调整方案及其附件",
        answerBy: "2025-03-12",
      },
    ],
  },
  "L-RECTIFY": {
    events: [
      decided("granted"),
      { type: "served", on: "2025-03-19", method: "registered-mail" },
      { type: "rectification-requested", on: "2025-03-24", records: "附件二所载本人住址有误", evidence: "户口簿复印件" },
      { type: "rectification-answered", on: "2025-03-28", answer: "rectified", reasons: "所载住址与户籍登记不一致，要求属实" },
    ],
  },
  "L-WITHDRAWN": { events: [{ type: "withdrawn", on: "2025-03-17" }], edits: texts({ "withdrawal-way": "书面" }) },
};

/** The input of a letter in its sample case, with what a test changes. */
export function letterInput(letterId: string, { events, edits, more, request }: Partial<LetterCase> = {}): LetterInput {
  const sample = LETTER_CASES[letterId] ?? { events: [] };
  const delivers = letterId === "L-DELIVER" ? { delivers: draftOf("L-GRANT") } : {};
  return {
    letterId,
    caseFile: buildCaseFile([RECEIVED, ...(events ?? sample.events)], { ...sample.request, ...request }),
    agency: {
      agency: buildAgency({ id: "a1", name: "示例市青山区商务局" }),
      reconsideration: { bodyNames: { "same-level-government": "示例市青山区人民政府" } },
      onlineChannel: "https://fuyi.example.cn",
      office: "局办公室（政府信息公开工作机构）",
      contact: "示例市青山区人民路1号，000-7654321",
      inquiry: "示例市青山区人民政府门户网站依申请公开栏目",
      payment: "凭缴款通知到银行网点缴纳",
    },
    today: dayIn("2025-12-01"),
    calendar: STATE_COUNCIL_CALENDAR,
    servedBy: "registered-mail",
    edits: edits ?? sample.edits ?? {},
    number: { code: "青商公开", year: 2025, sequence: 12 },
    ...delivers,
    ...sample.more,
    ...more,
  };
}

/** The draft of a letter that must not be refused. */
export function draftOf(letterId: string, changes: Parameters<typeof letterInput>[1] = {}): LetterDraft {
  const result = draftLetter(letterInput(letterId, changes));
  if (!isDraft(result)) throw new Error(`${letterId}: ${result.message}`);
  return result;
}
