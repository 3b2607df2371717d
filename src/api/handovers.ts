import { z } from "zod";
import { day } from "../register/input-fields.js";
import { defineRoute } from "./define-route.js";
import { agency, id, instant, list, replyDay, tag } from "./publishing-parts.js";

const handoverReply = z.object({
  id: z.string(),
  receiver: z.object({ id: z.string(), name: z.string() }),
  from: replyDay,
  to: replyDay,
  isNil: z.boolean(),
  items: z.int(),
  withdrawn: z.int().describe("其中已经撤回、只移送撤回记录的件数"),
  files: z.int(),
  parts: list(z.object({ size: z.int().nullable(), sha256: z.string().nullable() })).describe("移送包的各卷，依次编号"),
  manifestSha256: z.string(),
  preparedAt: instant,
  preparedBy: z.string(),
  receipt: z.object({ on: replyDay, by: z.string(), note: z.string().nullable() }).nullable(),
});

/** Handing over to archives and libraries (条例 第二十五条). */
export const handoverRoutes = {
  "list-handovers": defineRoute({
    ...{ id: "list-handovers", method: "GET", path: "/agencies/:agencyId/handovers", right: "items:read", tag },
    summary: "向国家档案馆、公共图书馆提供政府信息的登记（条例第二十五条），含零报送",
    params: agency,
    reply: z.object({ items: z.array(handoverReply).readonly() }),
  }),
  "prepare-handover": defineRoute({
    ...{ id: "prepare-handover", method: "POST", path: "/agencies/:agencyId/handovers", right: "items:review", tag },
    summary: "生成一期移送：目录、文件和散列值；期内没有公开信息的为零报送",
    params: agency,
    body: z.object({ receiverId: id, from: day, to: day }),
    reply: handoverReply,
  }),
  "download-handover": defineRoute({
    ...{
      id: "download-handover",
      method: "GET",
      path: "/agencies/:agencyId/handovers/:handoverId/package",
      right: "items:read",
      tag,
    },
    summary: "下载移送包（zip）的一卷：第一卷有全部的目录、说明和散列清单，各卷有正文和附件",
    params: agency.extend({ handoverId: id }),
    query: z.object({ part: z.coerce.number().int().min(1).max(10_000).default(1).describe("第几卷") }),
    file: { mediaType: "application/zip" },
  }),
  "receipt-handover": defineRoute({
    ...{
      id: "receipt-handover",
      method: "POST",
      path: "/agencies/:agencyId/handovers/:handoverId/receipt",
      right: "items:review",
      tag,
    },
    summary: "登记接收单位的签收",
    params: agency.extend({ handoverId: id }),
    body: z.object({ on: day, by: z.string().trim().min(1).max(100), note: z.string().trim().max(500).nullable().default(null) }),
    reply: handoverReply,
  }),
} as const;
