import { createHash } from "node:crypto";
import { isAppError } from "../../errors.js";
import { screenText } from "../../law/masking/screen-text.js";
import type { HitPlace, ScreeningHit, TextPart } from "../../register/publishing/screening-hit.js";
import { screenFile as screenContents } from "../screening/screen-file.js";

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

/** The same for a file: its text, and what is behind it. What only a person can look at, a picture, a file nobody can read, is a hit of its own. */
export async function screenFile({ attachmentId, name, bytes }: FileToScreen): Promise<ScreeningHit[]> {
  const place: HitPlace = { in: "attachment", attachmentId, part: "", page: null, offset: 0, length: 0 };
  const unread = (why: string): ScreeningHit => {
    const id = hitId(["unreadable", attachmentId, name, why]);
    return { id, kind: "unreadable", sureness: "likely", place, excerpt: why, suggestion: null };
  };
  try {
    const { hits, notes } = await screenContents({ attachmentId, bytes });
    return [...hits.map(({ boxes: _boxes, ...hit }) => hit), ...notes.map(unread)];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [unread(error.message)];
  }
}

function hitsIn(text: string, at: (offset: number, length: number) => HitPlace): ScreeningHit[] {
  const seen = new Map<string, number>();
  return screenText(text).map(({ kind, sureness, start, end, text: found, suggestion }): ScreeningHit => {
    const place = at(start, end - start);
    const same = `${kind} ${place.part} ${found}`;
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
