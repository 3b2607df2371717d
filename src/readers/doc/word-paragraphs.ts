import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { FormattedPages } from "./formatted-pages.js";
import type { ListNumbering } from "./list-numbering.js";
import { type ParagraphProperties, type PropertySources, paragraphProperties } from "./paragraph-properties.js";
import { CHARACTER, type Story } from "./story.js";

/** A paragraph with the properties of its mark. */
export interface WordParagraph {
  readonly text: string;
  readonly properties: ParagraphProperties;
  readonly endsCell: boolean;
  readonly endsRow: boolean;
  /** The row ended here was deleted in tracked changes. */
  readonly deleted: boolean;
  /** Indices in the story of pictures and drawn objects that stand in the paragraph. */
  readonly objects: readonly number[];
}

const SIGN = {
  picture: 0x01,
  cell: 0x07,
  drawing: 0x08,
  tab: 0x09,
  lineBreak: 0x0b,
  pageBreak: 0x0c,
  columnBreak: 0x0e,
} as const;
const PARAGRAPH_END = 0x0d;
const NON_BREAKING_HYPHEN = 0x1e;

/** What the reader of paragraphs rests on besides the characters. */
export interface ParagraphSources extends PropertySources {
  readonly pages: FormattedPages;
  readonly numbering: ListNumbering;
}

/** The paragraphs of a story in order, or of a stretch of it, without hidden and deleted text, with their automatic numbers. */
export function* wordParagraphs(
  story: Story,
  sources: ParagraphSources,
  { start, length }: { start: number; length: number } = { start: 0, length: story.length },
): Iterable<WordParagraph> {
  let text = "";
  let objects: number[] = [];
  let count = 0;
  const end = Math.min(story.length, start + length);
  for (let index = start; index < end; index++) {
    const character = story.characters[index] ?? 0;
    const isDeleted = story.has(index, CHARACTER.deleted);
    if (character === PARAGRAPH_END || character === SIGN.cell || character === SIGN.pageBreak) {
      const { at, changes } = story.placeOf(index);
      const properties = paragraphProperties(sources, sources.pages.runAt(at), changes);
      const cellEnds = endsCell(character, properties);
      const rowEnds = endsRow(properties);
      // With its mark deleted or hidden a paragraph runs on into the next one.
      const runsOn = (isDeleted || story.has(index, CHARACTER.hidden)) && !cellEnds && !rowEnds;
      if (runsOn && index < end - 1) continue;
      if (++count > LIMITS.paragraphs) throw new AppError("FILE_TOO_COMPLEX", { detail: `段落超过 ${LIMITS.paragraphs} 个` });
      yield {
        text: numbered(text, properties, sources.numbering),
        properties,
        endsCell: cellEnds,
        endsRow: rowEnds,
        deleted: isDeleted,
        objects,
      };
      text = "";
      objects = [];
    } else if (!isDeleted && !story.has(index, CHARACTER.hidden)) {
      if ((character === SIGN.picture || character === SIGN.drawing) && isObject(story, index)) objects.push(index);
      text += shown(character, story.has(index, CHARACTER.special));
    }
  }
  if (text !== "") {
    const properties = paragraphProperties(sources, { end: 0, at: 0, length: 0 }, null);
    yield { text, properties, endsCell: false, endsRow: false, deleted: false, objects };
  }
}

/** How many separate stretches of text tracked changes have deleted. */
export function deletedStretches(story: Story): number {
  let count = 0;
  for (let index = 0; index < story.length; index++) {
    if (story.has(index, CHARACTER.deleted) && !story.has(index - 1, CHARACTER.deleted)) count++;
  }
  return count;
}

function endsCell(character: number, { depth, innerCellEnd, innerRowEnd, rowEnd }: ParagraphProperties): boolean {
  return depth > 1 ? innerCellEnd && !innerRowEnd : depth === 1 && character === SIGN.cell && !rowEnd;
}

function endsRow({ depth, innerRowEnd, rowEnd }: ParagraphProperties): boolean {
  return depth > 1 ? innerRowEnd : depth === 1 && rowEnd;
}

function isObject(story: Story, index: number): boolean {
  return story.has(index, CHARACTER.special) && !story.has(index, CHARACTER.data);
}

function numbered(text: string, { list, listLevel, style }: ParagraphProperties, numbering: ListNumbering): string {
  if (list === 0) return text;
  return numbering.next(list, listLevel ?? numbering.levelOfStyle(list, style)) + text;
}

function shown(character: number, isSpecial: boolean): string {
  if (character >= 0x20) return isSpecial && character === 0x28 ? "" : String.fromCharCode(character);
  if (character === SIGN.tab) return "\t";
  if (character === SIGN.lineBreak || character === SIGN.columnBreak) return "\n";
  return character === NON_BREAKING_HYPHEN ? "-" : "";
}
