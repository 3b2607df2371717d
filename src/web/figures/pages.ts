import type { RouteObject } from "react-router";

/** Figures by month, as they are entered, and what the register makes of itself. */
export const figurePages: readonly RouteObject[] = [
  { path: "/counts", lazy: async () => ({ Component: (await import("./counts-page.js")).CountsPage }) },
  { path: "/figures", lazy: async () => ({ Component: (await import("./statistics-page.js")).StatisticsPage }) },
];
