import type { TreeItem } from "../table-tree.js";
import type { BinaryView } from "./binary-view.js";
import type { Story } from "./story.js";
import type { DrawnShape, TextBox } from "./text-boxes.js";
import type { WordParagraph } from "./word-paragraphs.js";

/** Smaller objects are ornaments, bullets and signatures: 2 cm in both directions. */
const PICTURE_TWIPS = 1134;

/** What objects rest on: where they are anchored, and how the text of a box is read. */
export interface ObjectSources {
  readonly data: BinaryView | null;
  readonly anchors: ReadonlyMap<number, DrawnShape>;
  readonly boxes: ReadonlyMap<number, TextBox>;
  readonly boxItems: (box: TextBox) => readonly TreeItem[];
}

/** Gives the pictures and text boxes of a document, each once. */
export class DrawnObjects {
  readonly #sources: ObjectSources;
  readonly #shown = new Set<number>();

  constructor(sources: ObjectSources) {
    this.#sources = sources;
  }

  /** What stands in a paragraph of the main text. */
  itemsOf({ objects }: WordParagraph, story: Story): readonly TreeItem[] {
    const { anchors, boxes } = this.#sources;
    const items: TreeItem[] = [];
    for (const index of objects) {
      const anchor = anchors.get(story.start + index);
      const box = anchor && boxes.get(anchor.id);
      if (anchor && box) items.push(...this.#once(anchor.id, box));
      else if (anchor ? isLarge(anchor) : this.#isLargePicture(story.pictures.get(index))) items.push({ kind: "picture" });
    }
    return items;
  }

  /** Text boxes whose anchor is not found: boxes in a group are anchored by the group. Mostly they hold the title. */
  remaining(): readonly TreeItem[] {
    return [...this.#sources.boxes].flatMap(([id, box]) => this.#once(id, box));
  }

  #once(id: number, box: TextBox): readonly TreeItem[] {
    if (this.#shown.has(id)) return [];
    this.#shown.add(id);
    return this.#sources.boxItems(box);
  }

  /** The size of a picture as it is to be shown, from the head of its data. [MS-DOC] 2.9.192 */
  #isLargePicture(at: number | undefined): boolean {
    const { data } = this.#sources;
    if (at === undefined || data === null || at + 0x20 > data.length) return true;
    return isLarge({ widthTwips: data.u16(at + 0x1c), heightTwips: data.u16(at + 0x1e) });
  }
}

function isLarge({ widthTwips, heightTwips }: { readonly widthTwips: number; readonly heightTwips: number }): boolean {
  return widthTwips >= PICTURE_TWIPS && heightTwips >= PICTURE_TWIPS;
}
