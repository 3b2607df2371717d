import type { RouteObject } from "react-router";

/** Accounts, roles, access tokens, and how people sign in. */
export const accountPages: readonly RouteObject[] = [
  { path: "/accounts", lazy: async () => ({ Component: (await import("./accounts-page.js")).AccountsPage }) },
  { path: "/accounts/new", lazy: async () => ({ Component: (await import("./new-account-page.js")).NewAccountPage }) },
  { path: "/accounts/:accountId", lazy: async () => ({ Component: (await import("./account-page.js")).AccountPage }) },
];
