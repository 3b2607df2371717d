import { XmlScanner } from "../xml/xml-scanner.js";
import { type ListStyle, readListStyle } from "./list-style.js";
import { ODT, type OdtScanner } from "./odt-names.js";

interface Style {
  readonly parent: string | null;
  readonly listStyle: string | null;
  readonly isHidden: boolean;
  readonly isChangedRow: boolean;
}

const MAX_ANCESTORS = 20;

/**
 * The styles of a document. Those of content.xml stand before its text; styles.xml, often larger than the text, is read
 * only when a list or a numbered heading asks for it.
 */
export class OdtStyles {
  readonly #load: () => Uint8Array | null;
  #isLoaded = false;
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, ListStyle>();
  #outline: ListStyle | null = null;

  constructor(load: () => Uint8Array | null) {
    this.#load = load;
  }

  /** Takes the style that just started, if it is one. */
  take(scanner: OdtScanner): void {
    if (scanner.name === "style:style") {
      const name = scanner.attribute("style:name");
      const style = readStyle(scanner);
      if (name !== null && !this.#styles.has(name)) this.#styles.set(name, style);
    } else if (scanner.name === "text:list-style") {
      const name = scanner.attribute("style:name");
      const list = readListStyle(scanner);
      if (name !== null && !this.#lists.has(name)) this.#lists.set(name, list);
    } else if (scanner.name === "text:outline-style") this.#outline = readListStyle(scanner);
  }

  /** Whether text in this style is not shown. Only automatic styles are asked: that is where "hidden" is set by hand. */
  isHidden(name: string | null): boolean {
    return name !== null && (this.#styles.get(name)?.isHidden ?? false);
  }

  /** Whether a row in this style was itself inserted or deleted under change tracking, not only its text (LibreOffice 7.2 on). */
  isChangedRow(name: string | null): boolean {
    return name !== null && (this.#styles.get(name)?.isChangedRow ?? false);
  }

  list(name: string): ListStyle | null {
    if (!this.#lists.has(name)) this.#loadAll();
    return this.#lists.get(name) ?? null;
  }

  /** The list style a paragraph style carries, by itself or from an ancestor. */
  listOfParagraph(name: string | null): string | null {
    let style = name === null ? undefined : this.#styles.get(name);
    for (let step = 0; style && step < MAX_ANCESTORS; step++) {
      if (style.listStyle !== null) return style.listStyle;
      if (style.parent === null) return null;
      if (!this.#styles.has(style.parent)) this.#loadAll();
      style = this.#styles.get(style.parent);
    }
    return null;
  }

  /** How headings are numbered. */
  outline(): ListStyle | null {
    this.#loadAll();
    return this.#outline;
  }

  #loadAll(): void {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    const part = this.#load();
    if (!part) return;
    const scanner: OdtScanner = new XmlScanner(part, ODT);
    for (let event = scanner.next(); event !== "eof"; event = scanner.next()) if (event === "start") this.take(scanner);
  }
}

function readStyle(scanner: OdtScanner): Style {
  const parent = scanner.attribute("style:parent-style-name");
  const listStyle = scanner.attribute("style:list-style-name");
  const depth = scanner.depth;
  let isHidden = false;
  let isChangedRow = false;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "style:text-properties") isHidden = scanner.attribute("text:display") === "none";
    else if (scanner.name === "style:table-row-properties")
      isChangedRow = scanner.attribute("loext:text-changes-only") === "false";
  }
  return { parent, listStyle: listStyle === "" ? null : listStyle, isHidden, isChangedRow };
}
