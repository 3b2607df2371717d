import { explainDue } from "../../law/clock/explain-due.js";
import { feeCalculation, processingFee } from "../../law/fees/processing-fee.js";
import { chineseDay } from "../../law/plain-date.js";
import type { ServiceMethod } from "../../law/remedies/service-method.js";
import { lackingProof } from "../../register/lacking-proof.js";
import { actOf, type CaseFacts, youOf } from "./case-facts.js";
import { articles, blank, channelWords, type LetterText, type Passage, receiptText, says } from "./letter-text.js";
import { serviceWords } from "./service-words.js";

/** The last day and how it comes about, in sentences that can be checked with a calendar. */
function dueOf(facts: CaseFacts, contents: string): Passage[] {
  const { clock } = facts;
  const due = clock.due === null ? "" : chineseDay(clock.due);
  const asked = clock.state.kind === "stopped" && clock.state.by === "consultation";
  const open = asked ? "正在征求意见，以上日期按在意见期限届满时仍未收到意见推算；提前收到的，答复期限相应提前届满。" : "";
  return [
    says(contents, `本机关将于${due}前（含当日）作出答复。`),
    says([], `期限推算：${explainDue({ ...clock, flags: [] }).join("")}${open}`),
  ];
}

/** The fee on record as the tariff works it out. */
export function feeOf(facts: Pick<CaseFacts, "input">, { basis, quantity }: { basis: "item" | "page"; quantity: number }) {
  return basis === "item"
    ? processingFee({ basis, before: facts.input.piecesBefore ?? 0, pieces: quantity })
    : processingFee({ basis, pages: quantity });
}

