import { createHash } from "node:crypto";
import { isAppError } from "../../errors.js";
import { screenText } from "../../law/masking/screen-text.js";
import type { HitPlace, ScreeningHit, TextPart } from "../../register/publishing/screening-hit.js";
import { readDocument } from "../read-document.js";
import { textOfBlocks } from "./attachment-text.js";

/** Characters shown on either side of what was found. */
const AROUND = 12;

/** Everything in some stretches of text that a person must look at before they are published. */
export function screenParts(parts: readonly TextPart[]): ScreeningHit[] {
  return parts.flatMap(({ part, text }) => hitsIn(text, (offset, length) => ({ in: "text", part, offset, length })));
}

export interface FileToScreen {
  readonly attachmentId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The same for a file. What cannot be read is a hit of its own: somebody has to look at it. */
export async function screenFile({ attachmentId, name, bytes }: FileToScreen): Promise<ScreeningHit[]> {
  const at = (offset: number, length: number): HitPlace => ({
    ...{ in: "attachment", attachmentId, part: "正文", page: null, offset, length },
  });
  try {
    return hitsIn(textOfBlocks((await readDocument(bytes)).blocks), at);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const id = hitId(["unreadable", attachmentId, name]);
    return [{ id, kind: "unreadable", sureness: "likely", place: at(0, 0), excerpt: error.message, suggestion: null }];
  }
}

function hitsIn(text: string, at: (offset: number, length: number) => HitPlace): ScreeningHit[] {
  const seen = new Map<string, number>();
  return screenText(text).map(({ kind, sureness, start, end, text: found, suggestion }): ScreeningHit => {
    const place = at(start, end - start);
    const where = place.in === "text" ? place.part : `${place.attachmentId} ${place.part}`;
    const same = `${kind} ${where} ${found}`;
    const nth = (seen.get(same) ?? 0) + 1;
    seen.set(same, nth);
    const excerpt = text.slice(Math.max(0, start - AROUND), end + AROUND);
    return { id: hitId([same, String(nth)]), kind, sureness, place, excerpt, suggestion };
  });
}

/** The same for the same find, wherever the text around it has moved it. */
function hitId(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 24);
}
