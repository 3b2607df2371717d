import { z } from "zod";
import { REDACTION_GROUND_IDS } from "../law/outcomes/redaction-grounds.js";
import { HIT_KINDS } from "../register/publishing/screening-hit.js";
import { REMOVALS } from "../register/redaction/removal.js";
import { knownId, newId } from "./case-parts.js";
import { defineRoute } from "./define-route.js";

const PARAMS = z.object({ agencyId: knownId, attachmentId: knownId });
const PAGE_PARAMS = PARAMS.extend({ page: z.coerce.number().int().min(1).max(5000) });
const tag = "公开前筛查和遮盖";
const offsets = { offset: z.number(), length: z.number() };

/** Points on a page as it is seen, from its top left corner. */
const PAGE_BOX = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });

const SCREENING_HIT = z.object({
  id: z.string(),
  kind: z.enum(HIT_KINDS),
  sureness: z.enum(["sure", "likely"]),
  place: z.discriminatedUnion("in", [
    z.object({ in: z.literal("text"), part: z.string(), ...offsets }),
    z.object({
      in: z.literal("attachment"),
      attachmentId: z.string(),
      part: z.string(),
      page: z.number().nullable(),
      ...offsets,
    }),
  ]),
  excerpt: z.string(),
  suggestion: z.string().nullable(),
});

/** A hit in a file; of a pdf also where on the page, so that it can be marked at once. */
const FILE_HIT = SCREENING_HIT.extend({ boxes: z.array(PAGE_BOX) });

/** What was found in a file, and what nobody but a person can look at. */
const FILE_SCREENING = z.object({
  hits: z.array(FILE_HIT),
  notes: z.array(z.string()),
  /** Whether `mask` can make a version without the data; of a pdf `redact` does. */
  maskable: z.boolean(),
});

const ground = z.enum(REDACTION_GROUND_IDS);
const note = z.string().trim().max(200).optional();

const REDACTION_MARK = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("area"), page: z.number().int().min(1), box: PAGE_BOX, ground, note }),
  z.object({ kind: z.literal("term"), term: z.string().trim().min(1).max(200), ground, note }),
]);

const NEW_ATTACHMENT = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
  /** The file it was made from; that one is kept and never published. */
  madeFrom: z.string(),
});

/** Attachments before they go out: what is in them that must not, and files made anew without it. */
export const screeningRoutes = {
  screen: defineRoute({
    id: "screen-attachment",
    method: "POST",
    path: "/agencies/:agencyId/attachments/:attachmentId/screen",
    summary: "筛查附件：个人信息、修订、批注、隐藏内容、文件属性",
    tag,
    right: "items:draft",
    params: PARAMS,
    reply: FILE_SCREENING,
  }),
  mask: defineRoute({
    id: "mask-attachment",
    method: "POST",
    path: "/agencies/:agencyId/attachments/:attachmentId/mask",
    summary: "生成隐去所选内容的附件，并核对确已隐去",
    tag,
    right: "items:draft",
    params: PARAMS,
    body: z.object({
      newId,
      hitIds: z.array(z.string().max(64)).max(20_000),
      remove: z.array(z.enum(REMOVALS)).default([]),
    }),
    reply: z.object({
      attachment: NEW_ATTACHMENT,
      /** What is still found in the new file. */
      left: FILE_SCREENING,
    }),
  }),
  redact: defineRoute({
    id: "redact-attachment",
    method: "POST",
    path: "/agencies/:agencyId/attachments/:attachmentId/redact",
    summary: "遮盖 PDF 并重新制作，核对遮盖处没有残留，给出写入答复的说明",
    tag,
    right: "cases:handle",
    params: PARAMS,
    body: z.object({
      newId,
      marks: z.array(REDACTION_MARK).min(1).max(5000),
      /** Number each box by its ground and add a page that says what the numbers mean. */
      hasLegend: z.boolean().default(true),
    }),
    reply: z.object({
      attachment: NEW_ATTACHMENT,
      pages: z.number(),
      /** How many boxes were made black. */
      boxes: z.number(),
      /** For the letter (部分公开). */
      summary: z.array(z.string()),
      /** The parts that are withheld, as the letter on 部分公开 lists them. */
      parts: z.array(z.object({ part: z.string(), outcome: z.enum(REDACTION_GROUND_IDS) })),
      /** Texts under a drawn mark that also stand where nothing is marked. */
      elsewhere: z.array(z.object({ text: z.string(), page: z.number() })),
      /** Pages of which much of the text cannot be seen when drawn: look whether all is there. */
      unseen: z.array(z.number()),
    }),
  }),
  find: defineRoute({
    id: "find-in-attachment",
    method: "POST",
    path: "/agencies/:agencyId/attachments/:attachmentId/find",
    summary: "在 PDF 中查找文字，给出每处在页面上的位置",
    tag,
    right: "cases:handle",
    params: PARAMS,
    // In the body, because what is looked for is often a person and addresses end up in logs.
    body: z.object({ term: z.string().trim().min(1).max(200) }),
    reply: z.object({ areas: z.array(z.object({ page: z.number(), box: PAGE_BOX })) }),
  }),
  page: defineRoute({
    id: "draw-attachment-page",
    method: "GET",
    path: "/agencies/:agencyId/attachments/:attachmentId/pages/:page",
    summary: "PDF 一页的图像",
    tag,
    right: "cases:read",
    params: PAGE_PARAMS,
    query: z.object({ dpi: z.coerce.number().int().min(36).max(200).default(110) }),
    file: { mediaType: "image/png" },
  }),
  glyphs: defineRoute({
    id: "read-attachment-page",
    method: "GET",
    path: "/agencies/:agencyId/attachments/:attachmentId/pages/:page/glyphs",
    summary: "PDF 一页的大小和每个字的位置",
    tag,
    right: "cases:read",
    params: PAGE_PARAMS,
    reply: z.object({
      page: z.number(),
      pages: z.number(),
      width: z.number(),
      height: z.number(),
      glyphs: z.array(z.object({ text: z.string(), box: PAGE_BOX })),
    }),
  }),
} as const;
