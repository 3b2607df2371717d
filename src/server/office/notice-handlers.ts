import { z } from "zod";
import type { noticeRoutes } from "../../api/notices.js";
import { markNoticesRead, ownNotices } from "../../operations/notices/own-notices.js";
import type { HandlersOf } from "./handle.js";

const place = z.number().nullable();

/** What answers the routes of notices. */
export const noticeHandlers: HandlersOf<typeof noticeRoutes> = {
  async listNotices({ office, actor, query, cursors }) {
    const before = place.parse(cursors.place(query.cursor));
    const { unread, notices, next } = await ownNotices(office, actor, { before, limit: query.limit });
    return { unread, items: [...notices], next: next === null ? null : cursors.next(next) };
  },
  async readNotices({ office, actor, body }) {
    await markNoticesRead(office, actor, body.ids);
    return undefined;
  },
};
