import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { AGENCY, AGENCY_YEAR, REPORT_YEAR, reportDay, section } from "./report-parts.js";
import { AS_OF, factsEntered, narrativeFrame, narrativeSection, paragraph, tag } from "./report-shapes.js";

/** What people write for the report of a year: its words, what stands around them, facts the register cannot count. */
export const writingRoutes = {
  readReportNarrative: defineRoute({
    id: "read-report-narrative",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/narrative",
    summary: "查看报告文字：台账写的、待写的、人写的",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: z.object({ asOf: z.string(), frame: narrativeFrame, sections: z.array(narrativeSection) }),
  }),
  writeReportSection: defineRoute({
    id: "write-report-section",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/narrative/:section",
    summary: "保存一个部分的文字；别人已经改过的，不覆盖",
    tag,
    right: "reports:write",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, section }),
    body: z.object({
      /** As read. */
      version: z.number().int().min(0),
      /** Only the places named are changed. Null takes back what was written. */
      places: z
        .array(z.object({ id: z.string().max(100), written: z.array(paragraph).max(200).nullable() }))
        .max(100)
        .default([]),
      /** Left out: as they are. */
      notes: z.array(paragraph).max(50).optional(),
    }),
    reply: narrativeSection,
  }),
  writeReportFrame: defineRoute({
    id: "write-report-frame",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/frame",
    summary: "保存前言、落款日期和附注",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    body: z.object({
      version: z.number().int().min(0),
      preface: z.array(paragraph).max(20).nullable(),
      signedOn: reportDay.nullable(),
      remarks: z.array(z.string().max(500)).max(10),
    }),
    reply: narrativeFrame,
  }),
  readYearFacts: defineRoute({
    id: "read-year-facts",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/facts",
    summary: "查看写报告用的事实：台账数出的和填报的",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: z.object({
      version: z.number().int(),
      editedAt: z.string().nullable(),
      editedBy: z.string().nullable(),
      ...factsEntered.shape,
      requests: z.object({
        letters: z.number().int(),
        byChannel: z.array(z.object({ channel: z.string(), label: z.string(), pieces: z.number().int() })),
        meanWorkingDays: z.number().nullable(),
        extended: z.number().int(),
      }),
      fees: z.object({ notices: z.number(), paid: z.number(), paidYuan: z.number(), lapsed: z.number() }),
    }),
  }),
  writeYearFacts: defineRoute({
    id: "write-year-facts",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/facts",
    summary: "填报培训、建议提案、各栏目和渠道的信息条数",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    body: z.object({ version: z.number().int().min(0), ...factsEntered.shape }),
    reply: z.object({ version: z.number().int(), editedAt: z.string(), editedBy: z.string(), ...factsEntered.shape }),
  }),
} as const;
