import type { Box } from "../../document/place.js";
import { foldRadicals } from "./fold-radicals.js";
import type { PlacedPage } from "./page-glyphs.js";

/** A place where a text stands; one that runs over the end of a line has more than one box. */
export interface TermPlace {
  readonly page: number;
  readonly boxes: readonly Box[];
}

const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u3000]/;

/** A text as it is compared: width of characters, case, blanks and ends of lines make no difference. */
export function comparable(text: string): string {
  return [...foldRadicals(text.normalize("NFKC")).toLowerCase()].filter((character) => !UNSEEN.test(character)).join("");
}

/** Every place of a term on a page, in the order of the text. Places may overlap: each hides a part the other does not. */
export function findTerm({ page, glyphs }: PlacedPage, term: string): TermPlace[] {
  const wanted = comparable(term);
  if (wanted === "") return [];
  let text = "";
  const boxes: Box[] = [];
  for (const { text: written, box } of glyphs) {
    const plain = box === null ? "" : comparable(written);
    text += plain;
    for (let unit = 0; unit < plain.length; unit++) if (box !== null) boxes.push(box);
  }
  const places: TermPlace[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    places.push({ page, boxes: joinedBoxes(boxes.slice(at, at + wanted.length)) });
  }
  return places;
}

const GAP = 1.5;

/** Boxes that follow one another on a line as one. */
export function joinedBoxes(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    if (last !== undefined && isBeside(last, box)) {
      joined[joined.length - 1] = {
        left: Math.min(last.left, box.left),
        top: Math.min(last.top, box.top),
        right: Math.max(last.right, box.right),
        bottom: Math.max(last.bottom, box.bottom),
      };
    } else joined.push(box);
  }
  return joined;
}

/** On one line or in one upright column, and not farther apart than a wide gap. */
function isBeside(one: Box, other: Box): boolean {
  const high = Math.min(one.bottom - one.top, other.bottom - other.top);
  const wide = Math.min(one.right - one.left, other.right - other.left);
  const level = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const upright = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  if (level > high / 2) return upright > -high * GAP;
  return upright > wide / 2 && level > -wide * GAP;
}
