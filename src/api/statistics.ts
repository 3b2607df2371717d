import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { AGENCY } from "./report-parts.js";

const tag = "统计";
const right = "reports:read";
const params = z.object(AGENCY);
const query = z.object({ year: z.coerce.number().int().min(2008).max(2199) });
const count = z.number().int();

const spread = {
  cases: count,
  /** Working days. */
  median: z.number().nullable(),
  mean: z.number().nullable(),
  /** Nine in ten took no longer. */
  ninth: z.number().nullable(),
};
const standing = { received: count, closed: count, closedLate: count, extended: count, open: count, openLate: count, ...spread };
const labelled = z.array(z.object({ code: z.string(), label: z.string(), count }));

/** How long requests take and where the time goes, outcomes, reviews, publication: of one agency, and of those below. */
export const statisticsRoutes = {
  readStatistics: defineRoute({
    id: "read-statistics",
    method: "GET",
    path: "/agencies/:agencyId/statistics",
    summary: "一年的统计：办理用时和时间去向、结果、复议诉讼及其纠正、主动公开",
    tag,
    right,
    params,
    query,
    reply: z.object({
      year: count,
      until: z.string(),
      firstYear: count,
      standing: z.object(standing),
      months: z.array(z.object({ month: z.string(), received: count, closed: count, published: count })),
      channels: labelled,
      requesters: labelled,
      outcomes: labelled,
      days: z.array(z.object({ days: count, count, late: count })),
      stages: z.array(
        z.object({
          /** "drafting" is whole where the letter was not submitted for signature here; else it is "writing" and "signing". */
          stage: z.enum(["allocation", "consultation", "drafting", "writing", "signing", "service"]),
          label: z.string(),
          ...spread,
          /** Over every answer, those without this stage too. */
          share: z.number().nullable(),
        }),
      ),
      units: z.array(z.object({ name: z.string(), ...spread })),
      reviews: z.array(
        z.object({
          kind: z.enum(["reconsideration", "litigation"]),
          label: z.string(),
          filed: count,
          upheld: count,
          corrected: count,
          other: count,
          pending: count,
        }),
      ),
      corrected: labelled,
      published: z.array(z.object({ item: z.string(), label: z.string(), months: z.array(count), total: count })),
    }),
  }),
  exportStatistics: defineRoute({
    id: "export-statistics",
    method: "GET",
    path: "/agencies/:agencyId/statistics/export",
    summary: "一年的统计，xlsx",
    tag,
    right,
    params,
    query,
    file: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  }),
  readAgenciesBelow: defineRoute({
    id: "read-agencies-below",
    method: "GET",
    path: "/agencies/:agencyId/statistics/below",
    summary: "下级机关一年的统计和报告进度，供主管部门查看",
    tag,
    right,
    params,
    query,
    reply: z.object({
      year: count,
      reportYear: count,
      agencies: z.array(
        z.object({
          agencyId: z.string(),
          name: z.string(),
          ...standing,
          published: count,
          report: z.enum(["released", "frozen", "none"]),
          reportDeadline: z.string().nullable(),
        }),
      ),
    }),
  }),
  exportAgenciesBelow: defineRoute({
    id: "export-agencies-below",
    method: "GET",
    path: "/agencies/:agencyId/statistics/below/export",
    summary: "下级机关一年的统计，xlsx",
    tag,
    right,
    params,
    query,
    file: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  }),
} as const;
