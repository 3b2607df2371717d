import { type Certainty, type Citation, feeRules, regulations, reportFormat } from "../citation.js";
import type { RemedyClass } from "../remedies/remedy-class.js";
import type { EvidenceId } from "./evidence.js";

/** The result rows of table three as the 2021 form has them; the 2019 form has one row `other` for the last three. */
export const OUTCOME_IDS = [
  "granted",
  "partial",
  "denied.state_secret",
  "denied.other_law",
  "denied.three_safety",
  "denied.third_party",
  "denied.internal",
  "denied.process",
  "denied.enforcement_file",
  "denied.admin_query",
  "unable.not_held",
  "unable.need_create",
  "unable.unclear",
  "rejected.petition",
  "rejected.repeat",
  "rejected.publication",
  "rejected.massive",
  "rejected.reissue",
  "other.no_correction",
  "other.no_payment",
  "other.misc",
] as const;
export type OutcomeId = (typeof OUTCOME_IDS)[number];

/** One way to a row: 已主动公开 and 予以公开 are both counted as granted, but are different letters with different evidence. */
export interface OutcomeForm {
  readonly id: string;
  readonly name: string;
  /** Id in letters/letters.ts. */
  readonly letter: string;
  readonly citations: readonly Citation[];
  /** What the file must hold before the letter may be signed. */
  readonly evidence: readonly EvidenceId[];
}

export interface Outcome {
  readonly id: OutcomeId;
  /** （三）不予公开 */
  readonly group: string;
  readonly name: string;
  readonly remedy: RemedyClass;
  /** Of the counting in this row, not of the articles. */
  readonly certainty: Certainty;
  readonly forms: readonly [OutcomeForm, ...OutcomeForm[]];
}

const GRANTED = "（一）予以公开";
const PARTIAL = "（二）部分公开";
const DENIED = "（三）不予公开";
const UNABLE = "（四）无法提供";
const REJECTED = "（五）不予处理";
const OTHER = "（六）其他处理";

/** A row that is reached in one way only, whose form bears its own name. */
function single(
  outcome: Omit<Outcome, "forms">,
  letter: string,
  citations: readonly Citation[],
  evidence: readonly EvidenceId[],
): Outcome {
  return { ...outcome, forms: [{ id: "only", name: outcome.name, letter, citations, evidence }] };
}

