import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { missingIn } from "../publishing/item-content.js";
import { openHits } from "../publishing/item-state.js";
import { reviewChain } from "../publishing/review-chain.js";
import { signature } from "../publishing/signature.js";

/** 送审：only what has its attribute, its catalogue data and a finished screening goes to review (国办发〔2016〕80号: 没有公开属性的退文). */
export const submitItem = defineItemTransition({
  id: "submit-item",
  label: "送审",
  basis: [regulations("第十二条"), regulations("第十七条")],
  from: ["drafting", "returned"],
  to: ["in-review"],
  role: "handler",
  records: "submitted",
  input: z.object({
    chain: reviewChain,
    /** Names of files of which a masked version was made, from the store. */
    superseded: z.array(z.string()).default([]),
    by: signature,
  }),
  refusals: {
    noAttribute: "还没有确定公开属性（主动公开、依申请公开或者不予公开），不能送审。",
    missing: "还缺少{fields}，补齐后才能送审。",
    madeLater: "生成日期{madeOn}还没有到，请核对。",
    notRevised: "退回后还没有修改，请修改后再送审。",
    notScreened: "现在的稿件还没有经过公开前筛查，筛查后才能送审。",
    superseded: "附件{names}已有隐去或者遮盖后的文件，原件不能公开，请换上隐去后的文件再送审。",
    openHits: "筛查发现 {count} 处须核对或者隐去的内容，逐处处理后才能送审。",
  },

  bar(state, { today }) {
    const { content, name, rounds, revision } = state;
    if (content?.attribute == null) return { refusalId: "noAttribute", data: {} };
    const missing = missingIn(content);
    if (missing.length > 0) return { refusalId: "missing", data: { fields: missing.join("、") } };
    if (content.madeOn !== null && content.madeOn > today) {
      return { refusalId: "madeLater", data: { madeOn: chineseDay(content.madeOn) } };
    }
    if (name === "returned" && rounds.at(-1)?.revision === revision) return { refusalId: "notRevised", data: {} };
    if (content.attribute.value !== "active") return null;
    const open = openHits(state);
    if (open === null) return { refusalId: "notScreened", data: {} };
    return open.length > 0 ? { refusalId: "openHits", data: { count: open.length } } : null;
  },
  refuse({ content }, { superseded }) {
    if (content?.attribute?.value !== "active" || superseded.length === 0) return null;
    return { refusalId: "superseded", data: { names: superseded.map((name) => `“${name}”`).join("、") } };
  },
  record: ({ chain, by }, { on }) => ({ type: "submitted", on, by, chain }),
});
