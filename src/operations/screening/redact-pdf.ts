import { isAppError } from "../../errors.js";
import type { PlacedMark, RedactionMark } from "../../register/redaction/redaction-mark.js";
import { usedGrounds } from "../../register/redaction/redaction-summary.js";
import { labelBoxes } from "../../writers/masked-file/label-boxes.js";
import { redactionLegend } from "../../writers/masked-file/redaction-legend.js";
import { workInChild } from "../child-reader.js";
import type { RedactedPages } from "./redact-pages.js";

/**
 * A pdf made anew without what is marked: made and proved in the child process, then each box is given the number of its ground and a last
 * page says what the numbers mean. Throws REDACTION_NOT_PROVED rather than give out what may still hold something.
 */
export async function redactPdf(
  bytes: Uint8Array,
  marks: readonly RedactionMark[],
  { hasLegend }: { readonly hasLegend: boolean },
): Promise<RedactedPages> {
  const redacted = await workInChild(bytes, "redact", marks);
  if (!hasLegend) return redacted;
  const grounds = usedGrounds(redacted.placed).map(({ id }) => id);
  const boxes = redacted.placed.map(({ page, box, ground }) => ({ page, box, number: grounds.indexOf(ground) + 1 }));
  return { ...redacted, bytes: await labelBoxes(redacted.bytes, boxes, await legendOf(redacted.placed)) };
}

/** Without the typesetting engine the boxes still have their numbers, and the letter says what they mean. */
async function legendOf(placed: readonly PlacedMark[]): Promise<Uint8Array | null> {
  try {
    return await redactionLegend(placed);
  } catch (error) {
    if (isAppError(error) && error.code === "PDF_ENGINE_MISSING") return null;
    throw error;
  }
}
