import { regulations } from "../../law/citation.js";
import { outcomeOfId } from "../../law/outcomes/outcomes.js";
import { chineseDay } from "../../law/plain-date.js";
import { actOf, actsOf, type CaseFacts, youOf } from "./case-facts.js";
import { numberText } from "./letter-draft.js";
import { articles, blank, type LetterText, type Passage, says } from "./letter-text.js";

/** A denial says that it denies and why (第三十六条第三项), besides the article of its ground. */
const DENIED = regulations("第三十六条第三项");

const answer = (letterId: string, body: LetterText["body"], more: Partial<LetterText> = {}): LetterText => ({
  letterId,
  act: "decided",
  to: "requester",
  opens: true,
  body,
  ...more,
});

/** 根据……的规定，…… */
const by = ({ letter }: CaseFacts, ...more: Parameters<typeof articles>[0]): string =>
  `根据${articles([...letter.citations, ...more])}的规定，`;

/** A refusal: what the information is, by which article, and that it is not given. */
const denial = (letterId: string, is: (facts: CaseFacts) => readonly Passage[], more: Partial<LetterText> = {}): LetterText =>
  answer(
    letterId,
    (facts) => [
      ...is(facts),
      says([], "不予公开的理由：", blank("clause"), "。"),
      says([], `${by(facts, DENIED)}本机关决定不予公开。`),
    ],
    more,
  );

