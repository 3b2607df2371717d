import type { TreeItem } from "../table-tree.js";
import type { ListLabels } from "./list-labels.js";
import type { Styles } from "./styles.js";
import type { WordScanner } from "./word-scanner.js";

/** A text of a Word document while it is read: the body, or a text box inside it. */
export interface Story {
  readonly scanner: WordScanner;
  readonly styles: Styles;
  readonly lists: ListLabels;
  /** Places where text was left out because somebody deleted it under change tracking. */
  deletions: number;
  /** Documents of another format that Word would import on opening (w:altChunk). */
  embedded: number;
  /** Cells of all tables so far. */
  cells: number;
  /** For each open element: whether an alternative of it has been read. */
  readonly chosen: boolean[];
  /** Reads the paragraphs and tables of the element that just started. Kept here so that a paragraph can hold a text box. */
  readonly readItems: (story: Story, onOther?: () => void) => TreeItem[];
}

/**
 * Skips the element that just started if what is in it is not part of the text as it stands: deleted or moved away, an older
 * state of properties, field codes, a second form of something already read. Tells whether it did.
 */
export function skipUnseen(story: Story): boolean {
  const { scanner } = story;
  switch (scanner.name) {
    case "w:del":
    case "w:moveFrom":
      story.deletions++;
      scanner.skip();
      return true;
    case "w:altChunk":
      story.embedded++;
      scanner.skip();
      return true;
    case "aml:annotation":
      return skipDeletion(story);
    case "mc:AlternateContent":
      story.chosen[scanner.depth] = false;
      return false;
    case "mc:Choice":
    case "mc:Fallback":
      return skipAlternative(story);
    case "w:instrText":
    case "w:delText":
    case "w:delInstrText":
    case "w:rt":
    case "w:sdtPr":
    case "w:sdtEndPr":
    case "w:sectPr":
    case "w:pPrChange":
    case "w:rPrChange":
    case "w:tblPr":
    case "w:tblPrChange":
    case "w:tblPrExChange":
    case "w:tblGridChange":
    case "w:trPrChange":
    case "w:tcPrChange":
    case "w:footnote":
    case "w:endnote":
    case "w:comment":
      scanner.skip();
      return true;
    default:
      return false;
  }
}

/** Word 2003 XML marks changes as annotations: w:type tells which. */
function skipDeletion(story: Story): boolean {
  const type = story.scanner.attribute("w:type");
  if (type !== "Word.Deletion" && type !== "Word.Comment") return false;
  if (type === "Word.Deletion") story.deletions++;
  story.scanner.skip();
  return true;
}

/** Of several alternatives the first is the one that is seen (ISO/IEC 29500-3, 7.5). */
function skipAlternative(story: Story): boolean {
  const parent = story.scanner.depth - 1;
  if (!story.chosen[parent]) {
    story.chosen[parent] = true;
    return false;
  }
  story.scanner.skip();
  return true;
}
