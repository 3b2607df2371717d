import { accountRoutes } from "../../api/accounts.js";
import { agencyRoutes } from "../../api/agencies.js";
import { auditRoutes } from "../../api/audit.js";
import { caseRoutes } from "../../api/cases.js";
import type { Route } from "../../api/define-route.js";
import { deskRoutes } from "../../api/desk.js";
import { letterRoutes } from "../../api/letters.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { noticeRoutes } from "../../api/notices.js";
import { proceedingRoutes } from "../../api/proceedings.js";
import { publishingRoutes } from "../../api/publishing.js";
import { reportRoutes } from "../../api/reports.js";
import { ROUTES } from "../../api/routes.js";
import { screeningRoutes } from "../../api/screening.js";
import { securityKeyRoutes } from "../../api/security-keys.js";
import { statisticsRoutes } from "../../api/statistics.js";
import { submissionRoutes } from "../../api/submissions.js";
import { systemRoutes } from "../../api/system.js";
import { webhookRoutes } from "../../api/webhooks.js";
import { accountHandlers } from "./account-handlers.js";
import { agencyHandlers } from "./agency-handlers.js";
import { auditHandlers } from "./audit-handlers.js";
import { caseHandlers } from "./case-handlers.js";
import { deskHandlers } from "./desk-handlers.js";
import type { Call, HandlersOf } from "./handle.js";
import { letterHandlers } from "./letter-handlers.js";
import { listExportHandlers } from "./list-export-handlers.js";
import { noticeHandlers } from "./notice-handlers.js";
import { proceedingHandlers } from "./proceeding-handlers.js";
import { publishingHandlers } from "./publishing-handlers.js";
import { reportHandlers } from "./report-handlers.js";
import { screeningHandlers } from "./screening-handlers.js";
import { securityKeyHandlers } from "./security-key-handlers.js";
import { statisticsHandlers } from "./statistics-handlers.js";
import { submissionHandlers } from "./submission-handlers.js";
import { systemHandlers } from "./system-handlers.js";
import { webhookHandlers } from "./webhook-handlers.js";

/** A route with what answers it, its types forgotten: they were checked where the two were put together. */
export interface BoundRoute {
  readonly route: Route;
  handle(call: Call<Route>): Promise<unknown>;
}

/** Every route with its handler, in the order of api/routes. */
export const BOUND_ROUTES: readonly BoundRoute[] = [
  ...bound(accountRoutes, accountHandlers),
  ...bound(securityKeyRoutes, securityKeyHandlers),
  ...bound(auditRoutes, auditHandlers),
  ...bound(caseRoutes, caseHandlers),
  ...bound(deskRoutes, deskHandlers),
  ...bound(submissionRoutes, submissionHandlers),
  ...bound(proceedingRoutes, proceedingHandlers),
  ...bound(letterRoutes, letterHandlers),
  ...bound(reportRoutes, reportHandlers),
  ...bound(screeningRoutes, screeningHandlers),
  ...bound(statisticsRoutes, statisticsHandlers),
  ...bound(noticeRoutes, noticeHandlers),
  ...bound(listExportRoutes, listExportHandlers),
  ...bound(publishingRoutes, publishingHandlers),
  ...bound(systemRoutes, systemHandlers),
  ...bound(agencyRoutes, agencyHandlers),
  ...bound(webhookRoutes, webhookHandlers),
].toSorted((one, other) => ROUTES.indexOf(one.route) - ROUTES.indexOf(other.route));

/** Puts the routes of an area and their handlers together. */
export function bound<Routes extends Readonly<Record<string, Route>>>(
  routes: Routes,
  handlers: HandlersOf<Routes>,
): readonly BoundRoute[] {
  return Object.entries(routes).map(([name, route]) => ({
    route,
    handle: handlers[name as keyof Routes] as BoundRoute["handle"], // HandlersOf has one for each name, of its own types
  }));
}
