import type { BinaryView } from "./binary-view.js";
import type { FileInformation } from "./file-information.js";
import { PART, partOf } from "./file-information.js";

/** A drawn object that stands over the text: where it is anchored, how large it is, and which text box belongs to it. */
export interface DrawnShape {
  readonly id: number;
  readonly widthTwips: number;
  readonly heightTwips: number;
}

/** Character positions of a text box in the story of all text boxes, from 0. */
export interface TextBox {
  readonly start: number;
  readonly length: number;
}

const ANCHOR_BYTES = 26;
const STORY_BYTES = 22;

/** The drawn objects of the main text by the character position of their anchor. [MS-DOC] 2.8.37 */
export function readAnchors(table: BinaryView, information: FileInformation): ReadonlyMap<number, DrawnShape> {
  const plc = partOf(table, information.part(PART.shapeAnchors));
  const count = Math.max(0, Math.floor((plc.length - 4) / (4 + ANCHOR_BYTES)));
  const anchors = new Map<number, DrawnShape>();
  for (let index = 0; index < count; index++) {
    const at = 4 * (count + 1) + ANCHOR_BYTES * index;
    const widthTwips = plc.i32(at + 12) - plc.i32(at + 4);
    const heightTwips = plc.i32(at + 16) - plc.i32(at + 8);
    anchors.set(plc.u32(4 * index), { id: plc.u32(at), widthTwips, heightTwips });
  }
  return anchors;
}

/** The text boxes by the id of their shape. [MS-DOC] 2.8.32; the last entry only closes the list. */
export function readTextBoxes(table: BinaryView, information: FileInformation): ReadonlyMap<number, TextBox> {
  const plc = partOf(table, information.part(PART.textBoxStories));
  const count = Math.max(0, Math.floor((plc.length - 4) / (4 + STORY_BYTES)));
  const boxes = new Map<number, TextBox>();
  let read = 0;
  for (let index = 0; index < count; index++) {
    const start = plc.u32(4 * index);
    const end = plc.u32(4 * index + 4);
    const id = plc.u32(4 * (count + 1) + STORY_BYTES * index + 14);
    // Boxes follow one another; one that lies over another is damage and would be shown twice.
    if (start < read || end <= start || end > information.textBoxes.length || boxes.has(id)) continue;
    boxes.set(id, { start, length: end - start });
    read = end;
  }
  return boxes;
}
