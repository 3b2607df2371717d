import { type BinaryView, damaged } from "./binary-view.js";
import type { FormattedRun } from "./formatted-pages.js";
import { type RowDefinition, withModifier } from "./row-definition.js";
import { modifiers, SPRM } from "./sprm.js";
import type { StyleSheet } from "./style-sheet.js";

/** What the mark at the end of a paragraph says of it. */
export interface ParagraphProperties {
  readonly style: number;
  readonly level?: number;
  /** Number of the list (from 1) and level in it (from 0). */
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

interface Draft {
  style: number;
  level: number | undefined;
  list: number;
  listLevel: number | null;
  inTable: boolean;
  depth: number | null;
  innerCellEnd: boolean;
  rowEnd: boolean;
  innerRowEnd: boolean;
  row: RowDefinition | null;
}

/** Where properties come from: the stream with the formatted pages, the Data stream for what did not fit, the styles. */
export interface PropertySources {
  readonly stream: BinaryView;
  readonly data: BinaryView | null;
  readonly styles: StyleSheet;
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
    level,
    list: list ?? 0,
    listLevel: listLevel ?? null,
    inTable: false,
    depth: null,
    innerCellEnd: false,
    rowEnd: false,
    innerRowEnd: false,
    row: null,
  };
  if (run.length > 2) apply(draft, sources.stream.slice(run.at + 2, run.length - 2), sources.data);
  if (changes !== null) apply(draft, changes, null);
  const { level: ownLevel, inTable, depth, list: number, ...rest } = draft;
  return {
    ...rest,
    ...(ownLevel === undefined ? {} : { level: ownLevel }),
    list: number <= MAX_LIST ? number : 0,
    depth: tableDepth(inTable, depth),
  };
}

function tableDepth(inTable: boolean, depth: number | null): number {
  if (!inTable && depth === null) return 0;
  const found = depth ?? 1;
  if (found > MAX_DEPTH || found < 0) throw damaged("Word 表格嵌套");
  return inTable ? Math.max(1, found) : found;
}

/** `data` is null inside what was itself read from the Data stream, so that no list can call itself. */
function apply(draft: Draft, list: BinaryView, data: BinaryView | null): void {
  for (const modifier of modifiers(list)) {
    const { code, at } = modifier;
    switch (code) {
      case SPRM.pHugePapx:
      case SPRM.pHugePapx97:
      case SPRM.pTableProps:
        if (data !== null) apply(draft, listInData(data, list.u32(at)), null);
        break;
      case SPRM.pOutLvl:
        draft.level = list.u8(at) < 9 ? list.u8(at) + 1 : undefined;
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
        draft.depth = (draft.depth ?? 0) + list.i32(at);
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
