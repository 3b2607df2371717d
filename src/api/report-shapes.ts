import { z } from "zod";
import { ADDRESS, AGENCY, openingDifference, REPORT_YEAR, reportInstant, section } from "./report-parts.js";

export const tag = "年度报告";
export const AS_OF = z.object({ asOf: reportInstant.optional() });
export const EDITION = z.object({ ...AGENCY, ...REPORT_YEAR, edition: z.coerce.number().int().min(1) });
export const ONE_FILE = z.enum(["docx", "pdf", "html", "xlsx", "txt", "json", "csv"]);
export const paragraph = z.string().max(20_000);

export const draftState = z.object({
  /** Places a person still has to write. */
  toWrite: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  questions: z.number().int(),
  /** Errors and warnings without a written reason, and errors no reason helps. */
  unanswered: z.number().int(),
  unexplained: z.number().int(),
  blanks: z.number().int(),
});

export const PREVIOUS = z.object({ kind: z.enum(["edition", "paper"]), year: z.number().int(), title: z.string() }).nullable();

const narrativePlace = z.object({
  id: z.string(),
  /** counted: written by the register. to-write: only a person can. heading: stands as it is. added: a person's own paragraphs. */
  kind: z.enum(["counted", "to-write", "heading", "added"]),
  /** What the register writes there now; null for a place to write. */
  counted: z.string().nullable(),
  hint: z.string().nullable(),
  /** The promise of last year it answers. */
  about: z.string().nullable(),
  isRequired: z.boolean(),
  /** What a person wrote; null: nobody did; empty: left out on purpose. */
  written: z.array(z.string()).nullable(),
  /** What the register wrote there when the person wrote over it, if it says something else now. */
  countedThen: z.string().nullable(),
});

export const narrativeSection = z.object({
  section,
  heading: z.string(),
  version: z.number().int(),
  editedAt: z.string().nullable(),
  editedBy: z.string().nullable(),
  places: z.array(narrativePlace),
  /** Below the table: what the register writes, and what people add. */
  countedNotes: z.array(z.string()),
  notes: z.array(z.string()),
  /** What was written at places that are no longer asked for. Kept, not printed. */
  left: z.array(z.object({ id: z.string(), about: z.string().nullable(), written: z.array(z.string()) })),
});

export const narrativeFrame = z.object({
  version: z.number().int(),
  editedAt: z.string().nullable(),
  editedBy: z.string().nullable(),
  title: z.string(),
  countedPreface: z.array(z.string()),
  /** Null: as counted. */
  preface: z.array(z.string()).nullable(),
  signedOn: z.string().nullable(),
  remarks: z.array(z.string()),
});

const columnCounts = z.array(z.object({ name: z.string().min(1).max(100), items: z.number().int().min(0) })).max(100);
const proposalCount = z.object({ handled: z.number().int().min(0), satisfied: z.number().int().min(0) });
export const factsEntered = z.object({
  trainings: z.object({ held: z.number().int().min(0), people: z.number().int().min(0) }).nullable(),
  proposals: z.object({ congress: proposalCount, conference: proposalCount }).nullable(),
  /** Items published by column of the platform, and by channel. Null: not entered. */
  published: columnCounts.nullable(),
  channels: columnCounts.nullable(),
});

export const promise = z.object({
  number: z.number().int(),
  /** In the words of last year's report. */
  promise: z.string(),
  state: z.enum(["done", "partly", "not-yet"]).nullable(),
  answer: z.array(z.string()),
});
export const promises = z.object({
  previous: PREVIOUS,
  /** Of section five, where the answers are printed. */
  version: z.number().int(),
  promises: z.array(promise),
  answered: z.number().int(),
});

export const openingBooks = z.object({
  kind: z.enum(["edition", "paper"]).nullable(),
  year: z.number().int(),
  title: z.string().nullable(),
  fileName: z.string().nullable(),
  openedAt: z.string().nullable(),
  openedBy: z.string().nullable(),
  figures: z.array(z.object({ ...ADDRESS, value: z.number().nullable() })),
  differences: z.array(openingDifference),
  /** What a person should look at before relying on it. */
  warnings: z.array(z.string()),
});

export const recordBehind = z.object({
  id: z.string(),
  kind: z.enum(["request", "proceeding", "document", "figure"]),
  agencyId: z.string(),
  number: z.string(),
  title: z.string(),
  on: z.string().nullable(),
});
