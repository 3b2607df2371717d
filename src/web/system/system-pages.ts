import type { RouteObject } from "react-router";

/** The state of the machine, and the agencies it serves. */
export const systemPages: readonly RouteObject[] = [
  { path: "/system", lazy: async () => ({ Component: (await import("./system-page.js")).SystemPage }) },
  { path: "/agencies", lazy: async () => ({ Component: (await import("./agencies-page.js")).AgenciesPage }) },
  { path: "/agencies/new", lazy: async () => ({ Component: (await import("./new-agency-page.js")).NewAgencyPage }) },
  { path: "/agencies/:id", lazy: async () => ({ Component: (await import("./agency-page.js")).AgencyPage }) },
];
