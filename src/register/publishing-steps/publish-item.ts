import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { lastRound, openHits } from "../publishing/item-state.js";
import { signature } from "../publishing/signature.js";

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join("、");

/** 公开：the instant is the server's; nobody enters it (伪造发稿日期 is a fault that vetoes a site's inspection). */
export const publishItem = defineItemTransition({
  id: "publish-item",
  label: "公开",
  basis: [regulations("第二十四条"), regulations("第二十六条")],
  from: ["approved", "scheduled"],
  to: ["published"],
  role: "handler",
  records: "published",
  input: z.object({
    indexNumber: z.string().trim().min(1).max(64),
    publishedAt: z.iso.datetime(),
    /** Names of files of which a masked version was made, from the store. */
    superseded: z.array(z.string()).default([]),
    by: signature,
  }),
  refusals: {
    notPublic: "本件的公开属性不是主动公开，不能公开。",
    notReviewed: "审核的是第 {reviewed} 稿，现在是第 {current} 稿，须重新送审。",
    openHits: "还有没有核对的筛查结果，不能公开。",
    superseded: "附件{names}已有隐去或者遮盖后的文件，原件不能公开，请换上隐去后的文件。",
    otherNumber: "本件已有索引号 {index}，索引号不能改变。",
  },

  bar(state) {
    const { content, revision } = state;
    if (content?.attribute?.value !== "active") return { refusalId: "notPublic", data: {} };
    const round = lastRound(state);
    if (round?.outcome !== "approved" || round.revision !== revision) {
      return { refusalId: "notReviewed", data: { reviewed: round?.revision ?? 0, current: revision } };
    }
    return openHits(state)?.length === 0 ? null : { refusalId: "openHits", data: {} };
  },
  refuse({ publication }, { indexNumber, superseded }) {
    if (superseded.length > 0) return { refusalId: "superseded", data: { names: quoted(superseded) } };
    if (publication === null || publication.indexNumber === indexNumber) return null;
    return { refusalId: "otherNumber", data: { index: publication.indexNumber } };
  },
  record: ({ indexNumber, publishedAt, by }, { on }) => ({ type: "published", on, by, indexNumber, publishedAt }),
});
