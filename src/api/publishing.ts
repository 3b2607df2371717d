import { agencyPublishingRoutes } from "./agency-publishing.js";
import { handoverRoutes } from "./handovers.js";
import { itemDraftRoutes } from "./item-drafts.js";
import { itemImportRoutes } from "./item-imports.js";
import { itemReleaseRoutes } from "./item-release.js";
import { itemReviewRoutes } from "./item-review.js";
import { itemScreeningRoutes } from "./item-screening.js";

/** Proactive disclosure (主动公开): from the draft to the public, and what an agency sets for it. */
export const publishingRoutes = {
  ...itemDraftRoutes,
  ...itemScreeningRoutes,
  ...itemReviewRoutes,
  ...itemReleaseRoutes,
  ...agencyPublishingRoutes,
  ...itemImportRoutes,
  ...handoverRoutes,
} as const;
