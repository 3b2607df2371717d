import { z } from "zod";
import { day, line } from "../register/input-fields.js";
import { PROCEEDING_STATES, type ProceedingStateName } from "../register/proceeding-state.js";
import { AGENCY_PARAMS, knownId, newId } from "./case-parts.js";
import { PROCEEDING_ROW, PROCEEDING_VIEW } from "./case-view.js";
import { defineRoute } from "./define-route.js";
import { pageOf, pageQuery } from "./paging.js";

const STATES = Object.keys(PROCEEDING_STATES) as [ProceedingStateName, ...ProceedingStateName[]]; // the keys of a table that is not empty
const PARAMS = z.object({ agencyId: knownId, proceedingId: knownId });
const tag = "复议和诉讼";

/** Reconsiderations and lawsuits, attached to a request or alone. */
export const proceedingRoutes = {
  list: defineRoute({
    id: "list-proceedings",
    method: "GET",
    path: "/agencies/:agencyId/proceedings",
    summary: "行政复议和行政诉讼案件",
    tag,
    right: "cases:read",
    params: AGENCY_PARAMS,
    query: pageQuery.extend({
      kind: z.enum(["reconsideration", "litigation"]).optional(),
      state: z.enum(STATES).optional(),
      caseId: knownId.optional(),
    }),
    reply: pageOf(PROCEEDING_ROW),
  }),
  export: defineRoute({
    id: "export-proceedings",
    method: "GET",
    path: "/agencies/:agencyId/proceedings/export",
    summary: "导出行政复议和行政诉讼案件，xlsx",
    tag,
    right: "cases:read",
    params: AGENCY_PARAMS,
    query: z.object({
      kind: z.enum(["reconsideration", "litigation"]).optional(),
      state: z.enum(STATES).optional(),
    }),
    file: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  }),
  open: defineRoute({
    id: "open-proceeding",
    method: "POST",
    path: "/agencies/:agencyId/proceedings",
    summary: "登记行政复议或者行政诉讼",
    tag,
    right: "cases:handle",
    params: AGENCY_PARAMS,
    body: z.object({
      id: newId,
      eventId: newId,
      kind: z.enum(["reconsideration", "litigation"]),
      /** Of a lawsuit: brought without reconsideration, or after it. */
      route: z.enum(["direct", "after_review"]).nullable().default(null),
      caseId: knownId.nullable().default(null),
      reconsiderationId: knownId.nullable().default(null),
      number: line.meta({ title: "案号" }),
      forum: line.meta({ title: "复议机关或者法院" }),
      isCoDefendant: z.boolean().default(false),
      filedOn: day.meta({ title: "提起日期" }),
      reason: line.optional(),
    }),
    reply: z.object({ view: PROCEEDING_VIEW, flags: z.array(z.string()) }),
  }),
  view: defineRoute({
    id: "view-proceeding",
    method: "GET",
    path: "/agencies/:agencyId/proceedings/:proceedingId",
    summary: "复议、诉讼案卷：经过、期限、现在可以做什么",
    tag,
    right: "cases:read",
    params: PARAMS,
    reply: PROCEEDING_VIEW,
  }),
  takeStep: defineRoute({
    id: "take-proceeding-step",
    method: "POST",
    path: "/agencies/:agencyId/proceedings/:proceedingId/steps",
    summary: "登记复议、诉讼的一步：通知、答复、中止、审结、上诉，或者更正（负责人）",
    tag,
    right: "cases:handle",
    params: PARAMS,
    body: z.object({ eventId: newId, transition: line, version: z.int().min(0), input: z.record(z.string(), z.unknown()) }),
    reply: z.object({ view: PROCEEDING_VIEW, flags: z.array(z.string()) }),
  }),
} as const;
