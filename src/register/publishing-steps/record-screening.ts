import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { line } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { HIT_KINDS } from "../publishing/screening-hit.js";
import { signature } from "../publishing/signature.js";

const count = z.int().nonnegative();

const place = z.discriminatedUnion("in", [
  z.object({ in: z.literal("text"), part: line, offset: count, length: count }),
  z.object({
    in: z.literal("attachment"),
    attachmentId: line,
    part: z.string().max(300),
    page: count.nullable(),
    offset: count,
    length: count,
  }),
]);

const hit = z.object({
  id: line,
  kind: z.enum(HIT_KINDS),
  sureness: z.enum(["sure", "likely"]),
  place,
  suggestion: z.string().max(500).nullable(),
});

/** 公开前筛查：what the program found in the text and in the files of one revision. */
export const recordScreening = defineItemTransition({
  id: "record-screening",
  label: "公开前筛查",
  basis: [regulations("第十五条"), regulations("第十七条")],
  from: ["drafting", "returned", "approved", "published"],
  to: [],
  role: "handler",
  records: "screened",
  input: z.object({ revision: z.int().positive(), hits: z.array(hit).max(5000), by: signature }),
  refusals: {
    otherRevision: "筛查的是第 {screened} 稿，现在是第 {current} 稿，请重新筛查。",
  },

  refuse({ revision }, { revision: screened }) {
    return screened === revision ? null : { refusalId: "otherRevision", data: { screened, current: revision } };
  },
  record: ({ revision, hits, by }, { on }) => ({ type: "screened", on, by, revision, hits }),
});
