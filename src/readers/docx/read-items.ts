import type { TreeItem } from "../table-tree.js";
import { readParagraph } from "./read-paragraph.js";
import { readTable } from "./read-table.js";
import { type Story, skipUnseen } from "./story.js";

/**
 * Reads the paragraphs and tables inside the element that just started, up to its end. Elements that only wrap (content
 * controls, smart tags, insertions) are looked through, whatever their name; `onOther` is called at the start of each.
 */
export function readItems(story: Story, onOther?: () => void): TreeItem[] {
  const { scanner } = story;
  const depth = scanner.depth;
  const items: TreeItem[] = [];
  let joined = "";
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start" || skipUnseen(story)) continue;
    if (scanner.name === "w:p") {
      const { before, text, level, after, isJoined } = readParagraph(story);
      for (const item of before) items.push(item);
      joined += text;
      if (!isJoined && joined !== "") {
        items.push(level === undefined ? { kind: "text", text: joined } : { kind: "text", text: joined, level });
        joined = "";
      }
      for (const item of after) items.push(item);
    } else if (scanner.name === "w:tbl") items.push(readTable(story));
    else onOther?.();
  }
  if (joined !== "") items.push({ kind: "text", text: joined });
  return items;
}
