import { foldText } from "../../law/masking/fold-text.js";

/** What data are compared by: blanks, hyphens, width and case make no difference. */
export function datumKey(text: string): string {
  return foldText(text)
    .text.replace(/[\s\-－—–‐_.·•]/g, "")
    .toUpperCase();
}
