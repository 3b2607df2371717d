import { z } from "zod";
import type { Citation } from "../../law/citation.js";
import { line, words } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { LINK_RELATIONS } from "../publishing/item-event.js";
import { LINKABLE_STATES } from "../publishing/linkable-states.js";
import { signature } from "../publishing/signature.js";

const INTERPRETATIONS: Citation = { instrument: "国办发〔2016〕19号", place: "" };

/** 取消关联 that was recorded by mistake. */
export const unlinkItems = defineItemTransition({
  id: "unlink-items",
  label: "取消关联",
  basis: [INTERPRETATIONS],
  from: LINKABLE_STATES,
  to: [],
  role: "handler",
  records: "unlinked",
  input: z.object({ relation: z.enum(LINK_RELATIONS), targetId: line, why: words, by: signature }),
  refusals: { noSuchLink: "没有这一关联。" },

  refuse({ links }, { relation, targetId }) {
    const isThere = links.some((link) => link.relation === relation && link.targetId === targetId);
    return isThere ? null : { refusalId: "noSuchLink", data: {} };
  },
  record: ({ relation, targetId, why, by }, { on }) => ({ type: "unlinked", on, by, relation, targetId, why }),
});
