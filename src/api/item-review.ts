import { z } from "zod";
import { REVIEW_VERDICTS } from "../register/publishing/item-event.js";
import { secrecyForm } from "../register/publishing/secrecy-form.js";
import { signature } from "../register/publishing/signature.js";
import { defineRoute } from "./define-route.js";
import { agency, id, item, tag, version, words } from "./publishing-parts.js";
import { itemReply } from "./publishing-shapes.js";

/** The way of a draft through the review, and who may sign. */
export const itemReviewRoutes = {
  "list-signers": defineRoute({
    ...{ id: "list-signers", method: "GET", path: "/agencies/:agencyId/item-signers", right: "items:read", tag },
    summary: "本机关可以签署审核环节的人和角色，供设定审核流程",
    params: agency,
    reply: z.object({ people: z.array(signature).readonly() }),
  }),
  "submit-item": defineRoute({
    ...{ id: "submit-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/submission", right: "items:draft", tag },
    summary: "送审；没有筛查过的先筛查",
    params: item,
    body: z.object({ version }),
    reply: itemReply,
  }),
  "recall-submission": defineRoute({
    ...{ id: "recall-submission", method: "POST", right: "items:draft", tag },
    path: "/agencies/:agencyId/items/:itemId/submission/recall",
    summary: "撤回送审：这一轮审核结束，稿件可以修改后再送审",
    params: item,
    body: z.object({ version, why: words }),
    reply: itemReply,
  }),
  "review-item": defineRoute({
    ...{ id: "review-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/reviews", right: "items:review", tag },
    summary: "审核：同意、退回、不予发布、暂缓、报请确定",
    params: item,
    body: z.object({
      version,
      stepId: id,
      verdict: z.enum(REVIEW_VERDICTS),
      opinion: words.nullable().default(null),
      checked: z.array(id).max(40).default([]),
      referredTo: z.string().trim().min(1).max(200).nullable().default(null),
    }),
    reply: itemReply,
  }),
  "review-secrecy": defineRoute({
    ...{ id: "review-secrecy", method: "POST", right: "items:secrecy-review", tag },
    path: "/agencies/:agencyId/items/:itemId/secrecy-reviews",
    summary: "保密审查表",
    params: item,
    body: z.object({ version, stepId: id, form: secrecyForm }),
    reply: itemReply,
  }),
} as const;