/** Every row a case can end in, in printed order. */
export const OUTCOMES: readonly Outcome[] = [
  {
    id: "granted",
    group: GRANTED,
    name: "予以公开",
    remedy: "optional",
    certainty: "A", // that 已主动公开 counts here is practice (M)
    forms: [
      {
        id: "given",
        name: "予以公开",
        letter: "L-GRANT",
        citations: [regulations("第三十六条第二项"), regulations("第四十条")],
        evidence: ["information"],
      },
      {
        id: "published",
        name: "已主动公开",
        letter: "L-ALREADY",
        citations: [regulations("第三十六条第一项")],
        evidence: ["way-to-published"],
      },
    ],
  },
  single(
    { id: "partial", group: PARTIAL, name: "部分公开", remedy: "mixed", certainty: "A" },
    "L-PARTIAL",
    [regulations("第三十七条")],
    ["information", "withheld-parts"],
  ),
  single(
    { id: "denied.state_secret", group: DENIED, name: "属于国家秘密", remedy: "reconsider_first", certainty: "A" },
    "L-DENY-SECRET",
    [regulations("第十四条")],
    ["clause", "classification"],
  ),
  single(
    { id: "denied.other_law", group: DENIED, name: "其他法律行政法规禁止公开", remedy: "reconsider_first", certainty: "A" },
    "L-DENY-PROHIBITED",
    [regulations("第十四条")],
    ["clause", "prohibiting-law"],
  ),
  single(
    { id: "denied.three_safety", group: DENIED, name: "危及“三安全一稳定”", remedy: "reconsider_first", certainty: "A" },
    "L-DENY-SECURITY",
    [regulations("第十四条")],
    ["clause", "danger"],
  ),
  single(
    { id: "denied.third_party", group: DENIED, name: "保护第三方合法权益", remedy: "reconsider_first", certainty: "A" },
    "L-DENY-THIRD",
    [regulations("第十五条"), regulations("第三十二条")],
    ["clause", "third-party-asked", "third-party-opinion", "public-interest"],
  ),
  single(
    { id: "denied.internal", group: DENIED, name: "属于三类内部事务信息", remedy: "reconsider_first", certainty: "A" },
    "L-DENY-INTERNAL",
    [regulations("第十六条第一款")],
    ["clause", "internal-kind"],
  ),
  single(
    { id: "denied.process", group: DENIED, name: "属于四类过程性信息", remedy: "reconsider_first", certainty: "A" },
    "L-DENY-PROCESS",
    [regulations("第十六条第二款")],
    ["clause", "process-kind", "no-duty-to-publish"],
  ),
  single(
    { id: "denied.enforcement_file", group: DENIED, name: "属于行政执法案卷", remedy: "reconsider_first", certainty: "A" },
    "L-DENY-FILE",
    [regulations("第十六条第二款")],
    ["clause", "enforcement-file", "no-duty-to-publish"],
  ),
  single(
    { id: "denied.admin_query", group: DENIED, name: "属于行政查询事项", remedy: "statutory_or_none", certainty: "B" },
    "L-DENY-QUERY",
    [regulations("第三十六条第七项")],
    ["clause", "special-law"],
  ),
  {
    id: "unable.not_held",
    group: UNABLE,
    name: "本机关不掌握相关政府信息",
    remedy: "optional",
    certainty: "M", // both forms in this row: the label and practice, not the official note
    forms: [
      {
        id: "absent",
        name: "政府信息不存在",
        letter: "L-NOTEXIST",
        citations: [regulations("第三十六条第四项")],
        evidence: ["search-record"],
      },
      {
        id: "not-ours",
        name: "不属于本机关负责公开",
        letter: "L-NOTOURS",
        citations: [regulations("第三十六条第五项"), regulations("第十条")],
        evidence: ["why-not-ours"],
      },
    ],
  },
  single(
    { id: "unable.need_create", group: UNABLE, name: "没有现成信息需要另行制作", remedy: "optional", certainty: "A" },
    "L-PROCESSING",
    [regulations("第三十八条")],
    ["why-processing"],
  ),
  single(
    { id: "unable.unclear", group: UNABLE, name: "补正后申请内容仍不明确", remedy: "optional", certainty: "B" },
    "L-UNCLEAR",
    [regulations("第三十条"), reportFormat("表三（四）3")],
    ["clarification-asked", "clarified-unclear"],
  ),
  single(
    { id: "rejected.petition", group: REJECTED, name: "信访举报投诉类申请", remedy: "statutory_or_none", certainty: "B" },
    "L-PETITION",
    [regulations("第三十九条第一款")],
    ["why-petition"],
  ),
  single(
    { id: "rejected.repeat", group: REJECTED, name: "重复申请", remedy: "statutory_or_none", certainty: "B" },
    "L-REPEAT",
    [regulations("第三十六条第六项")],
    ["earlier-answer"],
  ),
  single(
    { id: "rejected.publication", group: REJECTED, name: "要求提供公开出版物", remedy: "statutory_or_none", certainty: "B" },
    "L-PUBLICATION",
    [regulations("第三十九条第二款")],
    ["way-to-publication"],
  ),
  single(
    { id: "rejected.massive", group: REJECTED, name: "无正当理由大量反复申请", remedy: "optional", certainty: "B" },
    "L-UNREASONABLE",
    [regulations("第三十五条")],
    ["amount", "reasons-asked", "reasons-judged"],
  ),
  single(
    { id: "rejected.reissue", group: REJECTED, name: "要求行政机关确认或重新出具已获取信息", remedy: "optional", certainty: "C" },
    "L-RECONFIRM",
    [reportFormat("表三（五）5")],
    ["earlier-provision"],
  ),
  single(
    {
      id: "other.no_correction",
      group: OTHER,
      name: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      remedy: "optional",
      certainty: "B",
    },
    "L-CLOSED-NOCORR",
    [regulations("第三十条")],
    ["clarification-asked", "clarification-lapsed"],
  ),
  single(
    {
      id: "other.no_payment",
      group: OTHER,
      name: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      remedy: "optional",
      certainty: "B",
    },
    "L-CLOSED-UNPAID",
    [regulations("第四十二条"), feeRules("第六条")],
    ["fee-noticed", "fee-lapsed"],
  ),
  single(
    { id: "other.misc", group: OTHER, name: "其他", remedy: "none", certainty: "C" },
    "L-WITHDRAWN",
    [reportFormat("表三（六）3")],
    ["why-other"],
  ),
];

const BY_ID: ReadonlyMap<string, Outcome> = new Map(OUTCOMES.map((outcome) => [outcome.id, outcome]));

/** The outcome with an id, or null for an id the form does not have. */
export function outcomeOfId(id: string): Outcome | null {
  return BY_ID.get(id) ?? null;
}

/** The rows whose refusals rest on Articles 14–16; they need reconsideration first since 2024-01-01. */
export const EXEMPTION_IDS: readonly OutcomeId[] = OUTCOMES.filter(({ remedy }) => remedy === "reconsider_first").map(
  ({ id }) => id,
);

/** The id of the row in an edition of the form: the 2019 form has one row for （六）. */
export function rowInFormat(id: OutcomeId, formatId: "f2019" | "f2021"): string {
  return formatId === "f2019" && id.startsWith("other.") ? "other" : id;
}

/** Names other systems and data files use for the same rows. */
const OTHER_NAMES: ReadonlyMap<string, OutcomeId> = new Map<string, OutcomeId>([
  ["denied.prohibited", "denied.other_law"],
  ["denied.three_security", "denied.three_safety"],
  ["unavailable.not_held", "unable.not_held"],
  ["unavailable.needs_processing", "unable.need_create"],
  ["unavailable.still_unclear", "unable.unclear"],
  ["not_processed.petition", "rejected.petition"],
  ["not_processed.repeat", "rejected.repeat"],
  ["not_processed.publication", "rejected.publication"],
  ["not_processed.abusive", "rejected.massive"],
  ["not_processed.reconfirm", "rejected.reissue"],
  ["other.unpaid", "other.no_payment"],
  ["other", "other.misc"],
]);

/** The row a name stands for, whether it is our id or one of the other names; null when it is neither. */
export function outcomeIdOf(name: string): OutcomeId | null {
  return outcomeOfId(name)?.id ?? OTHER_NAMES.get(name) ?? null;
}
