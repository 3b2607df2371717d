import { isAppError } from "../../errors.js";
import { hitId } from "../../register/publishing/hit-id.js";
import type { HitPlace, ScreeningHit } from "../../register/publishing/screening-hit.js";
import { MOST_HITS, screenFile as screenContents } from "../screening/screen-file.js";

export interface FileToScreen {
  readonly attachmentId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Everything in a file that a person must look at before it is published: its text, and what is behind it. What only a person can look at,
 * a picture, a file nobody can read, is a hit of its own.
 */
export async function screenFile({ attachmentId, bytes }: FileToScreen): Promise<ScreeningHit[]> {
  const place: HitPlace = { in: "attachment", attachmentId, part: "", page: null, offset: 0, length: 0 };
  const unread = (why: string): ScreeningHit => ({
    id: hitId(`${attachmentId}\u001funreadable`, why, 0),
    ...{ kind: "unreadable", sureness: "likely", place, excerpt: why, suggestion: null },
  });
  try {
    const { hits, notes } = await screenContents({ attachmentId, bytes });
    // What a note says a hit says already, unless the list was cut.
    const untold = hits.length < MOST_HITS ? [] : notes;
    return [...hits.map(({ boxes: _boxes, ...hit }) => hit), ...untold.map(unread)];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [unread(error.message)];
  }
}
