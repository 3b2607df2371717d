import { TIME_LIMITS } from "../../law/clock/time-limits.js";
import { chineseDay } from "../../law/plain-date.js";
import { actOf, type CaseFacts } from "./case-facts.js";
import { numberText } from "./letter-draft.js";
import { articles, blank, type LetterText, says } from "./letter-text.js";

/** Letters to others than the requester, who is named in none of them. */
export const OTHER_PARTY_TEXTS: readonly LetterText[] = [
  {
    letterId: "L-3P-ASK",
    act: "third-party-asked",
    to: "third-party",
    opens: false,
    body(facts) {
      // 第三方不必知道申请人是谁: the requester is not named.
      const { description } = facts.input.caseFile.request;
      const days = TIME_LIMITS["third-party"].length;
      return [
        says("申请公开的信息", `本机关收到政府信息公开申请，申请公开的信息为：“${description}”。`),
        says("涉及第三方权益之处", "经审查，上述信息涉及你（单位）的合法权益：", blank("third-party-interest"), "。"),
        says(
          "15个工作日内提出意见",
          `根据${articles(facts.letter.citations)}的规定，现书面征求你（单位）的意见，请自收到本函之日起${days}个工作日内提出是否同意公开的意见。`,
        ),
        says("不同意的应说明合理理由", "不同意公开或者只同意部分公开的，应当说明合理的理由。"),
        says("逾期未提出意见的由本机关决定是否公开", "逾期未提出意见的，由本机关依照《政府信息公开条例》的规定决定是否公开。"),
        says(
          "回执（同意/不同意/理由/签章）",
          `请填写所附回执并签名或者盖章后寄送${facts.input.agency.office}（${facts.input.agency.contact}）。`,
        ),
      ];
    },
    form: () => [
      { label: "对公开的意见", text: "□同意  □部分同意  □不同意", contents: ["回执（同意/不同意/理由/签章）"] },
      { label: "理由", text: "", contents: [] },
      { label: "签名或者盖章", text: "", contents: [] },
      { label: "日期", text: "　　　　年　　月　　日", contents: [] },
    ],
  },
  {
    letterId: "L-3P-REPLY",
    act: "third-party-asked",
    to: "third-party",
    opens: false,
    body(facts) {
      const { party, on } = actOf(facts, "third-party-asked");
      const number = facts.input.issued?.get("L-3P-ASK");
      const asked = number === undefined ? "" : `（${numberText(number)}）`;
      return [
        says([], `${facts.agencyName}：`),
        says(
          [],
          `${party}已收到${chineseDay(on)}的征求意见书${asked}，对公开“${facts.input.caseFile.request.description}”的意见如下。`,
        ),
      ];
    },
    form: () => [
      { label: "意见", text: "□同意  □部分同意  □不同意", contents: ["同意/部分同意/不同意"] },
      { label: "理由", text: "", contents: ["理由"] },
      { label: "签名或者盖章", text: "", contents: ["签名或盖章"] },
      { label: "日期", text: "　　　　年　　月　　日", contents: ["日期"] },
    ],
  },
  {
    letterId: "L-3P-DECIDE",
    act: "decided",
    to: "third-party",
    needs: ["third-party-asked", "third-party-answered"],
    opens: false,
    body: (facts) => [
      says(
        [],
        `本机关曾就政府信息公开申请征求你（单位）的意见。你（单位）于${chineseDay(answerOf(facts)?.on ?? facts.on)}提出不同意公开的意见。`,
      ),
      says("公共利益理由", "经审查，本机关认为不公开可能对公共利益造成重大影响：", blank("third-party-public-interest"), "。"),
      says(
        "决定公开的政府信息内容",
        `根据${articles(facts.letter.citations)}的规定，本机关决定予以公开的政府信息内容为：`,
        blank("information"),
        "。",
      ),
      says("公开时间", `上述决定于${chineseDay(facts.on)}作出，信息随当日的答复向申请人公开。`),
    ],
  },
  {
    letterId: "L-COAUTHOR",
    act: "joint-maker-asked",
    to: "joint-maker",
    opens: false,
    body: (facts) => [
      says(
        "申请内容",
        `本机关收到政府信息公开申请，申请公开的内容为：“${facts.input.caseFile.request.description}”。该信息由你机关与本机关共同制作。`,
      ),
      says("拟公开意见", "本机关的拟处理意见为：", blank("proposed-answer"), "。"),
      says(
        "15个工作日内提出意见，逾期视为同意公开",
        `根据${articles(facts.letter.citations)}的规定，请自收到本函之日起${TIME_LIMITS["joint-maker"].length}个工作日内提出意见，逾期未提出意见的视为同意公开。`,
      ),
    ],
  },
  {
    letterId: "L-ASSIST",
    act: "assistance-asked",
    to: "assisting-unit",
    opens: false,
    body(facts) {
      // 协办机构不必知道申请人是谁: the requester is not named.
      const { matters, answerBy } = actOf(facts, "assistance-asked");
      return [
        says(
          "申请内容",
          `本机关收到政府信息公开申请（申请编号：${facts.input.caseFile.request.number}），申请公开的内容为：“${facts.input.caseFile.request.description}”。`,
        ),
        says(
          "协办事项",
          `根据${articles(facts.letter.citations)}的规定，请协助办理以下事项：`,
          blank("assistance-matters", matters),
          "。",
        ),
        says(
          "反馈时限",
          `请于${chineseDay(answerBy)}前（含当日）书面反馈${facts.input.agency.office}（${facts.input.agency.contact}）。协办的时间计算在答复期限内，请按时反馈。`,
        ),
      ];
    },
  },
];

/** The answer of the third party that is written to. */
export function answerOf({ events, input }: Pick<CaseFacts, "events" | "input">) {
  return events
    .flatMap(({ body }) => (body.type === "third-party-answered" ? [body] : []))
    .filter(({ party, opinion }) => (input.party === undefined ? opinion !== "agrees" : party === input.party))
    .at(-1);
}
