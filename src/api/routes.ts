import { accountRoutes } from "./accounts.js";
import { agencyRoutes } from "./agencies.js";
import { auditRoutes } from "./audit.js";
import { caseRoutes } from "./cases.js";
import type { Route } from "./define-route.js";
import { deskRoutes } from "./desk.js";
import { letterRoutes } from "./letters.js";
import { listExportRoutes } from "./list-exports.js";
import { noticeRoutes } from "./notices.js";
import { proceedingRoutes } from "./proceedings.js";
import { publishingRoutes } from "./publishing.js";
import { reportRoutes } from "./reports.js";
import { screeningRoutes } from "./screening.js";
import { securityKeyRoutes } from "./security-keys.js";
import { statisticsRoutes } from "./statistics.js";
import { submissionRoutes } from "./submissions.js";
import { systemRoutes } from "./system.js";
import { webhookRoutes } from "./webhooks.js";

/** The routes of each area, in the order of the description. A new area is one line here and one in server/office/areas.ts. */
const ROUTE_AREAS: readonly Readonly<Record<string, Route>>[] = [
  accountRoutes,
  securityKeyRoutes,
  auditRoutes,
  caseRoutes,
  deskRoutes,
  submissionRoutes,
  proceedingRoutes,
  letterRoutes,
  reportRoutes,
  publishingRoutes,
  screeningRoutes,
  webhookRoutes,
  systemRoutes,
  agencyRoutes,
  statisticsRoutes,
  noticeRoutes,
  listExportRoutes,
];

/** Every route of the office. */
export const ROUTES: readonly Route[] = ROUTE_AREAS.flatMap((area) => Object.values(area));
