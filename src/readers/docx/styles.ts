import { XmlScanner } from "../xml/xml-scanner.js";
import { WORD } from "./word-names.js";
import { intValue, type WordScanner } from "./word-scanner.js";

/** What a paragraph takes from its style. */
export interface ParagraphStyle {
  readonly outline: number | null;
  readonly numId: number | null;
  readonly ilvl: number | null;
  /** It is a line of the table of contents, which repeats the headings. */
  readonly isContents: boolean;
}

interface StyleDraft {
  basedOn: string | null;
  outline: number | null;
  numId: number | null;
  ilvl: number | null;
  name: string;
}

const MAX_ANCESTORS = 20;
const HEADING = /^heading ([1-9])$/i;
const CONTENTS = /^toc (?:[1-9]|heading)$/i;

/**
 * The paragraph styles of a document. styles.xml is read only when the first paragraph asks for a style: it is often larger
 * than the document, and many documents ask for none.
 */
export class Styles {
  readonly #load: () => Uint8Array | null;
  #byId: ReadonlyMap<string, StyleDraft> | null = null;
  readonly #resolved = new Map<string, ParagraphStyle>();

  constructor(load: () => Uint8Array | null) {
    this.#load = load;
  }

  /** The style with what it inherits (ISO/IEC 29500-1, 17.7.2). */
  find(id: string): ParagraphStyle {
    const known = this.#resolved.get(id);
    if (known) return known;
    if (!this.#byId) {
      const part = this.#load();
      this.#byId = part ? readStyles(part) : new Map();
    }
    const style = resolve(this.#byId, id);
    this.#resolved.set(id, style);
    return style;
  }
}

function resolve(byId: ReadonlyMap<string, StyleDraft>, id: string): ParagraphStyle {
  const found: { -readonly [Key in keyof ParagraphStyle]: ParagraphStyle[Key] } = {
    outline: null,
    numId: null,
    ilvl: null,
    isContents: CONTENTS.test(byId.get(id)?.name ?? ""),
  };
  let style = byId.get(id);
  for (let step = 0; style && step < MAX_ANCESTORS; step++) {
    found.outline ??= style.outline ?? headingOutline(style.name);
    if (found.numId === null && style.numId !== null) {
      found.numId = style.numId;
      found.ilvl = style.ilvl;
    }
    style = style.basedOn === null ? undefined : byId.get(style.basedOn);
  }
  return found;
}

/** The built-in styles keep their English name in the file in every language of Word. */
function headingOutline(name: string): number | null {
  const level = HEADING.exec(name)?.[1];
  return level === undefined ? null : Number(level) - 1;
}

function readStyles(part: Uint8Array): Map<string, StyleDraft> {
  const scanner: WordScanner = new XmlScanner(part, WORD);
  const styles = new Map<string, StyleDraft>();
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start" || scanner.name !== "w:style") continue;
    const id = scanner.attribute("w:styleId");
    if (id === null || scanner.attribute("w:type") !== "paragraph") scanner.skip();
    else styles.set(id, readStyle(scanner));
  }
  return styles;
}

function readStyle(scanner: WordScanner): StyleDraft {
  const depth = scanner.depth;
  const style: StyleDraft = { basedOn: null, outline: null, numId: null, ilvl: null, name: "" };
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    switch (scanner.name) {
      case "w:name":
        style.name = scanner.attribute("w:val") ?? "";
        break;
      case "w:basedOn":
        style.basedOn = scanner.attribute("w:val");
        break;
      case "w:outlineLvl":
        style.outline = intValue(scanner);
        break;
      case "w:numId":
        style.numId = intValue(scanner);
        break;
      case "w:ilvl":
        style.ilvl = intValue(scanner);
        break;
      case "w:pPrChange":
      case "w:rPrChange":
        scanner.skip();
        break;
      default:
    }
  }
  return style;
}
