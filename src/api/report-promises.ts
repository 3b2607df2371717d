import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { AGENCY, AGENCY_YEAR, REPORT_YEAR } from "./report-parts.js";
import { paragraph, promises, tag } from "./report-shapes.js";

/** What last year's report promised, and what became of it. */
export const promiseRoutes = {
  readPromises: defineRoute({
    id: "read-promises",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/promises",
    summary: "上年报告承诺的改进和落实情况",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    reply: promises,
  }),
  answerPromise: defineRoute({
    id: "answer-promise",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/promises/:number",
    summary: "写明一项承诺的落实情况",
    tag,
    right: "reports:write",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, number: z.coerce.number().int().min(1) }),
    body: z.object({
      version: z.number().int().min(0),
      state: z.enum(["done", "partly", "not-yet"]).nullable(),
      answer: z.array(paragraph).max(20),
    }),
    reply: promises,
  }),
} as const;
