import { z } from "zod";
import { type PlainDate, parsePlainDate } from "../law/plain-date.js";
import { SECTION_IDS, TABLE_IDS } from "../report/format.js";

/** What routes of the annual report, of figures and of normative documents have in common. */
export const AGENCY = { agencyId: z.string().min(1).max(100) };
/** The form exists since the year 2019. */
export const REPORT_YEAR = { year: z.coerce.number().int().min(2019).max(2199) };
export const AGENCY_YEAR = z.object({ ...AGENCY, ...REPORT_YEAR });

export const reportDay = z
  .string()
  .refine((text): text is PlainDate => parsePlainDate(text) !== null, "应为存在的日期，如 2026-01-20");
export const reportInstant = z.iso.datetime({ offset: true });

/** The address of a statutory cell; the ids are those of docs/report-schema.md. */
export const ADDRESS = { table: z.enum(TABLE_IDS), row: z.string().max(100), column: z.string().max(100) };
export const section = z.enum(SECTION_IDS);

export const talliedCell = z.object({
  ...ADDRESS,
  /** Null is a blank; `blank` says why. */
  value: z.number().nullable(),
  unit: z.enum(["万元", "元"]).nullable(),
  blank: z.string().nullable(),
  /** How many records stand behind it; null in the report of an area, where they are counted when asked for (read-report-cell). */
  records: z.number().int().nullable(),
});

export const openingDifference = z.object({
  ...ADDRESS,
  /** The agency whose report of last year it is. */
  agencyId: z.string(),
  reported: z.number(),
  ledger: z.number(),
  printed: z.enum(["reported", "ledger"]),
  records: z.array(z.string()),
  explanation: z.string().nullable(),
});

/** Where on the page a finding belongs. `place` is the id of a paragraph of the narrative (read-report-narrative). */
const findingPlace = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cell"), ...ADDRESS }),
  z.object({ kind: z.literal("section"), section, place: z.string().nullable() }),
  z.object({ kind: z.literal("frame"), part: z.enum(["title", "preface", "sign-off"]) }),
  z.object({ kind: z.literal("report") }),
]);

export const reportFinding = z.object({
  fingerprint: z.string(),
  checkId: z.string(),
  severity: z.enum(["error", "warning", "question"]),
  message: z.string(),
  at: findingPlace,
  related: z.array(findingPlace),
  /** The place in words: 表三 · 一、本年新收政府信息公开申请数量 · 自然人. */
  where: z.string(),
  excerpt: z.string(),
  basis: z.array(z.string()),
  /** Whether the report can be frozen with it: never, with a written reason, always. */
  freezing: z.enum(["never", "with-reason", "always"]),
  reason: z.object({ text: z.string(), by: z.string(), at: z.string() }).nullable(),
});

export const freezeRefusal = z.object({ refusalId: z.string(), message: z.string() });

const composedValue = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("number"),
    value: z.number(),
    unit: z.enum(["万元", "元"]).optional(),
    note: z.string().optional(),
  }),
  z.object({ kind: z.literal("blank") }),
  z.object({ kind: z.literal("text"), text: z.string() }),
]);

export const composedReport = z.object({
  format: z.string(),
  agency: z.string(),
  reportYear: z.number().int(),
  title: z.string(),
  preface: z.array(z.string()),
  sections: z.array(
    z.object({
      id: section.nullable(),
      heading: z.string(),
      paragraphs: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  ),
  cells: z.array(z.intersection(z.object(ADDRESS), composedValue)),
  signOff: z.object({ agency: z.string().nullable(), on: z.string().nullable() }).nullable(),
  remarks: z.array(z.string()),
});

export const cellDifference = z.object({
  ...ADDRESS,
  before: composedValue.nullable(),
  after: composedValue.nullable(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
});

export const releasedFile = z.object({
  format: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
});

export const reportRelease = z.object({
  releasedAt: z.string(),
  releasedBy: z.string(),
  files: z.array(releasedFile),
  /** Why a form is missing; null when all were written. */
  missing: z.string().nullable(),
});

export const reportEdition = z.object({
  year: z.number().int(),
  edition: z.number().int(),
  asOf: z.string(),
  contentHash: z.string(),
  frozenAt: z.string(),
  frozenBy: z.string(),
  reason: z.string().nullable(),
  release: reportRelease.nullable(),
});

/** A fault of one cell of a sheet that was to be imported. Row and column count from 1. */
export const sheetFault = z.object({ row: z.number().int(), column: z.number().int(), message: z.string() });

export const yesNo = z.enum(["yes", "no"]);