/** Letters that close a case, one for each way to a row of table three. */
export const OUTCOME_TEXTS: readonly LetterText[] = [
  answer("L-GRANT", (facts) => [
    says("公开的信息名称/文号", `经审查，${youOf(facts)}申请公开的信息可以公开。公开的政府信息为：`, blank("information"), "。"),
    says("提供方式或获取的方式、途径和时间", `${by(facts)}本机关决定予以公开，提供方式：`, blank("provision"), "。"),
  ]),
  answer("L-ALREADY", (facts) => [
    says([], `经审查，${youOf(facts)}申请公开的信息已经主动公开。`),
    says(
      "获取该信息的方式、途径（网址/公报期号）",
      `${by(facts)}现告知获取该信息的方式、途径：`,
      blank("way-to-published"),
      "。",
    ),
  ]),
  answer("L-PARTIAL", (facts) => [
    says([], `经审查，${youOf(facts)}申请公开的信息中含有不应当公开的内容，但是能够作区分处理。`),
    says(
      "提供的部分",
      `${by(facts)}本机关决定部分公开。提供的部分为：`,
      blank("information"),
      "；提供方式：",
      blank("provision"),
      "。",
    ),
    says("不予公开的部分及逐项理由（具体到条款项）", "不予公开的部分及其理由为：", blank("withheld"), "。"),
  ]),
  denial(
    "L-DENY-SECRET",
    (facts) => [
      says(
        "依法定密的依据（密级、保密期限由内部留证，文书写明属依法确定的国家秘密）",
        `经审查，${youOf(facts)}申请公开的信息属于依法确定的国家秘密。`,
      ),
    ],
    { kept: ["classification"] },
  ),
  denial("L-DENY-PROHIBITED", (facts) => [
    says(
      "禁止公开的法律、行政法规名称及条款",
      `经审查，${youOf(facts)}申请公开的信息属于法律、行政法规禁止公开的政府信息，依据为：`,
      blank("prohibiting-law"),
      "。",
    ),
  ]),
  denial("L-DENY-SECURITY", (facts) => [
    says(
      "公开后可能危及何种安全及理由",
      `经审查，${youOf(facts)}申请公开的信息公开后可能危及国家安全、公共安全、经济安全、社会稳定，具体为：`,
      blank("danger"),
      "。",
    ),
  ]),
  denial(
    "L-DENY-THIRD",
    (facts) => [
      says(
        "涉及商业秘密/个人隐私",
        `经审查，${youOf(facts)}申请公开的信息涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害。`,
      ),
      says("第三方不同意且理由合理", opinionOf(facts)),
      says("不公开不会对公共利益造成重大影响的判断", blank("public-interest"), "，不公开不会对公共利益造成重大影响。"),
    ],
    { needs: ["third-party-asked"] },
  ),
  denial("L-DENY-INTERNAL", (facts) => [
    says(
      "属于人事管理/后勤管理/内部工作流程的哪一类",
      `经审查，${youOf(facts)}申请公开的信息属于行政机关的内部事务信息，具体为：`,
      blank("internal-kind"),
      "。",
    ),
  ]),
  denial("L-DENY-PROCESS", (facts) => [
    says(
      "属于讨论记录/过程稿/磋商信函/请示报告的哪一类",
      `经审查，${youOf(facts)}申请公开的信息属于行政机关在履行行政管理职能过程中形成的过程性信息，具体为：`,
      blank("process-kind"),
      "。",
    ),
    noDuty(),
  ]),
  denial("L-DENY-FILE", (facts) => [
    says("案卷名称", `经审查，${youOf(facts)}申请公开的信息属于行政执法案卷信息，案卷名称：`, blank("enforcement-file"), "。"),
    noDuty(),
  ]),
  answer("L-DENY-QUERY", (facts) => [
    says(
      ["依照的法律、行政法规", "办理途径（窗口、网址）"],
      `经审查，${youOf(facts)}申请公开的信息，有关法律、行政法规对其获取有特别规定：`,
      blank("special-law"),
      "。",
    ),
    says([], "理由：", blank("clause"), "。"),
    says([], `${by(facts)}请依照有关法律、行政法规的规定办理。`),
  ]),
  answer(
    "L-NOTEXIST",
    (facts) => [
      ...actsOf(facts.events, "searched").map(({ on, where, terms, found }) =>
        says(
          "检索的范围、方式和结果",
          `本机关于${chineseDay(on)}在${where}以“${terms}”进行了检索，${found ? "检索到相关信息" : "没有检索到所申请公开的信息"}。`,
        ),
      ),
      says("信息不存在的结论", `${by(facts)}现告知${youOf(facts)}，所申请公开的政府信息不存在。`),
    ],
    { needs: ["searched"] },
  ),
  answer("L-NOTOURS", (facts) => [
    says(
      ["理由", "能够确定的，负责机关的名称、联系方式"],
      `经审查，${youOf(facts)}申请公开的信息不属于本机关负责公开：`,
      blank("why-not-ours"),
      "。",
    ),
    says([], `${by(facts)}现予告知。`),
  ]),
  answer("L-PROCESSING", (facts) => [
    says(
      "现有信息中没有现成信息的说明",
      `经审查，${youOf(facts)}申请公开的信息需要本机关对现有政府信息进行加工、分析：`,
      blank("why-processing"),
      "。",
    ),
    says([], `${by(facts)}本机关不予提供。`),
  ]),
  answer(
    "L-UNCLEAR",
    (facts) => {
      const { on, clarifyBy } = actOf(facts, "clarification-requested");
      return [
        says(
          "补正经过",
          `因申请内容不明确，本机关于${chineseDay(on)}告知${youOf(facts)}在${chineseDay(clarifyBy)}前补正，${youOf(facts)}于${chineseDay(actOf(facts, "clarified").on)}提交了补正材料。`,
        ),
        says("仍不明确之处", "经审查，补正后申请内容仍不明确：", blank("still-unclear"), "。"),
        says([], `${by(facts)}本机关无法提供所申请的政府信息。`),
      ];
    },
    { needs: ["clarification-requested", "clarified"] },
  ),
  answer("L-PETITION", (facts) => [
    says("不作为政府信息公开申请处理", "经审查，", blank("why-petition"), `。${by(facts)}该申请不作为政府信息公开申请处理。`),
    says("可以告知的相应渠道", `${youOf(facts)}可以通过以下渠道提出：`, blank("petition-channel"), "。"),
  ]),
  answer("L-REPEAT", (facts) => {
    const { requestNumber = "", letterNumber = "", on = facts.on } = facts.input.earlierAnswer ?? {};
    return [
      says(
        "前次申请编号、答复文号和日期",
        `${youOf(facts)}此前提出的申请（申请编号：${requestNumber}），本机关已于${chineseDay(on)}作出答复（${letterNumber}）。`,
      ),
      says("不予重复处理", `本次申请公开的是相同的政府信息。${by(facts)}现告知不予重复处理。`),
    ];
  }),
  answer("L-PUBLICATION", (facts) => [
    says([], `经审查，${youOf(facts)}要求提供的是政府公报、报刊、书籍等公开出版物。`),
    says("获取公报、报刊、书籍的途径", `${by(facts)}现告知获取的途径：`, blank("way-to-publication"), "。"),
  ]),
  answer(
    "L-UNREASONABLE",
    (facts) => {
      const { on, answerBy } = actOf(facts, "reasons-asked");
      const given = actsOf(facts.events, "reasons-given").at(-1);
      const then = given === undefined ? "逾期没有说明" : `于${chineseDay(given.on)}作了说明`;
      return [
        says([], "经审查，", blank("amount"), "，申请的数量、频次明显超过合理范围。"),
        says(
          "要求说明理由的经过",
          `本机关于${chineseDay(on)}要求${youOf(facts)}在${chineseDay(answerBy)}前说明理由，${youOf(facts)}${then}。`,
        ),
        says("认为理由不合理的依据", "本机关认为申请理由不合理：", blank("why-unreasonable"), "。"),
        says("不予处理", `${by(facts)}本机关对该申请不予处理。`),
      ];
    },
    { needs: ["reasons-asked"] },
  ),
  // The row stands in the form of the annual report only; no article of the Regulations is claimed for it.
  answer("L-RECONFIRM", (facts) => [
    says(
      "此前已提供的事实",
      "经审查，",
      blank("earlier-provision"),
      `。${youOf(facts)}要求的是对已经获取的政府信息进行确认或者重新出具。`,
    ),
    says([], "本机关对该申请不予处理。"),
  ]),
  answer(
    "L-CLOSED-NOCORR",
    (facts) => {
      const { on, clarifyBy } = actOf(facts, "clarification-requested");
      return [
        says(
          "补正告知的日期和期限",
          `因申请内容不明确，本机关于${chineseDay(on)}告知${youOf(facts)}在${chineseDay(clarifyBy)}前补正。`,
        ),
        says("视为放弃申请", `${youOf(facts)}无正当理由逾期不补正。${by(facts)}视为放弃申请，本机关不再处理该政府信息公开申请。`),
      ];
    },
    { act: "closing", needs: ["clarification-requested", "clarification-lapsed"] },
  ),
  answer(
    "L-CLOSED-UNPAID",
    (facts) => {
      const { on, payBy, yuan } = actOf(facts, "fee-noticed");
      const number = facts.input.issued?.get("L-FEE");
      return [
        says(
          "收费通知文号与期限",
          `本机关于${chineseDay(on)}向${youOf(facts)}发出收费通知（${number === undefined ? "" : numberText(number)}），要求在${chineseDay(payBy)}前缴纳信息处理费${yuan}元。`,
        ),
        says("未缴费的事实", `${youOf(facts)}逾期未缴纳。${by(facts)}视为放弃申请，本机关不再处理该政府信息公开申请。`),
      ];
    },
    { act: "closing", needs: ["fee-noticed", "fee-lapsed"] },
  ),
  answer(
    "L-WITHDRAWN",
    (facts) => [
      says(
        "撤回的日期和方式",
        `${youOf(facts)}于${chineseDay(actOf(facts, "withdrawn").on)}以`,
        blank("withdrawal-way"),
        "的方式撤回上述申请。",
      ),
      says("不再处理", "本机关确认收到，对该政府信息公开申请不再处理。"),
    ],
    { act: "closing", needs: ["withdrawn"] },
  ),
];

