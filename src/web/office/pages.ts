import type { RouteObject } from "react-router";
import { accountPages } from "../accounts/pages.js";
import { casePages } from "../cases/pages.js";
import { figurePages } from "../figures/pages.js";
import { publishingPages } from "../publishing/pages.js";
import { reportPages } from "../reports/pages.js";
import { auditPages } from "../system/audit-pages.js";
import { systemPages } from "../system/system-pages.js";

/** The pages of every area; each area has a table of its own in `pages.ts`. Their code is fetched when they are first opened. */
export const PAGES: readonly RouteObject[] = [
  ...casePages,
  ...publishingPages,
  ...reportPages,
  ...figurePages,
  ...accountPages,
  ...auditPages,
  ...systemPages,
];
