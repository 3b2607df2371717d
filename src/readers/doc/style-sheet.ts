import type { BinaryView } from "./binary-view.js";
import { modifiers, SPRM } from "./sprm.js";

/** What a style says that a reader of text needs. */
export interface Style {
  /** The outline level, 1 = highest; absent for body text. */
  readonly level?: number;
  /** Number of the list (from 1) and level in it (from 0) when the style numbers its paragraphs. */
  readonly list?: number;
  readonly listLevel?: number;
  readonly hidden: boolean;
}

interface OwnStyle {
  readonly base: number;
  readonly level?: number;
  readonly list?: number;
  readonly listLevel?: number;
  readonly hidden?: boolean;
}

const NO_BASE = 0x0fff;
const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
/** Styles may rest on one another; Word allows no longer chains. */
const MAX_CHAIN = 16;

/** The styles of a document, by index; each with what it inherits from the style it is based on. [MS-DOC] 2.9.271 */
export class StyleSheet {
  readonly #own: readonly (OwnStyle | null)[];
  readonly #resolved = new Map<number, Style>();

  constructor(sheet: BinaryView) {
    this.#own = sheet.length === 0 ? [] : readStyles(sheet);
  }

  style(index: number): Style {
    const known = this.#resolved.get(index);
    if (known !== undefined) return known;
    const style = this.#resolve(index);
    this.#resolved.set(index, style);
    return style;
  }

  #resolve(index: number): Style {
    const chain: OwnStyle[] = [];
    for (let at = index; at !== NO_BASE && chain.length < MAX_CHAIN; ) {
      const own = this.#own[at];
      if (!own) break;
      chain.push(own);
      at = own.base;
    }
    const setBy = <Key extends keyof OwnStyle>(key: Key) => chain.find((own) => own[key] !== undefined)?.[key];
    const level = setBy("level");
    const list = setBy("list");
    const listLevel = setBy("listLevel");
    return {
      hidden: setBy("hidden") ?? false,
      ...(level === undefined ? {} : { level }),
      ...(list === undefined ? {} : { list }),
      ...(listLevel === undefined ? {} : { listLevel }),
    };
  }
}

function readStyles(sheet: BinaryView): readonly (OwnStyle | null)[] {
  const headBytes = sheet.u16(0);
  const count = sheet.u16(2);
  const baseBytes = sheet.u16(4);
  const styles: (OwnStyle | null)[] = [];
  let at = 2 + headBytes;
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const length = sheet.u16(at);
    styles.push(length === 0 ? null : readStyle(sheet.slice(at + 2, length), baseBytes));
    at += 2 + length + (length % 2);
  }
  return styles;
}

function readStyle(style: BinaryView, baseBytes: number): OwnStyle {
  const builtIn = style.u16(0) & 0x0fff;
  const kind = style.u16(2) & 0x0f;
  const base = style.u16(2) >> 4;
  // 标题 1 to 标题 9 are the built-in styles 1 to 9, whatever they are called.
  const heading = kind === PARAGRAPH_STYLE && builtIn >= 1 && builtIn <= 9 ? { level: builtIn } : {};
  let at = baseBytes + 2 + 2 * (style.u16(baseBytes) + 1);
  const lists: BinaryView[] = [];
  while (lists.length < 2 && at + 2 <= style.length) {
    const length = style.u16(at);
    lists.push(style.slice(at + 2, Math.min(length, style.length - at - 2)));
    at += 2 + length + (length % 2);
  }
  const [first, second] = lists;
  if (kind === CHARACTER_STYLE) return { base, ...characterPart(first) };
  if (kind !== PARAGRAPH_STYLE) return { base };
  // the list of a paragraph style begins with its own index
  const paragraph = first !== undefined && first.length > 2 ? first.slice(2, first.length - 2) : undefined;
  return { base, ...heading, ...paragraphPart(paragraph), ...characterPart(second) };
}

function paragraphPart(list: BinaryView | undefined): Omit<OwnStyle, "base"> {
  const part: { level?: number; list?: number; listLevel?: number } = {};
  for (const { code, at } of list === undefined ? [] : modifiers(list)) {
    if (code === SPRM.pOutLvl && list !== undefined && list.u8(at) < 9) part.level = list.u8(at) + 1;
    else if (code === SPRM.pIlfo && list !== undefined) part.list = list.u16(at);
    else if (code === SPRM.pIlvl && list !== undefined) part.listLevel = list.u8(at);
  }
  return part;
}

function characterPart(list: BinaryView | undefined): { hidden?: boolean } {
  if (list === undefined) return {};
  for (const { code, at } of modifiers(list)) if (code === SPRM.cFVanish) return { hidden: list.u8(at) === 1 };
  return {};
}
