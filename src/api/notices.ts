import { z } from "zod";
import { NOTICE_KINDS } from "../register/notice.js";
import { defineRoute } from "./define-route.js";
import { pageQuery } from "./paging.js";

const tag = "提醒";

const notice = z
  .object({
    id: z.int(),
    kind: z.enum(NOTICE_KINDS),
    label: z.string(),
    agencyId: z.string(),
    number: z.string().describe("案件编号或者信息索引号"),
    dueOn: z.string().nullable(),
    path: z.string().describe("办公室里的页面"),
    madeAt: z.string(),
    isRead: z.boolean(),
  })
  .meta({ id: "Notice" });

/** What the system tells whoever is signed in. */
export const noticeRoutes = {
  listNotices: defineRoute({
    id: "list-notices",
    method: "GET",
    path: "/notices",
    summary: "我的提醒：到期、逾期、新收、分办、退回、待审核、备份失败；新的在前",
    tag,
    right: "signed-in",
    query: pageQuery,
    reply: z.object({ unread: z.int(), items: z.array(notice), next: z.string().nullable() }),
  }),
  readNotices: defineRoute({
    id: "mark-notices-read",
    method: "POST",
    path: "/notices/read",
    summary: "把提醒标为已读；不写编号则全部",
    tag,
    right: "signed-in",
    body: z.object({ ids: z.array(z.int().min(1)).max(500).nullable().default(null) }),
  }),
};
