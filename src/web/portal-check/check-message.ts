import type { CheckedReport } from "../../findings/checked-file.js";

/** What the page asks of its worker. */
export type CheckRequest =
  /** Load what most files need, so that the connection may end. */
  | { readonly kind: "prepare" }
  | { readonly kind: "check"; readonly report: File; readonly previous: File | null; readonly mostMegabytes: number };

/** How far a check has come. */
export type Stage = "opening" | "loading-pdf" | "reading" | "recognising" | "checking" | "previous";

/** What the worker answers. */
export type CheckReply =
  | { readonly kind: "ready" }
  | { readonly kind: "stage"; readonly stage: Stage }
  | { readonly kind: "checked"; readonly checked: CheckedReport }
  /** The file is at fault; the server would say the same. */
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  /** The browser cannot, the server may be able to. */
  | { readonly kind: "beyond"; readonly why: string };
