import { type ListStyle, labelOf } from "./list-style.js";
import type { OdtScanner } from "./odt-names.js";
import type { OdtStyles } from "./odt-styles.js";

const MAX_LEVEL = 10;
/** A label that ends in one of these needs no gap before the text. */
const CLOSED = /[、。，．：；）】〕》」\s]$/u;

interface OpenList {
  readonly styleName: string | null;
  /** Numbers by level, from 1; shared by the lists inside it and by those that go on from it. */
  readonly counters: (number | undefined)[];
  readonly level: number;
}

/** The automatic numbers of list items and headings (ISO/IEC 26300-1, 5.3 and 5.1.2). */
export class ListCounters {
  readonly #styles: OdtStyles;
  readonly #open: OpenList[] = [];
  readonly #byId = new Map<string, (number | undefined)[]>();
  readonly #lastOfStyle = new Map<string, (number | undefined)[]>();
  readonly #outline: (number | undefined)[] = [];
  #pending = false;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  /** A text:list just started. */
  enterList(scanner: OdtScanner): void {
    const outer = this.#open[this.#open.length - 1];
    const styleName = scanner.attribute("text:style-name") ?? outer?.styleName ?? null;
    const level = (outer?.level ?? 0) + 1;
    const counters = outer?.counters ?? this.#countersFor(scanner, styleName);
    if (outer && scanner.attribute("text:continue-numbering") !== "true") counters.length = Math.min(counters.length, level);
    const id = scanner.attribute("xml:id");
    if (id !== null) this.#byId.set(id, counters);
    if (styleName !== null) this.#lastOfStyle.set(styleName, counters);
    this.#open.push({ styleName, counters, level });
  }

  leaveList(): void {
    this.#open.pop();
    this.#pending = false;
  }

  /** A text:list-item just started: its first paragraph carries the number. */
  enterItem(scanner: OdtScanner): void {
    const list = this.#open[this.#open.length - 1];
    if (!list || list.level > MAX_LEVEL) return;
    const given = Number(scanner.attribute("text:start-value") ?? Number.NaN);
    const current = list.counters[list.level];
    const start = this.#styleOf(list)?.get(list.level)?.start ?? 1;
    list.counters[list.level] = Number.isInteger(given) ? given : current === undefined ? start : current + 1;
    list.counters.length = list.level + 1;
    this.#pending = true;
  }

  /** The label of the paragraph that just started; empty when it has none. */
  labelOfParagraph(): string {
    const list = this.#open[this.#open.length - 1];
    if (!list || !this.#pending) return "";
    this.#pending = false;
    const style = this.#styleOf(list);
    return style ? gapped(labelOf(style, list.level, list.counters)) : "";
  }

  /** The label of a heading outside any list. */
  labelOfHeading(level: number): string {
    const style = this.#styles.outline();
    if (!style || level < 1 || level > MAX_LEVEL) return "";
    for (let at = 1; at < level; at++) this.#outline[at] ??= style.get(at)?.start ?? 1;
    const current = this.#outline[level];
    this.#outline[level] = current === undefined ? (style.get(level)?.start ?? 1) : current + 1;
    this.#outline.length = level + 1;
    return gapped(labelOf(style, level, this.#outline));
  }

  get isInList(): boolean {
    return this.#open.length > 0;
  }

  #countersFor(scanner: OdtScanner, styleName: string | null): (number | undefined)[] {
    const from = scanner.attribute("text:continue-list");
    const continued = from === null ? undefined : this.#byId.get(from);
    if (continued) return continued;
    const goesOn = scanner.attribute("text:continue-numbering") === "true" && styleName !== null;
    return (goesOn ? this.#lastOfStyle.get(styleName) : undefined) ?? [];
  }

  #styleOf(list: OpenList): ListStyle | null {
    return list.styleName === null ? null : this.#styles.list(list.styleName);
  }
}

function gapped(label: string): string {
  return label === "" || CLOSED.test(label) ? label : `${label} `;
}
