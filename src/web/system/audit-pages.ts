import type { RouteObject } from "react-router";

/** The trail of what people did. */
export const auditPages: readonly RouteObject[] = [
  { path: "/audit", lazy: async () => ({ Component: (await import("./audit-page.js")).AuditPage }) },
];
