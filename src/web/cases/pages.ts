import type { RouteObject } from "react-router";

/** Requests, reconsiderations and lawsuits. */
export const casePages: readonly RouteObject[] = [
  { path: "/today", lazy: async () => ({ Component: (await import("./today-page.js")).TodayPage }) },
  { path: "/cases", lazy: async () => ({ Component: (await import("./case-list-page.js")).CaseListPage }) },
  { path: "/cases/new", lazy: async () => ({ Component: (await import("./register-page.js")).RegisterPage }) },
  { path: "/cases/import", lazy: async () => ({ Component: (await import("./import-page.js")).ImportPage }) },
  { path: "/cases/:caseId", lazy: async () => ({ Component: (await import("./case-page.js")).CasePage }) },
  { path: "/submissions", lazy: async () => ({ Component: (await import("./submissions-page.js")).SubmissionsPage }) },
  { path: "/submissions/:number", lazy: async () => ({ Component: (await import("./submission-page.js")).SubmissionPage }) },
  {
    path: "/published-answers",
    lazy: async () => ({ Component: (await import("./published-answers-page.js")).PublishedAnswersPage }),
  },
  { path: "/proceedings", lazy: async () => ({ Component: (await import("./proceeding-list-page.js")).ProceedingListPage }) },
  { path: "/proceedings/new", lazy: async () => ({ Component: (await import("./proceeding-new-page.js")).ProceedingNewPage }) },
  {
    path: "/proceedings/:proceedingId",
    lazy: async () => ({ Component: (await import("./proceeding-page.js")).ProceedingPage }),
  },
  { path: "/settings", lazy: async () => ({ Component: (await import("./settings-page.js")).SettingsPage }) },
];