/** Letters to the requester on the way to an answer and after it, and the receipt of service. */
export const PROCEDURAL_TEXTS: readonly LetterText[] = [
  {
    letterId: "L-RECEIPT",
    act: "receipt",
    to: "requester",
    opens: false,
    body(facts) {
      const { request } = facts.input.caseFile;
      const { office, contact, inquiry } = facts.input.agency;
      const [zero] = facts.clock.derivation.filter(({ kind }) => kind === "day-zero");
      return [
        says(
          ["申请编号", "收到渠道", "申请内容"],
          `${youOf(facts)}${channelWords(facts)}的政府信息公开申请已经登记，申请编号为${request.number}，申请公开的内容为：“${request.description}”。`,
        ),
        says("收到日期及认定依据", `收到申请之日为${receiptText(facts)}，即${zero?.why ?? ""}（${zero?.basis ?? ""}）。`),
        ...dueOf(facts, "答复到期日"),
        says("承办机构及联系方式", `承办机构为${office}，联系方式：${contact}。`),
        says("查询方式（查询码）", `办理进度可凭申请编号${request.number}查询：${inquiry}。`),
      ];
    },
  },
  {
    letterId: "L-CORRECT",
    act: "clarification-requested",
    to: "requester",
    opens: true,
    body(facts) {
      const { unclear, clarifyBy } = actOf(facts, "clarification-requested");
      const you = youOf(facts);
      const isWhole = lackingProof(facts.input.caseFile.request.requester).length === 0;
      return [
        says("不明确之处", `经审查，申请内容${isWhole ? "" : "不完整或者"}不明确：`, blank("unclear", unclear), "。"),
        says(
          ["需要补正的事项（一次性告知）", "合理的补正期限"],
          `根据${articles(facts.letter.citations)}的规定，现一次性告知${you}，请于${chineseDay(clarifyBy)}前（含当日）补正以下事项：`,
          blank("to-add"),
          "。",
        ),
        says(
          "指导和释明",
          blank("guidance"),
          `。如有疑问，可以联系${facts.input.agency.office}（${facts.input.agency.contact}）。`,
        ),
        says("答复期限自收到补正之日起计算", "本机关收到补正后的申请之日起重新计算答复期限。"),
        says("逾期不补正的后果", `${you}无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。`),
      ];
    },
  },
  {
    letterId: "L-REASON",
    act: "reasons-asked",
    to: "requester",
    opens: true,
    body(facts) {
      const { answerBy } = actOf(facts, "reasons-asked");
      return [
        says("数量、频次明显超过合理范围的事实", "经审查，", blank("excess-facts"), "，申请的数量、频次明显超过合理范围。"),
        says(
          "要求说明理由及期限",
          `根据${articles(facts.letter.citations)}的规定，请${youOf(facts)}于${chineseDay(answerBy)}前（含当日）书面说明申请的理由。`,
        ),
        says(
          "理由不合理或不说明的后果",
          "本机关认为申请理由不合理或者逾期不说明理由的，将告知不予处理；认为申请理由合理，但是无法在规定的期限内答复的，可以确定延迟答复的合理期限并告知。",
        ),
      ];
    },
  },
  {
    letterId: "L-EXTEND",
    act: "extended",
    to: "requester",
    opens: true,
    body(facts) {
      const { grounds, workingDays } = actOf(facts, "extended");
      return [
        says("延期理由", "因", blank("extension-grounds", grounds), "，本机关不能在20个工作日内答复。"),
        says(
          "经政府信息公开工作机构负责人同意",
          `根据${articles(facts.letter.citations)}的规定，经政府信息公开工作机构负责人同意，答复期限延长${workingDays}个工作日。`,
        ),
        ...dueOf(facts, "延长后的到期日（不超过20个工作日）"),
      ];
    },
  },
  {
    letterId: "L-DELAY35",
    act: "later-date-set",
    to: "requester",
    needs: ["reasons-given"],
    opens: true,
    body(facts) {
      return [
        says(
          "理由合理的认定",
          `${youOf(facts)}于${chineseDay(actOf(facts, "reasons-given").on)}说明了申请的理由。经审查，`,
          blank("good-reasons", "本机关认为申请理由合理"),
          "。",
        ),
        says([], `根据${articles(facts.letter.citations)}的规定，本机关确定延迟答复的合理期限如下。`),
        ...dueOf(facts, "延迟答复的合理期限"),
      ];
    },
  },
  {
    letterId: "L-3P-TELL",
    act: "third-party-asked",
    to: "requester",
    opens: true,
    body: (facts) => [
      says(
        "正在征求第三方/其他机关意见",
        `经审查，公开上述信息可能损害第三方合法权益，本机关已于${chineseDay(facts.on)}依法书面征求第三方的意见。`,
      ),
      says("所需时间不计入答复期限", `根据${articles(facts.letter.citations)}的规定，征求意见所需时间不计算在答复期限内。`),
    ],
  },
  {
    letterId: "L-FEE",
    act: "fee-noticed",
    to: "requester",
    opens: true,
    body(facts) {
      const fee = actOf(facts, "fee-noticed");
      const computed = feeOf(facts, fee);
      return [
        says(
          "收费依据与标准（按件或按量，二者不得并用）",
          `根据${articles(facts.letter.citations)}的规定，本机关对该申请${computed.tariff.name}信息处理费。`,
        ),
        says("计算过程与金额", `${feeCalculation(computed).join("")}应缴金额为${fee.yuan}元。`),
        says(
          ["缴费方式", "缴费期限"],
          `请于${chineseDay(fee.payBy)}前（含当日）缴纳，缴费方式：${facts.input.agency.payment ?? ""}。`,
        ),
        says("逾期未缴视为放弃、不再处理", `${youOf(facts)}逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。`),
        says("不能单独就收费决定申请复议或起诉", "对收取信息处理费的决定不服的，不能单独就该决定申请行政复议或者提起行政诉讼。"),
      ];
    },
  },
  {
    letterId: "L-RECTIFY",
    act: "rectification-answered",
    to: "requester",
    needs: ["rectification-requested"],
    opens: true,
    body(facts) {
      const { on, records, evidence } = actOf(facts, "rectification-requested");
      const { reasons } = actOf(facts, "rectification-answered");
      return [
        says(
          "更正申请与证据",
          `${youOf(facts)}于${chineseDay(on)}提出，本机关提供的与${youOf(facts)}自身相关的政府信息记录不准确：${sentence(records)}，要求更正，并提供了证据：${sentence(evidence)}。`,
        ),
        says("更正/不予更正/转送及理由", "经审核，", blank("rectification-reasons", reasons), "。"),
        says("更正/不予更正/转送及理由", `根据${articles(facts.letter.citations)}的规定，${rectificationWords(facts)}`),
      ];
    },
  },
  {
    letterId: "L-DELIVER",
    act: "service",
    to: "requester",
    opens: false,
    body: () => [],
    form(facts) {
      const { delivers } = facts.input;
      return [
        {
          label: "送达文书名称及文号",
          text: [delivers?.title, delivers?.number].filter(Boolean).join(" "),
          contents: ["文书名称及文号"],
        },
        { label: "受送达人", text: delivers?.addressee ?? "", contents: [] },
        { label: "送达方式", text: serviceWords(methodOf(facts)), contents: ["送达方式"] },
        { label: "送达日期", text: chineseDay(facts.on), contents: ["日期"] },
        { label: "收件人签名或者盖章", text: "", contents: ["收件人签收"] },
        { label: "收件日期", text: "　　　　年　　月　　日", contents: [] },
        { label: "代收人签名及与受送达人关系", text: "", contents: [] },
        { label: "送达人", text: "", contents: [] },
        { label: "备注", text: "", contents: [] },
      ];
    },
  },
];

function methodOf({ act }: CaseFacts): ServiceMethod {
  if (act.body.type === "served" || act.body.type === "letter-served") return act.body.method;
  throw new Error("A receipt of service tells of a service.");
}

/** What was decided on the records, in the words of 第四十一条. */
function rectificationWords(facts: CaseFacts): string {
  const { answer, competent = "" } = actOf(facts, "rectification-answered");
  switch (answer) {
    case "rectified":
      return "本机关对上述政府信息记录予以更正，现予告知。";
    case "refused":
      return "本机关对上述政府信息记录不予更正，现予告知。";
    case "transferred":
      return `上述记录的更正不属于本机关职能范围，本机关已转送有权更正的行政机关${competent}处理，现予告知。`;
    case "referred":
      return `上述记录的更正不属于本机关职能范围，请${youOf(facts)}向有权更正的行政机关${competent}提出。`;
  }
}

/** What a person wrote, as a part of a sentence. */
function sentence(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, "；")
    .replace(/[。；;，,.]+$/, "");
}
