import { z } from "zod";
import { SERVICE_METHODS } from "../register/case-event.js";
import { day, line } from "../register/input-fields.js";
import { LETTER_ORDER } from "../register/letters/letter-order.js";
import { LETTER_SETTINGS } from "../register/letters/letter-settings.js";
import { AGENCY_PARAMS, CASE_PARAMS, knownId, newId } from "./case-parts.js";
import { defineRoute } from "./define-route.js";
import { letterDraftRoutes } from "./letter-drafts.js";

/** A place of a letter where a person writes. */
const BLANK = z.object({
  field: z.string(),
  label: z.string(),
  /** What the register has to say there already; it is printed when nothing else is written. */
  otherwise: z.string(),
  /** Stays in the file and is not printed: 定密依据. */
  isKept: z.boolean(),
});

const POSSIBLE_LETTER = z.object({
  letterId: z.string(),
  name: z.string(),
  occasion: z.string(),
  addressee: z.string(),
  /** The row of table three it answers in; null for letters on the way. */
  outcome: z.string().nullable(),
  /** "ready": as it is. "to-fill": when the blanks are filled. "to-act": together with one of `steps`. "no": `why`. */
  standing: z.enum(["ready", "to-fill", "to-act", "no"]),
  why: z.string().nullable(),
  /** Steps that would be the letter's act and can be taken today; their forms are those of view-case. */
  steps: z.array(z.object({ id: z.string(), label: z.string() })),
  blanks: z.array(BLANK),
});

/** Words of a letter: fixed ones follow from the register and the law, edited ones are the clerk's. */
const PART = z.object({ kind: z.enum(["fixed", "edited"]), field: z.string().nullable(), text: z.string() });

const PREVIEW = z.object({
  letterId: z.string(),
  name: z.string(),
  blanks: z.array(BLANK),
  /** Why it would not go out; null: it would. */
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** With the figure left open: it is given when the letter is issued. */
  number: z.string().nullable(),
  addressee: z.string().nullable(),
  paragraphs: z.array(z.object({ parts: z.array(PART), contents: z.array(z.string()) })),
  /** A piece of a page; `mark` holds what the clerk wrote. */
  html: z.string().nullable(),
  /** In plain lines, in printed order. */
  lines: z.array(z.string()),
  /** What the file holds to prove the decision; what is only kept is not printed. */
  evidence: z.array(z.object({ name: z.string(), isPrinted: z.boolean() })),
  /** For the office, never printed. */
  cautions: z.array(z.string()),
  /** Of a fee notice: what follows from the pieces or pages it charges for, also before an amount is filled in. */
  fee: z.object({ yuan: z.number(), calculation: z.array(z.string()) }).nullable(),
});

const ISSUED_LETTER = z.object({
  id: z.string(),
  letterId: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  /** 张* for who may not handle the case. */
  addressee: z.string(),
  datedOn: z.string(),
  servedBy: z.string(),
  /** The way it was to be served when it was issued. */
  serviceMethod: z.enum(SERVICE_METHODS),
  servedOn: z.string().nullable(),
  /** Of a receipt of service: the letter it is about. */
  delivers: z.string().nullable(),
  cautions: z.array(z.string()),
  files: z.array(
    z.object({ format: z.enum(["docx", "pdf"]), name: z.string(), mediaType: z.string(), size: z.number(), sha256: z.string() }),
  ),
  issuedAt: z.string(),
  issuedBy: z.string(),
});

const ISSUED = z.object({
  letter: ISSUED_LETTER,
  /** The version of the case file afterwards. */
  version: z.number(),
  /** What is remarkable about the act that was taken with it. */
  flags: z.array(z.string()),
  /** What moved in the clock: the last day for the reply, the last day of a third party that was asked. */
  change: z.array(z.string()),
});

const SETTINGS_REPLY = z.object({
  settings: LETTER_SETTINGS,
  version: z.number(),
  /** What is still to be set before any letter can be issued. */
  missing: z.array(z.string()),
});

const version = z.int().min(0);
const tag = "文书";

/** Everything the desk does with letters. */
export const letterRoutes = {
  possible: defineRoute({
    id: "list-possible-letters",
    method: "GET",
    path: "/agencies/:agencyId/cases/:caseId/possible-letters",
    summary: "本件可以出具哪些文书，还要填写什么，不能出具的为什么",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS,
    reply: z.object({ items: z.array(POSSIBLE_LETTER) }),
  }),
  preview: defineRoute({
    id: "preview-letter",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/letters/preview",
    summary: "预览文书：不写入、不占文号，固定文字与填写文字分开",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS,
    body: LETTER_ORDER,
    reply: PREVIEW,
  }),
  issue: defineRoute({
    id: "issue-letter",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/letters",
    summary: "签发文书：办理步骤、文号、docx、pdf 一并写入，任何一项不成则都不写入",
    tag,
    right: "letters:issue",
    params: CASE_PARAMS,
    body: z.object({
      ...{ id: newId, version, order: LETTER_ORDER },
      /** The version of the draft it is made from: what was taken back or written on meanwhile is not signed (RECORD_STALE). */
      draft: z.int().min(1).optional(),
    }),
    reply: ISSUED,
  }),
  list: defineRoute({
    id: "list-letters",
    method: "GET",
    path: "/agencies/:agencyId/cases/:caseId/letters",
    summary: "本件已经发出的文书，附文件和送达日期",
    tag,
    right: "cases:read",
    params: CASE_PARAMS,
    reply: z.object({ items: z.array(ISSUED_LETTER) }),
  }),
  file: defineRoute({
    id: "download-letter",
    method: "GET",
    path: "/agencies/:agencyId/cases/:caseId/letters/:id/:format",
    summary: "下载文书（docx 或 pdf）",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS.extend({ id: knownId, format: z.enum(["docx", "pdf"]) }),
    file: { mediaType: "application/octet-stream" },
  }),
  serve: defineRoute({
    id: "serve-issued-letter",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/letters/:letter/service",
    summary: "登记文书送达并生成送达回证；送达答复即送达本件",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS.extend({ letter: knownId }),
    body: z.object({ id: newId, version, on: day.optional(), method: z.enum(SERVICE_METHODS), proof: line.optional() }),
    reply: ISSUED,
  }),
  readSettings: defineRoute({
    id: "read-letter-settings",
    method: "GET",
    path: "/agencies/:agencyId/letter-settings",
    summary: "文书设置：机关代字、承办机构、联系方式、复议机关等",
    tag,
    right: "agency:configure",
    params: AGENCY_PARAMS,
    reply: SETTINGS_REPLY,
  }),
  recordSettings: defineRoute({
    id: "record-letter-settings",
    method: "PUT",
    path: "/agencies/:agencyId/letter-settings",
    summary: "修改文书设置",
    tag,
    right: "agency:configure",
    params: AGENCY_PARAMS,
    body: z.object({ version, settings: LETTER_SETTINGS }),
    reply: SETTINGS_REPLY,
  }),
  ...letterDraftRoutes,
};
