import { z } from "zod";
import { AGENCY_PARAMS } from "./case-parts.js";
import { defineRoute } from "./define-route.js";

/** What the desk tells besides requests, in this order. */
const ALSO_DUE = ["reconsideration", "litigation", "review", "publish", "interpret", "reassess", "report"] as const;

/** What 今日待办 shows besides requests. */
export const deskRoutes = {
  alsoDue: defineRoute({
    id: "read-also-due",
    method: "GET",
    path: "/agencies/:agencyId/also-due",
    summary: "申请以外的待办：复议、诉讼待答复，稿件待我审核，应公开、解读、再次评估，年度报告；没有的和无权看的不列",
    tag: "申请办理",
    right: "cases:read",
    params: AGENCY_PARAMS,
    reply: z.object({
      items: z.array(
        z.object({
          kind: z.enum(ALSO_DUE),
          count: z.number(),
          /** The first of their last days. */
          first: z.string().nullable(),
          isLate: z.boolean(),
          /** The only one, where it has a page of its own: the id of a proceeding, the year of a report. */
          only: z.string().nullable(),
        }),
      ),
    }),
  }),
} as const;
