import type { RouteObject } from "react-router";

/** What is published, its review, the catalogue, the guide; and the blacking out of a pdf for an answer. */
export const publishingPages: readonly RouteObject[] = [
  { path: "/items", lazy: async () => ({ Component: (await import("./item-list-page.js")).ItemListPage }) },
  { path: "/items/new", lazy: async () => ({ Component: (await import("./draft-page.js")).NewItemPage }) },
  { path: "/items/:itemId", lazy: async () => ({ Component: (await import("./item-page.js")).ItemPage }) },
  { path: "/items/:itemId/edit", lazy: async () => ({ Component: (await import("./draft-page.js")).EditItemPage }) },
  { path: "/reviews", lazy: async () => ({ Component: (await import("./reviews-page.js")).ReviewsPage }) },
];
