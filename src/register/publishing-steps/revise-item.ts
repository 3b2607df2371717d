import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { words } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { itemContent } from "../publishing/item-content.js";
import { signature } from "../publishing/signature.js";

/** 修改：a new revision, which goes through the whole review again; what is public stays as it is until then. */
export const reviseItem = defineItemTransition({
  id: "revise-item",
  label: "修改",
  basis: [regulations("第六条"), regulations("第二十六条")],
  from: ["drafting", "returned", "approved", "scheduled", "published", "kept", "withdrawn"],
  to: ["drafting"],
  role: "handler",
  records: "revised",
  input: z.object({ content: itemContent, why: words.nullable().default(null), by: signature }),
  refusals: {
    whyChanged: "本件{what}，修改须写明原因。",
    countedDocument: "本件已作为规章或者行政规范性文件公开，计入年度报告表二，修改时不能改变这一类别。",
    otherValidity: "有效性不能在正文里修改，请使用“改变有效性”并写明依据。",
  },

  refuse({ name, publication }, { content, why }) {
    if (publication !== null && content.validity !== publication.content.validity) {
      return { refusalId: "otherValidity", data: {} };
    }
    const counted = publication?.content.documentKind ?? null;
    if (counted !== null && content.documentKind !== counted) return { refusalId: "countedDocument", data: {} };
    if (why !== null || name === "drafting" || name === "returned") return null;
    return { refusalId: "whyChanged", data: { what: publication === null ? "已经审定" : "已经公开" } };
  },
  record: ({ content, why, by }, { on }) => ({ type: "revised", on, by, content, why }),
});
