import { attributeOf, isElement, type PageElement } from "./parse-page.js";

/** The numbers browsers and the editors of content systems print before the items of an ordered list. */
const STYLES = new Map<string, (value: number) => string>([
  ["decimal", (value) => `${value}. `],
  ["lower-alpha", (value) => `${letter(value)}. `],
  ["upper-alpha", (value) => `${letter(value).toUpperCase()}. `],
  ["cjk-ideographic", (value) => `${chineseNumber(value)}、`],
  ["simp-chinese-informal", (value) => `${chineseNumber(value)}、`],
  ["trad-chinese-informal", (value) => `${chineseNumber(value)}、`],
  ["none", () => ""],
  // The list kinds of UEditor, which draws its numbers as background images.
  ["custom_num", (value) => `${value}. `],
  ["custom_num1", (value) => `${value}）`],
  ["custom_num2", (value) => `（${value}）`],
  ["custom_cn", (value) => `${chineseNumber(value)}、`],
  ["custom_cn1", (value) => `${chineseNumber(value)}）`],
  ["custom_cn2", (value) => `（${chineseNumber(value)}）`],
]);

const TYPES = new Map([
  ["1", "decimal"],
  ["a", "lower-alpha"],
  ["A", "upper-alpha"],
]);

/** Numbers the items of one list in order. */
export class ListMarks {
  #next: number;
  readonly #write: (value: number) => string;

  constructor(list: PageElement) {
    this.#next = wholeNumber(attributeOf(list, "start")) ?? 1;
    this.#write = STYLES.get(styleOf(list)) ?? (() => "");
  }

  mark(item: PageElement): string {
    const value = wholeNumber(attributeOf(item, "value")) ?? this.#next;
    this.#next = value + 1;
    return this.#write(value);
  }
}

function styleOf(list: PageElement): string {
  if (list.tagName !== "ol") return "none";
  const editor = /(?:^|\s)(custom_(?:num|cn)[12]?)(?:\s|$)/.exec(attributeOf(list, "class") ?? "")?.[1];
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributeOf(list, "style") ?? "")?.[1];
  const isMenu = list.childNodes
    .filter(isElement)
    .every((item) => item.childNodes.some((child) => isElement(child) && child.tagName === "a"));
  return editor ?? style?.toLowerCase() ?? (isMenu ? "none" : (TYPES.get(attributeOf(list, "type") ?? "1") ?? "none"));
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null;
}

function letter(value: number): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(96 + value) : String(value);
}

const DIGITS = "零一二三四五六七八九";

/** 一 to 九十九; longer lists are counted in figures. */
function chineseNumber(value: number): string {
  if (value < 0 || value > 99) return String(value);
  if (value < 10) return DIGITS.charAt(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? "" : DIGITS.charAt(tens)}十${ones === 0 ? "" : DIGITS.charAt(ones)}`;
}
