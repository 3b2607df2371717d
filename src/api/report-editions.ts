import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { AGENCY_YEAR, cellDifference, composedReport, freezeRefusal, reportEdition, reportRelease } from "./report-parts.js";
import { EDITION, ONE_FILE, recordBehind, tag } from "./report-shapes.js";

/** What is done with a finished report: frozen, released, corrected as a numbered edition. */
export const editionRoutes = {
  readFreezing: defineRoute({
    id: "read-freezing",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/freezing",
    summary: "列出定稿前还要做的事",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    reply: z.object({
      mayFreeze: z.boolean(),
      /** The number the next edition would bear; from 2 on it is a correction. */
      nextEdition: z.number().int(),
      refusals: z.array(freezeRefusal),
      /** What the next edition would change in the last one; null when there is none yet. */
      differences: z.array(cellDifference).nullable(),
      /** The words it would change: the paragraphs that go and those that come. Null when there is none yet. */
      texts: z.array(z.object({ heading: z.string(), before: z.array(z.string()), after: z.array(z.string()) })).nullable(),
      /** Records that came into the cells that differ or left them, as in read-report-cell. */
      records: z.array(recordBehind),
    }),
  }),
  freezeReport: defineRoute({
    id: "freeze-report",
    method: "POST",
    path: "/agencies/:agencyId/reports/:year/editions",
    summary: "定稿；已经定稿的，写明原因后更正为下一版",
    tag,
    right: "reports:freeze",
    params: AGENCY_YEAR,
    body: z.object({
      /** The edition it is to follow, 0 for the first: nobody freezes past another one. */
      after: z.number().int().min(0),
      /** Why there is another edition. Null for the first. */
      reason: z.string().max(2000).nullable(),
    }),
    reply: reportEdition,
  }),
  listEditions: defineRoute({
    id: "list-editions",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/editions",
    summary: "列出一个年度的各版报告",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    reply: z.object({ editions: z.array(reportEdition) }),
  }),
  readEdition: defineRoute({
    id: "read-edition",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/editions/:edition",
    summary: "查看一版报告的全文、检查结果、理由和更正内容",
    tag,
    right: "reports:read",
    params: EDITION,
    reply: z.object({
      edition: reportEdition,
      /** Whether the content still gives its hash. */
      isUnchanged: z.boolean(),
      report: composedReport,
      checks: z.array(z.object({ fingerprint: z.string(), checkId: z.string(), severity: z.string(), message: z.string() })),
      reasons: z.array(z.object({ fingerprint: z.string(), reason: z.string(), by: z.string() })),
      correction: z.object({ reason: z.string(), ofHash: z.string(), differences: z.array(cellDifference) }).nullable(),
    }),
  }),
  releaseReport: defineRoute({
    id: "release-report",
    method: "POST",
    path: "/agencies/:agencyId/reports/:year/editions/:edition/release",
    summary: "发布：写出各种格式的文件，逐个读回核对后保存",
    tag,
    right: "reports:freeze",
    params: EDITION,
    reply: reportRelease,
  }),
  readReportFile: defineRoute({
    id: "read-report-file",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/editions/:edition/files/:format",
    summary: "下载已发布的报告文件",
    tag,
    right: "reports:read",
    params: z.object({ ...EDITION.shape, format: ONE_FILE }),
    file: { mediaType: "application/octet-stream" },
  }),
} as const;
