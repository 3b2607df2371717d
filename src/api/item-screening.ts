import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { id, item, tag, version, words } from "./publishing-parts.js";
import { itemReply } from "./publishing-shapes.js";

/** What is looked at before an item is published: found, cleared or hidden. */
export const itemScreeningRoutes = {
  "screen-item": defineRoute({
    ...{ id: "screen-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/screening", right: "items:draft", tag },
    summary: "公开前筛查正文和附件；答复附原文片段，历史里不留",
    params: item,
    body: z.object({ version }),
    reply: itemReply,
  }),
  "clear-hit": defineRoute({
    ...{ id: "clear-hit", method: "POST", path: "/agencies/:agencyId/items/:itemId/screening/:hitId", right: "items:draft", tag },
    summary: "核对一处筛查结果：可以照原样公开，并说明理由",
    params: item.extend({ hitId: id }),
    body: z.object({ version, why: words }),
    reply: itemReply,
  }),
  "clear-hits": defineRoute({
    ...{ id: "clear-hits", method: "POST", path: "/agencies/:agencyId/items/:itemId/clearances", right: "items:draft", tag },
    summary: "核对多处相同的筛查结果：一个理由，逐处记录",
    params: item,
    body: z.object({ version, hitIds: z.array(id).min(1).max(2000), why: words }),
    reply: itemReply,
  }),
  "mask-hits": defineRoute({
    ...{ id: "mask-hits", method: "POST", path: "/agencies/:agencyId/items/:itemId/masking", right: "items:draft", tag },
    summary: "隐去正文或者附件中的筛查结果：生成新的一稿，重新筛查以证明已经隐去",
    params: item,
    body: z.object({ version, hitIds: z.array(id).min(1).max(5000) }),
    reply: itemReply,
  }),
} as const;
