import { type BinaryView, damaged } from "./binary-view.js";
import type { FormattedRun } from "./formatted-pages.js";
import { type RowDefinition, withModifier } from "./row-definition.js";
import { modifiers, SPRM } from "./sprm.js";
import type { StyleSheet } from "./style-sheet.js";
import type { WorkBudget } from "./work-budget.js";

/** What the mark at the end of a paragraph says of it. Always all fields in one order: a document has thousands of these. */
export interface ParagraphProperties {
  readonly style: number;
  /** The outline level, 1 = highest; null for body text. */
  readonly level: number | null;
  /** Number of the list (from 1; 0 for none) and level in it (from 0). */
  readonly list: number;
  readonly listLevel: number | null;
  /** How many tables the paragraph stands in, one inside the other. */
  readonly depth: number;
  /** The mark closes a cell of a table inside a table; outer cells have a mark of their own. */
  readonly innerCellEnd: boolean;
  readonly rowEnd: boolean;
  readonly innerRowEnd: boolean;
  readonly row: RowDefinition | null;
}

/** Tables one inside the other beyond this are the work of a file that wants to exhaust its reader. */
const MAX_DEPTH = 32;
/** sprmPIlfo above this numbers nothing. [MS-DOC] 2.6.2 */
const MAX_LIST = 0x07fe;
/** A depth nobody has set; negative ones of the file are damage. */
const UNSET = Number.NEGATIVE_INFINITY;

type Draft = { -readonly [Key in keyof ParagraphProperties]: ParagraphProperties[Key] } & { inTable: boolean };

/** Where properties come from: the stream with the formatted pages, the Data stream for what did not fit, the styles. */
export interface PropertySources {
  readonly stream: BinaryView;
  readonly data: BinaryView | null;
  readonly styles: StyleSheet;
  readonly budget: WorkBudget;
}

/** The properties of a paragraph: its style, what was set on it, and what a fast save laid over its piece. */
export function paragraphProperties(
  sources: PropertySources,
  run: FormattedRun,
  changes: BinaryView | null,
): ParagraphProperties {
  const style = run.length >= 2 ? sources.stream.u16(run.at) : 0;
  const { level, list, listLevel } = sources.styles.style(style);
  const draft: Draft = {
    style,
    level: level ?? null,
    list: list ?? 0,
    listLevel: listLevel ?? null,
    depth: UNSET,
    innerCellEnd: false,
    rowEnd: false,
    innerRowEnd: false,
    row: null,
    inTable: false,
  };
  if (run.length > 2) apply(draft, sources.stream.slice(run.at + 2, run.length - 2), sources);
  if (changes !== null) apply(draft, changes, { budget: sources.budget, data: null });
  draft.depth = tableDepth(draft);
  if (draft.list > MAX_LIST) draft.list = 0;
  return draft;
}

function tableDepth({ inTable, depth }: Draft): number {
  if (depth === UNSET) return inTable ? 1 : 0;
  if (depth > MAX_DEPTH || depth < 0) throw damaged("Word 表格嵌套");
  return inTable ? Math.max(1, depth) : depth;
}

/** `data` is null inside what was itself read from the Data stream, so that no list can call itself. */
function apply(draft: Draft, list: BinaryView, { data, budget }: Pick<PropertySources, "data" | "budget">): void {
  budget.spend(list.length);
  for (const modifier of modifiers(list)) {
    const { code, at } = modifier;
    switch (code) {
      case SPRM.pHugePapx:
      case SPRM.pHugePapx97:
      case SPRM.pTableProps:
        if (data !== null) apply(draft, listInData(data, list.u32(at)), { budget, data: null });
        break;
      case SPRM.pOutLvl:
        draft.level = list.u8(at) < 9 ? list.u8(at) + 1 : null;
        break;
      case SPRM.pIlfo:
        draft.list = list.u16(at);
        break;
      case SPRM.pIlvl:
        draft.listLevel = list.u8(at);
        break;
      case SPRM.pFInTable:
        draft.inTable = list.u8(at) !== 0;
        break;
      case SPRM.pItap:
        draft.depth = list.i32(at);
        break;
      case SPRM.pDtap:
        draft.depth = Math.max(0, draft.depth) + list.i32(at);
        break;
      case SPRM.pFTtp:
        draft.rowEnd = list.u8(at) !== 0;
        break;
      case SPRM.pFInnerTableCell:
        draft.innerCellEnd = list.u8(at) !== 0;
        break;
      case SPRM.pFInnerTtp:
        draft.innerRowEnd = list.u8(at) !== 0;
        break;
      default:
        draft.row = withModifier(draft.row, list, modifier);
    }
  }
}

/** Lists too long for a page of 512 bytes stand in the Data stream: a row of fifteen columns needs that. */
function listInData(data: BinaryView, at: number): BinaryView {
  return data.slice(at + 2, data.u16(at));
}
