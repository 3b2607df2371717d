import type { ReplyOf } from "../../api/define-route.js";
import type { screeningRoutes } from "../../api/screening.js";
import type { Item } from "./item.js";

export type Redacted = ReplyOf<typeof screeningRoutes.redact>;

/** What the file belongs to. */
export type RedactionHome = { readonly kind: "case"; readonly caseId: string } | { readonly kind: "item"; readonly item: Item };

/** The file that is redacted. */
export interface RedactionPlace {
  readonly agencyId: string;
  readonly attachmentId: string;
  readonly home: RedactionHome;
}

export function addressOfHome(home: RedactionHome): string {
  return home.kind === "case" ? `/cases/${encodeURIComponent(home.caseId)}` : `/items/${encodeURIComponent(home.item.id)}`;
}
