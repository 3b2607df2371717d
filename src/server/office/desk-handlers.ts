import type { deskRoutes } from "../../api/desk.js";
import { alsoDue } from "../../operations/cases/also-due.js";
import type { HandlersOf } from "./handle.js";

/** What answers the routes of the desk besides requests. */
export const deskHandlers: HandlersOf<typeof deskRoutes> = {
  async alsoDue({ office, actor, params: { agencyId }, may }) {
    const mayReadItems = await may("items:read", agencyId);
    const mayReadReports = await may("reports:read", agencyId);
    return { items: await alsoDue(office, actor, { agencyId, mayReadItems, mayReadReports }) };
  },
};
