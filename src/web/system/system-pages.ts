import type { RouteObject } from "react-router";

/** The state of the machine. */
export const systemPages: readonly RouteObject[] = [
  { path: "/system", lazy: async () => ({ Component: (await import("./system-page.js")).SystemPage }) },
];