function noDuty(): Passage {
  return says(
    "没有法律、法规、规章规定应当公开",
    "经核对，",
    blank("no-duty-to-publish"),
    "，没有法律、法规、规章规定该信息应当公开。",
  );
}

/** What the third party said, or that it said nothing in time (第三十二条). */
function opinionOf(facts: CaseFacts): string {
  const asked = chineseDay(actOf(facts, "third-party-asked").on);
  const answered = actsOf(facts.events, "third-party-answered").filter(({ opinion }) => opinion !== "agrees");
  const [last] = answered.slice(-1);
  if (last === undefined) return `本机关于${asked}书面征求第三方的意见，第三方逾期未提出意见。`;
  return `本机关于${asked}书面征求第三方的意见，第三方于${chineseDay(last.on)}答复不同意公开，本机关认为其理由合理。`;
}

/** The withheld parts one after another, each with the article of its row. */
export function withheldText(
  parts: readonly { readonly part: string; readonly outcome: string; readonly reasons: string }[],
): string {
  return parts
    .map(({ part, outcome, reasons }, index) => {
      const citations = outcomeOfId(outcome)?.forms[0].citations ?? [];
      const mark = parts.length > 1 ? `（${index + 1}）` : "";
      return `${mark}${part}，${reasons}，依据${articles(citations)}不予公开`;
    })
    .join("；");
}
