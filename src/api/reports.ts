import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { figureRoutes } from "./figures.js";
import { pageQuery } from "./paging.js";
import { editionRoutes } from "./report-editions.js";
import { openingRoutes } from "./report-openings.js";
import {
  ADDRESS,
  AGENCY,
  AGENCY_YEAR,
  openingDifference,
  REPORT_YEAR,
  reportEdition,
  reportFinding,
  reportInstant,
  section,
  talliedCell,
} from "./report-parts.js";
import { promiseRoutes } from "./report-promises.js";
import { AS_OF, draftState, ONE_FILE, PREVIOUS, recordBehind, tag } from "./report-shapes.js";
import { writingRoutes } from "./report-writing.js";

/** The annual report, its three tables live all year, and what is done with it. */
export const reportRoutes = {
  ...figureRoutes,
  listReports: defineRoute({
    id: "list-reports",
    method: "GET",
    path: "/agencies/:agencyId/reports",
    summary: "列出各年度的报告：编制到哪一步，定稿、发布情况",
    tag,
    right: "reports:read",
    params: z.object(AGENCY),
    reply: z.object({
      reports: z.array(
        z.object({
          year: z.number().int(),
          editions: z.number().int(),
          frozenAt: z.string().nullable(),
          releasedAt: z.string().nullable(),
          /** 条例 第四十九条; null where no national rule names a day. */
          deadline: z.string().nullable(),
          isOver: z.boolean(),
        }),
      ),
    }),
  }),
  readReport: defineRoute({
    id: "read-report",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year",
    summary: "查看一个年度的三张表和编制情况，任何时候都可以",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: z.object({
      agency: z.string(),
      isGovernment: z.boolean(),
      format: z.string(),
      year: z.number().int(),
      asOf: z.string(),
      until: z.string(),
      isOver: z.boolean(),
      deadline: z.string().nullable(),
      cells: z.array(talliedCell),
      received: z.object({ letters: z.number().int(), pieces: z.number().int() }),
      doubts: z.array(z.object({ record: z.string(), doubtId: z.string(), message: z.string() })),
      differences: z.array(openingDifference),
      previous: PREVIOUS,
      editions: z.array(reportEdition),
      state: draftState,
    }),
  }),
  readReportCell: defineRoute({
    id: "read-report-cell",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/cells/:table/:row/:column",
    summary: "查看一格数字所依据的记录",
    tag,
    right: "reports:read",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, ...ADDRESS }),
    query: z.object({
      asOf: reportInstant.optional(),
      edition: z.coerce.number().int().min(1).optional(),
      ...pageQuery.shape,
    }),
    reply: z.object({ cell: talliedCell, records: z.array(recordBehind), next: z.string().nullable() }),
  }),
  readRecordCells: defineRoute({
    id: "read-record-cells",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/records/:recordId/cells",
    summary: "查看一件记录计入了哪些格",
    tag,
    right: "reports:read",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, recordId: z.string().max(200) }),
    query: AS_OF,
    reply: z.object({
      cells: z.array(z.object({ ...ADDRESS, where: z.string() })),
      /** Why it stands in none, or a person should look at it. */
      doubts: z.array(z.string()),
    }),
  }),
  readReportFindings: defineRoute({
    id: "read-report-findings",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/findings",
    summary: "检查草稿，列出问题和所在位置",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: z.object({ asOf: z.string(), findings: z.array(reportFinding) }),
  }),
  answerReportFinding: defineRoute({
    id: "answer-report-finding",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/findings/:fingerprint/reason",
    summary: "写明一个问题可以不改的理由；留空则撤回",
    tag,
    right: "reports:write",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, fingerprint: z.string().max(200) }),
    body: z.object({ reason: z.string().max(2000) }),
    reply: z.object({ reason: z.object({ text: z.string(), by: z.string(), at: z.string() }).nullable() }),
  }),
  ...writingRoutes,
  ...openingRoutes,
  ...promiseRoutes,
  ...editionRoutes,
  readDraftFile: defineRoute({
    id: "read-draft-file",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/draft/:format",
    summary: "下载草稿，供内部审阅",
    tag,
    right: "reports:read",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, format: ONE_FILE }),
    file: { mediaType: "application/octet-stream" },
  }),
  compareYears: defineRoute({
    id: "compare-years",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/comparison",
    summary: "与往年逐格比较；文字与上年逐句比较",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: z.object({ years: z.coerce.number().int().min(1).max(10).default(3) }),
    reply: z.object({
      /** This year first. draft: as it stands now. */
      years: z.array(z.object({ year: z.number().int(), source: z.enum(["draft", "edition", "paper"]) })),
      /** Cells of all the forms met; a year whose form has not the cell, or left it blank, is null. */
      cells: z.array(z.object({ ...ADDRESS, where: z.string(), values: z.array(z.number().nullable()) })),
      sections: z.array(
        z.object({
          section: section.nullable(),
          heading: z.string(),
          sentences: z.number().int(),
          /** Sentences that stand word for word in last year's report. */
          reused: z.array(z.string()),
        }),
      ),
    }),
  }),
} as const;
