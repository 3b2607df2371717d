import type { FindingSettings } from "../../law/masking/personal-data.js";
import { screenText } from "../../law/masking/screen-text.js";
import { excerptAround } from "./excerpt.js";
import { hitId } from "./hit-id.js";
import type { ScreeningHit, TextPart } from "./screening-hit.js";

/** What must be looked at in the text of an item before it is published, part by part. */
export function screenParts(parts: readonly TextPart[], settings: FindingSettings = {}): ScreeningHit[] {
  return parts.flatMap(({ part, text }) => {
    const seen = new Map<string, number>();
    return screenText(text, settings).map(({ kind, sureness, start, end, text: found, suggestion }): ScreeningHit => {
      const nth = seen.get(found) ?? 0;
      seen.set(found, nth + 1);
      return {
        id: hitId(`${part}\u001f${kind}`, found, nth),
        ...{ kind, sureness, suggestion },
        place: { in: "text", part, offset: start, length: end - start },
        excerpt: excerptAround(text, start, end),
      };
    });
  });
}
