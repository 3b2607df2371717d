import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { AGENCY, reportDay, sheetFault, yesNo } from "./report-parts.js";

const tag = "填报数字";
const YEAR_ASKED = z.object({ year: z.coerce.number().int().min(2008).max(2199) });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "应为月份，如 2025-03");
const PLACE = { row: z.string().max(100), column: z.string().max(100), month };
const FILE = z.object({ dryRun: yesNo.default("no") });

const monthlyFigure = z.object({
  ...PLACE,
  value: z.number(),
  source: z.string(),
  /** How many times the figure of this month was recorded. */
  version: z.number().int(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  reason: z.string().nullable(),
});

const DOCUMENT = {
  kind: z.enum(["rules", "normative_docs"]),
  title: z.string().min(1).max(500),
  number: z.string().max(100),
  madeOn: reportDay,
  publishedOn: reportDay.nullable(),
  repealedOn: reportDay.nullable(),
};

const normativeDocument = z.object({
  documentId: z.string(),
  ...DOCUMENT,
  version: z.number().int(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  reason: z.string().nullable(),
});

/** What table two is counted from: figures by month, and normative documents as stock and flow. */
export const figureRoutes = {
  listFigures: defineRoute({
    id: "list-figures",
    method: "GET",
    path: "/agencies/:agencyId/figures",
    summary: "查看一年里按月填报的数字",
    tag,
    right: "reports:read",
    params: z.object(AGENCY),
    query: YEAR_ASKED,
    reply: z.object({
      format: z.string(),
      /** What the form of the year asks for by month. `isPowerless`: the agency has no such power, nothing is asked. */
      asked: z.array(
        z.object({
          row: z.string(),
          column: z.string(),
          label: z.string(),
          unit: z.string().nullable(),
          isPowerless: z.boolean(),
          /** Months that are over and not entered. */
          missing: z.array(month),
        }),
      ),
      figures: z.array(monthlyFigure),
    }),
  }),
  readFigureHistory: defineRoute({
    id: "read-figure-history",
    method: "GET",
    path: "/agencies/:agencyId/figures/:row/:column/:month",
    summary: "查看一个数字的填报历史",
    tag,
    right: "reports:read",
    params: z.object({ ...AGENCY, ...PLACE }),
    reply: z.object({ figures: z.array(monthlyFigure) }),
  }),
  writeFigures: defineRoute({
    id: "write-figures",
    method: "PUT",
    path: "/agencies/:agencyId/figures",
    summary: "填报或者更正按月数字；别人已经改过的，不覆盖",
    tag,
    right: "figures:write",
    params: z.object(AGENCY),
    body: z.object({
      figures: z
        .array(
          z.object({
            ...PLACE,
            value: z.number(),
            /** As read; 0 for a month nobody entered. */
            version: z.number().int().min(0),
            reason: z.string().max(500).optional(),
          }),
        )
        .min(1)
        .max(2000),
    }),
    reply: z.object({ figures: z.array(monthlyFigure) }),
  }),
  importFigures: defineRoute({
    id: "import-figures",
    method: "POST",
    path: "/agencies/:agencyId/figures/import",
    summary: "从 xlsx、csv 导入按月数字；可先试读",
    tag,
    right: "figures:write",
    params: z.object(AGENCY),
    query: FILE,
    takesFile: true,
    reply: z.object({
      changes: z.array(z.object({ ...PLACE, label: z.string(), before: z.number().nullable(), after: z.number() })),
      unchanged: z.number().int(),
      faults: z.array(sheetFault),
      /** Nothing is written when there is a fault. */
      isWritten: z.boolean(),
    }),
  }),
  exportFigures: defineRoute({
    id: "export-figures",
    method: "GET",
    path: "/agencies/:agencyId/figures/export",
    summary: "导出一年的按月数字，xlsx；填好可以再导入",
    tag,
    right: "reports:read",
    params: z.object(AGENCY),
    query: YEAR_ASKED,
    file: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  }),
  writePowers: defineRoute({
    id: "write-powers",
    method: "PUT",
    path: "/agencies/:agencyId/powers",
    summary: "设置本机关没有哪些职权：表二的这些行不要求填报，记 0",
    tag,
    right: "figures:write",
    params: z.object(AGENCY),
    body: z.object({ withoutPower: z.array(z.string().max(100)).max(50) }),
    reply: z.object({ withoutPower: z.array(z.string()) }),
  }),
  listNormativeDocuments: defineRoute({
    id: "list-normative-documents",
    method: "GET",
    path: "/agencies/:agencyId/normative-documents",
    summary: "列出规章和行政规范性文件，及一年的制发、废止、现行有效数量",
    tag,
    right: "reports:read",
    params: z.object(AGENCY),
    query: YEAR_ASKED,
    reply: z.object({
      counts: z.array(
        z.object({
          kind: z.enum(["rules", "normative_docs"]),
          before: z.number().int(),
          made: z.number().int(),
          repealed: z.number().int(),
          valid: z.number().int(),
        }),
      ),
      documents: z.array(normativeDocument),
    }),
  }),
  writeNormativeDocument: defineRoute({
    id: "write-normative-document",
    method: "PUT",
    path: "/agencies/:agencyId/normative-documents/:documentId",
    summary: "登记一件规章或者规范性文件，或者登记它的公开、废止",
    tag,
    right: "figures:write",
    params: z.object({ ...AGENCY, documentId: z.string().min(1).max(100) }),
    body: z.object({ ...DOCUMENT, version: z.number().int().min(0), reason: z.string().max(500).optional() }),
    reply: normativeDocument,
  }),
  exportNormativeDocuments: defineRoute({
    id: "export-normative-documents",
    method: "GET",
    path: "/agencies/:agencyId/normative-documents/export",
    summary: "导出规章和规范性文件清单，xlsx；改好可以再导入",
    tag,
    right: "reports:read",
    params: z.object(AGENCY),
    query: YEAR_ASKED,
    file: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  }),
  importNormativeDocuments: defineRoute({
    id: "import-normative-documents",
    method: "POST",
    path: "/agencies/:agencyId/normative-documents/import",
    summary: "从 xlsx、csv 导入规章和规范性文件清单；可先试读",
    tag,
    right: "figures:write",
    params: z.object(AGENCY),
    query: FILE,
    takesFile: true,
    reply: z.object({
      added: z.array(z.object(DOCUMENT)),
      changed: z.array(z.object({ documentId: z.string(), before: z.object(DOCUMENT), after: z.object(DOCUMENT) })),
      unchanged: z.number().int(),
      faults: z.array(sheetFault),
      isWritten: z.boolean(),
    }),
  }),
} as const;
