import type { RouteObject } from "react-router";

/** The annual report, all year round. */
export const reportPages: readonly RouteObject[] = [
  { path: "/reports", lazy: async () => ({ Component: (await import("./report-list-page.js")).ReportListPage }) },
  { path: "/reports/:year", lazy: async () => ({ Component: (await import("./report-page.js")).ReportPage }) },
];
