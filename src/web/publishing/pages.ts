import type { RouteObject } from "react-router";

/** What is published, its review, the catalogue, the guide; and the blacking out of a pdf for an answer. */
export const publishingPages: readonly RouteObject[] = [
  { path: "/items", lazy: async () => ({ Component: (await import("./item-list-page.js")).ItemListPage }) },
  { path: "/items/new", lazy: async () => ({ Component: (await import("./draft-page.js")).NewItemPage }) },
  { path: "/items/import", lazy: async () => ({ Component: (await import("./import-page.js")).ImportPage }) },
  { path: "/items/:itemId", lazy: async () => ({ Component: (await import("./item-page.js")).ItemPage }) },
  { path: "/items/:itemId/edit", lazy: async () => ({ Component: (await import("./draft-page.js")).EditItemPage }) },
  { path: "/reviews", lazy: async () => ({ Component: (await import("./reviews-page.js")).ReviewsPage }) },
  { path: "/catalogue", lazy: async () => ({ Component: (await import("./catalogue-page.js")).CataloguePage }) },
  { path: "/guide", lazy: async () => ({ Component: (await import("./guide-page.js")).GuidePage }) },
  { path: "/handovers", lazy: async () => ({ Component: (await import("./handovers-page.js")).HandoversPage }) },
  {
    path: "/publishing-settings",
    lazy: async () => ({ Component: (await import("./settings-page.js")).PublishingSettingsPage }),
  },
  {
    path: "/items/:itemId/redact/:attachmentId",
    lazy: async () => ({ Component: (await import("./redaction-page.js")).ItemRedactionPage }),
  },
  {
    path: "/cases/:caseId/redact/:attachmentId",
    lazy: async () => ({ Component: (await import("./redaction-page.js")).RedactionPage }),
  },
];
