import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { line, words } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { HIT_LABELS } from "../publishing/screening-hit.js";
import { signature } from "../publishing/signature.js";

/** 核对：what was found may be published as it is, and a person says why. To hide it instead, the text or the file is changed. */
export const clearHit = defineItemTransition({
  id: "clear-hit",
  label: "核对筛查结果",
  basis: [regulations("第十五条")],
  from: ["drafting", "returned", "approved", "published"],
  to: [],
  role: "handler",
  records: "hit-cleared",
  input: z.object({ hitId: line, why: words, by: signature }),
  refusals: {
    noSuchHit: "筛查结果里没有这一处，内容可能已经修改，请重新筛查。",
    alreadyCleared: "这一处（{kind}）已由{by}核对。",
  },

  refuse({ screening, revision }, { hitId }) {
    const hit = screening?.revision === revision ? screening.hits.find(({ id }) => id === hitId) : undefined;
    if (hit === undefined) return { refusalId: "noSuchHit", data: {} };
    if (hit.cleared === null) return null;
    return { refusalId: "alreadyCleared", data: { kind: HIT_LABELS[hit.kind], by: hit.cleared.by.name } };
  },
  record: ({ hitId, why, by }, { on }) => ({ type: "hit-cleared", on, by, hitId, why }),
});
