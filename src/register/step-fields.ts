import { CHANNEL_LABELS, REQUESTER_KIND_LABELS } from "./info-request.js";

/** What a field of a step is called on the page, with the article where one asks for it, and the words for its choices. */
export interface FieldWords {
  readonly label: string;
  readonly help?: string;
  readonly choices?: Readonly<Record<string, string>>;
}

const YES_NO = (yes: string, no: string) => ({ true: yes, false: no });

const SERVICE = {
  hand: "当面送达",
  "registered-mail": "挂号信、特快专递等需签收的邮寄",
  "ordinary-mail": "平常信函寄送",
  email: "电子邮件",
  online: "互联网渠道",
  fax: "传真",
  notice: "公告送达",
};

const OPINIONS = { agrees: "同意公开", "agrees-in-part": "部分同意公开", refuses: "不同意公开" };

/** Every step asks for the day it happened; why, when that is not today or a record is corrected. */
export const COMMON_FIELDS = {
  on: { label: "发生日期", help: "事项实际发生的日期，不是登记的日期；期限从这一天推算。" },
  reason: { label: "说明", help: "补登或者更正时写明原因。" },
} as const satisfies Readonly<Record<string, FieldWords>>;

/** The fields by the name they have in all steps. */
const FIELDS: Readonly<Record<string, FieldWords>> = {
  handler: { label: "承办人" },
  unit: { label: "承办单位", help: "本机关的内设机构。" },
  unclear: { label: "需要补正的事项", help: "一次性告知申请人应当补正的全部事项（条例第三十条）。" },
  clarifyBy: { label: "补正期限", help: "给申请人的合理补正期限的最后一日（条例第三十条）。" },
  text: { label: "内容" },
  isClear: { label: "补正后是否明确", choices: YES_NO("内容已经明确", "仍不明确") },
  party: { label: "第三方", help: "公开会损害其合法权益的人（条例第三十二条）。" },
  agency: { label: "共同制作机关", help: "由牵头制作的机关公开时，征求其他共同制作机关的意见（条例第三十四条）。" },
  receivedOn: {
    label: "对方收到日期",
    help: "知道时填写；十五个工作日从收到之日起算，登记征求意见书送达以后以送达之日为准（条例第三十二条、第三十四条）。",
  },
  opinion: { label: "意见", choices: OPINIONS },
  reasons: { label: "理由" },
  answerBy: { label: "答复期限" },
  areReasonable: { label: "理由是否合理", choices: YES_NO("理由合理", "理由不合理") },
  due: { label: "延迟答复至" },
  grounds: { label: "理由" },
  workingDays: { label: "延长的工作日数", help: "最长不超过二十个工作日（条例第三十三条第二款）。" },
  approvedBy: { label: "批准人", help: "应当经政府信息公开工作机构负责人同意（条例第三十三条第二款）。" },
  toldOn: { label: "告知申请人日期", help: "延长应当告知申请人（条例第三十三条第二款）。" },
  basis: {
    label: "计费标准",
    help: "按件或者按量，同一申请不重复收取（国办函〔2020〕109号）。",
    choices: { item: "按件", page: "按量（页）" },
  },
  quantity: { label: "件数或者页数", help: "按件的，填本次申请的件数；同一申请人本月此前的申请由台账计入。" },
  yuan: { label: "金额（元）" },
  payBy: { label: "缴费期限", help: "收到通知次日起二十个工作日内缴纳（国办函〔2020〕109号）；邮寄的，请留出路上的时间。" },
  where: { label: "检索范围", help: "查了哪些档案、系统、内设机构：信息不存在的答复要靠它证明。" },
  terms: { label: "检索方式和关键词" },
  found: { label: "是否检索到", choices: YES_NO("检索到", "没有检索到") },
  outcome: { label: "办理结果", help: "年度报告表三中的一行，由法律问题的回答得出。" },
  letterNumber: { label: "答复文号" },
  ordered: { label: "依据的复议决定、判决", help: "名称和文号，写入文书，如：青政复决〔2025〕8号行政复议决定书。" },
  method: { label: "送达方式", choices: SERVICE },
  proof: { label: "送达凭证", help: "回执、邮件编号、发送记录等（条例第四十条）。" },
  letter: { label: "文书" },
  inquiry: {
    label: "征求意见的记录",
    help: "征求意见书送达之日，即对方收到之日，十五个工作日从这一天起算（条例第三十二条、第三十四条）。",
  },
  matters: { label: "协办事项" },
  records: { label: "要求更正的政府信息" },
  evidence: { label: "申请人提供的证据" },
  answer: {
    label: "答复",
    choices: {
      rectified: "予以更正",
      refused: "不予更正",
      transferred: "转送有权更正的机关",
      referred: "告知向有权更正的机关提出",
    },
  },
  competent: { label: "有权更正的机关" },
  eventId: { label: "被更正的记录" },
  replacement: { label: "正确的记录", help: "留空表示该事项没有发生。" },
  result: { label: "结果类别（表四）", choices: { upheld: "结果维持", corrected: "结果纠正", other: "其他结果" } },
  requesterKind: { label: "申请人类别", help: "只填登记错了的；表三按类别分列。", choices: REQUESTER_KIND_LABELS },
  channel: { label: "申请渠道", help: "收到之日按渠道确定（条例第三十一条）。", choices: CHANNEL_LABELS },
  arrivedOn: { label: "到达日期" },
  holding: { label: "决定、裁判主文", help: "如：维持、撤销并责令重新答复、驳回诉讼请求、撤回起诉。" },
};

/** Where a step means something of its own by a field. */
const OF_STEP: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = {
  "record-clarification": { text: { label: "补正后的申请内容" } },
  "ask-reasons": {
    answerBy: { label: "说明理由的期限", help: "申请数量、频次明显超过合理范围时，要求说明理由（条例第三十五条）。" },
  },
  "record-reasons": { text: { label: "申请人说明的理由" } },
  "set-later-date": {
    due: { label: "延迟答复至", help: "理由合理但不能按期答复的，确定合理期限并告知申请人（条例第三十五条）。" },
    grounds: { label: "延迟的理由" },
  },
  "ask-assistance": { unit: { label: "协办单位" }, answerBy: { label: "反馈期限" } },
  "record-assistance": { unit: { label: "协办单位" }, text: { label: "反馈意见" } },
  extend: { grounds: { label: "延长的理由" } },
  "notice-fee": { yuan: { label: "应缴金额（元）", help: "按计费标准算出；与标准不一致的不能签发。" } },
  "record-payment": { yuan: { label: "实缴金额（元）" } },
  "record-third-party-answer": { reasons: { label: "第三方的理由" } },
  "record-joint-maker-answer": { opinion: { label: "意见", choices: { agrees: "同意公开", refuses: "不同意公开" } } },
  "answer-rectification": { reasons: { label: "答复的理由" } },
  decide: { grounds: { label: "法律问题的回答", help: "逐题回答，得出唯一的一行。" } },
  "decide-anew": { grounds: { label: "法律问题的回答", help: "逐题回答，得出唯一的一行。表三仍计原来的一行。" } },
  suspend: { grounds: { label: "中止的理由" } },
};

/** What a field of a step is called; undefined when nobody has said. */
export function fieldWords(stepId: string, field: string): FieldWords | undefined {
  const common: Readonly<Record<string, FieldWords>> = COMMON_FIELDS;
  return OF_STEP[stepId]?.[field] ?? FIELDS[field] ?? common[field];
}
