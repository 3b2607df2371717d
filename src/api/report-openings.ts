import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { ADDRESS, AGENCY_YEAR, openingDifference, yesNo } from "./report-parts.js";
import { AS_OF, openingBooks, tag } from "./report-shapes.js";

/** With which report of last year the books of a year are opened. */
export const openingRoutes = {
  readOpening: defineRoute({
    id: "read-opening",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/opening",
    summary: "查看以上年哪份报告开账，与台账有哪些不一致",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: openingBooks,
  }),
  openBooks: defineRoute({
    id: "open-books",
    method: "POST",
    path: "/agencies/:agencyId/reports/:year/opening",
    summary: "以上年度已公布的报告文件开账（docx、doc、pdf、html、txt、xlsx 等）",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    /** `dryRun` tells what would be, and stores nothing. */
    query: z.object({ dryRun: yesNo.default("no") }),
    takesFile: true,
    reply: openingBooks,
  }),
  closeBooks: defineRoute({
    id: "close-books",
    method: "DELETE",
    path: "/agencies/:agencyId/reports/:year/opening",
    summary: "撤回以文件开的账",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    reply: openingBooks,
  }),
  explainDifference: defineRoute({
    id: "explain-difference",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/differences",
    summary: "说明上年报告与台账不一致的原因；留空则撤回",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    body: z.object({ ...ADDRESS, agencyId: z.string().max(100), reason: z.string().max(2000) }),
    reply: z.object({ differences: z.array(openingDifference) }),
  }),
} as const;
