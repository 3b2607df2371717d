import type { Story } from "./story.js";
import { intValue, type WordScanner } from "./word-scanner.js";

export interface ParagraphProperties {
  /** The outline level, 1 to 9, given directly or by the style. */
  readonly level: number | undefined;
  /** The automatic number as printed, with what separates it from the text. */
  readonly label: string;
  readonly isMarkDeleted: boolean;
  /** A line of the table of contents: generated from the headings, no text of its own. */
  readonly isContents: boolean;
}

interface Draft {
  styleId: string | null;
  outline: number | null;
  numId: number | null;
  ilvl: number | null;
  /** Word 2003 XML stores the number as it was printed. */
  printed: string;
  isMarkDeleted: boolean;
}

/** Reads the w:pPr that just started and counts the paragraph in its list. */
export function readParagraphProperties(story: Story): ParagraphProperties {
  const { scanner } = story;
  const depth = scanner.depth;
  const draft: Draft = { styleId: null, outline: null, numId: null, ilvl: null, printed: "", isMarkDeleted: false };
  while (scanner.depth >= depth) if (scanner.next() === "start") readProperty(scanner, draft);
  const style = draft.styleId === null ? null : story.styles.find(draft.styleId);
  const outline = draft.outline ?? style?.outline ?? null;
  const numId = draft.numId ?? style?.numId ?? null;
  const isCounted = numId !== null && !draft.isMarkDeleted;
  const label = isCounted ? story.lists.next(numId, draft.ilvl ?? style?.ilvl ?? null, draft.styleId) : draft.printed;
  return {
    level: outline !== null && outline >= 0 && outline < 9 ? outline + 1 : undefined,
    label,
    isMarkDeleted: draft.isMarkDeleted,
    isContents: style?.isContents ?? false,
  };
}

function readProperty(scanner: WordScanner, draft: Draft): void {
  switch (scanner.name) {
    case "w:pStyle":
      draft.styleId = scanner.attribute("w:val");
      break;
    case "w:outlineLvl":
      draft.outline = intValue(scanner);
      break;
    case "w:numId":
      draft.numId = intValue(scanner);
      break;
    case "w:ilvl":
      draft.ilvl = intValue(scanner);
      break;
    case "wx:t":
      draft.printed = scanner.attribute("wx:val") ?? "";
      break;
    case "w:del":
      draft.isMarkDeleted = true;
      break;
    case "w:pPrChange":
    case "w:rPrChange":
    case "w:sectPr":
      scanner.skip();
      break;
    default:
  }
}
