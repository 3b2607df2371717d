import { z } from "zod";
import { day } from "../register/input-fields.js";
import { importMapping } from "../register/publishing/import-mapping.js";
import { defineRoute } from "./define-route.js";
import { agency, id, list, replyDay, tag } from "./publishing-parts.js";
import { contentReply } from "./publishing-shapes.js";

/** What an import would do, or did, line by line. */
const importReport = z.object({
  isDryRun: z.boolean(),
  kind: z.enum(["table", "folder"]),
  total: z.int(),
  ready: z.int(),
  written: z.int(),
  lines: list(
    z.object({
      place: z.string(),
      title: z.string(),
      result: z.enum(["ready", "doubtful", "refused", "written", "already"]),
      itemId: z.string().nullable(),
      /** What was read of it and taken. */
      content: contentReply.nullable(),
      indexNumber: z.string().nullable(),
      publishedOn: replyDay.nullable(),
      notes: list(z.string()),
    }),
  ),
});

/** Import of what a former site showed, or of a folder of documents. */
export const itemImportRoutes = {
  "read-import": defineRoute({
    ...{ id: "read-import", method: "POST", path: "/agencies/:agencyId/item-imports/reading", right: "items:draft", tag },
    summary: "看一看待导入的文件：表头、前几行、建议的对应关系",
    params: agency,
    body: z.object({ attachmentId: id }),
    reply: z.object({
      kind: z.enum(["table", "folder"]),
      head: z.array(z.string()).readonly(),
      rows: z.array(z.array(z.string()).readonly()).readonly(),
      total: z.int(),
      mapping: importMapping.nullable(),
    }),
  }),
  "import-items": defineRoute({
    ...{ id: "import-items", method: "POST", path: "/agencies/:agencyId/item-imports", right: "items:draft", tag },
    summary: "导入 xlsx、csv 表格，或者含 docx、doc、wps、odt、pdf、txt 的压缩包；先试算（isDryRun）再写入",
    params: agency,
    body: z.object({
      attachmentId: id,
      mapping: importMapping.nullable().default(null),
      /** "published": what is public already keeps its number and day; "draft": goes through the review. */
      as: z.enum(["draft", "published"]),
      publishedOn: z
        .union([z.literal("as-made"), day])
        .nullable()
        .default(null)
        .describe("压缩包作为已公开的信息导入时的发布日期：统一的一天，或者 as-made（各按成文日期）"),
      isDryRun: z.boolean().default(true),
    }),
    reply: importReport,
  }),
} as const;
