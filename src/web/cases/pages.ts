import type { RouteObject } from "react-router";

/** Requests, reconsiderations and lawsuits. */
export const casePages: readonly RouteObject[] = [
  { path: "/today", lazy: async () => ({ Component: (await import("./today-page.js")).TodayPage }) },
  { path: "/cases", lazy: async () => ({ Component: (await import("./case-list-page.js")).CaseListPage }) },
  { path: "/cases/new", lazy: async () => ({ Component: (await import("./register-page.js")).RegisterPage }) },
  { path: "/cases/:caseId", lazy: async () => ({ Component: (await import("./case-page.js")).CasePage }) },
];
