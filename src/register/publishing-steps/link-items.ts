import { z } from "zod";
import type { Citation } from "../../law/citation.js";
import { line } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { LINK_RELATIONS } from "../publishing/item-event.js";
import { LINKABLE_STATES } from "../publishing/linkable-states.js";
import { signature } from "../publishing/signature.js";

const INTERPRETATIONS: Citation = { instrument: "国办发〔2016〕19号", place: "" };

/** 关联：this item interprets, repeals, amends or goes with another one; both show it. */
export const linkItems = defineItemTransition({
  id: "link-items",
  label: "关联其他信息",
  basis: [INTERPRETATIONS],
  from: LINKABLE_STATES,
  to: [],
  role: "handler",
  records: "linked",
  input: z.object({
    relation: z.enum(LINK_RELATIONS),
    targetId: line,
    /** The id of the item itself, to keep it from speaking of itself. */
    itemId: line,
    by: signature,
  }),
  refusals: {
    itself: "不能与自身关联。",
    already: "已经有这一关联。",
  },

  refuse({ links }, { relation, targetId, itemId }) {
    if (targetId === itemId) return { refusalId: "itself", data: {} };
    const isThere = links.some((link) => link.relation === relation && link.targetId === targetId);
    return isThere ? { refusalId: "already", data: {} } : null;
  },
  record: ({ relation, targetId, by }, { on }) => ({ type: "linked", on, by, relation, targetId }),
});
