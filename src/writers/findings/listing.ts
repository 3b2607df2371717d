import type { CheckedFile } from "../../findings/checked-file.js";
import type { RunSummary } from "../../findings/run-count.js";

/**
 * A listing of findings in one file format, written as the files come in, so that ten thousand of them need no more memory than one.
 * Each part is text or bytes to append to the output: begin, every file in order, end.
 */
export interface Listing {
  begin(): string;
  file(checked: CheckedFile): string;
  /** What stands before the files but is known only after them (an index). When present, the parts of the files are kept aside first. */
  overview?(summary: RunSummary): string;
  end(summary: RunSummary): string | Uint8Array;
}

export const LISTING_FORMATS = ["text", "json", "sarif", "html", "xlsx", "csv"] as const;
export type ListingFormat = (typeof LISTING_FORMATS)[number];
