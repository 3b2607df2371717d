import type { Box } from "../../document/place.js";
import type { RedactionGroundId } from "../../law/outcomes/redaction-grounds.js";

/** What is to be blacked out of a pdf, and why (条例 第三十七条: what may be disclosed is disclosed, the rest is not). */
export type RedactionMark =
  /** An area as the page is seen: points, the origin at the top left. */
  | {
      readonly kind: "area";
      /** From 1. */
      readonly page: number;
      readonly box: Box;
      readonly ground: RedactionGroundId;
      readonly note?: string | undefined;
    }
  /** A text wherever it stands; blanks, line ends and the width of characters make no difference. */
  | {
      readonly kind: "term";
      readonly term: string;
      readonly ground: RedactionGroundId;
      readonly note?: string | undefined;
    };

/** A mark put on a page: what is really made black. */
export interface PlacedMark {
  readonly page: number;
  readonly box: Box;
  readonly ground: RedactionGroundId;
  /** The text that was searched for; null for an area that was drawn. */
  readonly term: string | null;
}
