import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { Vocabulary } from "./vocabulary.js";
import { xmlAsUtf8 } from "./xml-encoding.js";
import { decodeXmlText } from "./xml-text.js";

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const BANG = 0x21;
const QUESTION = 0x3f;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SPACE = 0x20;
const MAX_ATTRIBUTES = 512;
const MAX_REMEMBERED_NAMES = 4096;
/** No paragraph, let alone a piece of one, is this long; references make decoding it dear. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/** A name met in the file: where its first occurrence stands, and what the vocabulary calls it. */
interface KnownName<Element extends string> {
  readonly from: number;
  readonly length: number;
  readonly name: Element | "";
}

/** The namespaces declared at one element and the names resolved under them. */
interface Scope<Element extends string> {
  readonly depth: number;
  readonly outer: Scope<Element> | null;
  readonly uris: ReadonlyMap<string, string>;
  readonly names: Map<number, KnownName<Element>>;
  /** Where a prefix stands that was found to mean one of these namespaces. */
  readonly prefixes: Map<ReadonlySet<string>, { readonly from: number; readonly length: number }>;
}

const damaged = (detail: string): AppError => new AppError("FILE_DAMAGED", { detail: `XML ${detail}` });

/**
 * Reads an XML document from front to back, one event at a time, straight from its bytes: only text that is asked for is
 * decoded, which is most of the cost of reading Word. Time is linear in the length; a document type is refused, so nothing
 * can be expanded; depth is limited, so readers may recurse.
 */
export class XmlScanner<Element extends string, Attribute extends string> {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  readonly #vocabulary: Vocabulary<Element, Attribute>;
  readonly #open: KnownName<Element>[] = [];
  readonly #attributes = new Int32Array(4 * MAX_ATTRIBUTES);
  #attributeCount = 0;
  #scope: Scope<Element>;
  #at = 0;
  #isEmptyElement = false;
  #textFrom = 0;
  #textTo = 0;
  #isLiteral = false;
  #hasRoot = false;

  /** The element that just started or ended, in the vocabulary's spelling; "" when the reader does not know it. */
  name: Element | "" = "";
  /** How many elements are open: counts the one that just started, no longer the one that just ended. */
  depth = 0;

  constructor(bytes: Uint8Array, vocabulary: Vocabulary<Element, Attribute>) {
    this.#bytes = xmlAsUtf8(bytes);
    this.#end = this.#bytes.length;
    this.#vocabulary = vocabulary;
    this.#scope = {
      depth: 0,
      outer: null,
      uris: new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]),
      names: new Map(),
      prefixes: new Map(),
    };
  }

  next(): "start" | "end" | "text" | "eof" {
    if (this.#isEmptyElement) {
      this.#isEmptyElement = false;
      return this.#leave();
    }
    const bytes = this.#bytes;
    while (this.#at < this.#end) {
      if (bytes[this.#at] !== LT) {
        if (this.#takeText()) return "text";
        continue;
      }
      const mark = bytes[this.#at + 1];
      if (mark === SLASH) return this.#takeEndTag();
      if (mark === BANG) {
        if (this.#takeDeclaration()) return "text";
      } else if (mark === QUESTION) this.#at = this.#after("?>", this.#at + 2);
      else return this.#takeStartTag();
    }
    if (this.depth > 0 || !this.#hasRoot) throw damaged("没有写完");
    return "eof";
  }

  /** The characters of the text event. */
  text(): string {
    if (this.#textTo - this.#textFrom > MAX_TEXT_BYTES) throw new AppError("FILE_TOO_COMPLEX", { detail: "一段文字超过 4 MB" });
    return decodeXmlText(this.#bytes, this.#textFrom, this.#textTo, this.#isLiteral);
  }

  /** Reads on to the end of the element that just started and gives the text directly in it and below. */
  elementText(): string {
    const depth = this.depth;
    let text = "";
    while (this.depth >= depth) if (this.next() === "text") text += this.text();
    return text;
  }

  /** Reads on to the end of the element that just started. */
  skip(): void {
    const depth = this.depth;
    while (this.depth >= depth) this.next();
  }

  /** An attribute of the element that just started; null when it has none. */
  attribute(attribute: Attribute): string | null {
    const wanted = this.#vocabulary.attribute(attribute);
    if (!wanted) return null;
    const bytes = this.#bytes;
    const length = wanted.local.length;
    for (let index = 0; index < this.#attributeCount; index++) {
      const nameFrom = this.#attributes[4 * index] ?? 0;
      const nameTo = this.#attributes[4 * index + 1] ?? 0;
      const localFrom = nameTo - length;
      if (localFrom < nameFrom || !this.#matches(wanted.local, localFrom)) continue;
      if (wanted.uris === null ? localFrom !== nameFrom : !this.#isIn(wanted.uris, nameFrom, localFrom)) continue;
      return decodeXmlText(bytes, this.#attributes[4 * index + 2] ?? 0, this.#attributes[4 * index + 3] ?? 0, false);
    }
    return null;
  }

  #matches(local: Uint8Array, from: number): boolean {
    for (let index = 0; index < local.length; index++) if (this.#bytes[from + index] !== local[index]) return false;
    return true;
  }

  #isIn(uris: ReadonlySet<string>, nameFrom: number, localFrom: number): boolean {
    const length = localFrom - nameFrom - 1;
    if (length < 1 || this.#bytes[localFrom - 1] !== COLON) return false;
    const known = this.#scope.prefixes.get(uris);
    if (known?.length === length && this.#isSame(known.from, nameFrom, length)) return true;
    const isIn = uris.has(this.#uriOf(this.#ascii(nameFrom, localFrom - 1)));
    if (isIn) this.#scope.prefixes.set(uris, { from: nameFrom, length });
    return isIn;
  }

  #ascii(from: number, to: number): string {
    return decodeXmlText(this.#bytes, from, to, true);
  }

  #uriOf(prefix: string): string {
    for (let scope: Scope<Element> | null = this.#scope; scope; scope = scope.outer) {
      const uri = scope.uris.get(prefix);
      if (uri !== undefined) return uri;
    }
    return "";
  }

  #takeText(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    this.#textFrom = at;
    while (at < this.#end && bytes[at] !== LT) at++;
    this.#at = at;
    this.#textTo = at;
    this.#isLiteral = false;
    if (this.depth > 0) return true;
    if (this.text().trim() !== "") throw damaged("根元素之外有文字");
    return false;
  }

  /** A comment, CDATA or a document type. Tells whether it was text. */
  #takeDeclaration(): boolean {
    const at = this.#at;
    if (this.#startsWith("<!--", at)) {
      this.#at = this.#after("-->", at + 4);
      return false;
    }
    if (this.#startsWith("<![CDATA[", at) && this.depth > 0) {
      this.#at = this.#after("]]>", at + 9);
      this.#textFrom = at + 9;
      this.#textTo = this.#at - 3;
      this.#isLiteral = true;
      return true;
    }
    throw new AppError("FILE_FORBIDDEN_MARKUP", { detail: "DOCTYPE" });
  }

  #startsWith(mark: string, at: number): boolean {
    for (let index = 0; index < mark.length; index++) if (this.#bytes[at + index] !== mark.charCodeAt(index)) return false;
    return true;
  }

  /** Where the text goes on after a closing mark. */
  #after(mark: string, from: number): number {
    const first = mark.charCodeAt(0);
    for (let at = this.#bytes.indexOf(first, from); at >= 0; at = this.#bytes.indexOf(first, at + 1)) {
      if (this.#startsWith(mark, at)) return at + mark.length;
    }
    throw damaged("没有写完");
  }

  #takeStartTag(): "start" {
    const bytes = this.#bytes;
    const from = this.#at + 1;
    let at = from;
    let hash = 0;
    for (; at < this.#end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= SPACE || byte === GT || byte === SLASH) break;
      hash = (hash * 31 + byte) & 0x3fffffff;
    }
    if (at === from) throw damaged("标签没有名称");
    const to = at;
    this.#attributeCount = 0;
    at = bytes[at] === GT ? at + 1 : this.#takeAttributes(at);
    this.#at = at;
    if (this.depth === 0 && this.#hasRoot) throw damaged("有两个根元素");
    this.#hasRoot = true;
    if (this.depth >= LIMITS.xmlDepth) throw new AppError("FILE_TOO_COMPLEX", { detail: `标签嵌套超过 ${LIMITS.xmlDepth} 层` });
    const known = this.#known(from, to - from, hash);
    this.#open[this.depth] = known;
    this.depth++;
    this.name = known.name;
    return "start";
  }

  /** Notes where each attribute stands and gives where the tag ends. */
  #takeAttributes(start: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let declaresNamespace = false;
    let at = start;
    for (;;) {
      while (at < end && (bytes[at] ?? 0) <= SPACE) at++;
      if (at >= end) throw damaged("标签没有写完");
      if (bytes[at] === GT || bytes[at] === SLASH) break;
      const nameFrom = at;
      while (at < end && bytes[at] !== EQUALS && (bytes[at] ?? 0) > SPACE && bytes[at] !== GT && bytes[at] !== LT) at++;
      const nameTo = at;
      while (at < end && (bytes[at] ?? 0) <= SPACE) at++;
      if (bytes[at] !== EQUALS || nameFrom === nameTo) throw damaged("属性没有值");
      at++;
      while (at < end && (bytes[at] ?? 0) <= SPACE) at++;
      const quote = bytes[at];
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw damaged("属性值没有引号");
      const valueFrom = ++at;
      while (at < end && bytes[at] !== quote && bytes[at] !== LT) at++;
      if (bytes[at] !== quote) throw damaged("属性值没有写完");
      this.#addAttribute(nameFrom, nameTo, valueFrom, at);
      if (bytes[nameFrom] === 0x78 && nameTo - nameFrom >= 5 && this.#startsWith("xmlns", nameFrom)) declaresNamespace = true;
      at++;
    }
    if (bytes[at] === SLASH) {
      if (bytes[++at] !== GT) throw damaged("标签没有写完");
      this.#isEmptyElement = true;
    }
    if (declaresNamespace) this.#declareNamespaces();
    return at + 1;
  }

  #addAttribute(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): void {
    const index = 4 * this.#attributeCount;
    if (index >= this.#attributes.length) throw new AppError("FILE_TOO_COMPLEX", { detail: "一个标签的属性过多" });
    this.#attributes[index] = nameFrom;
    this.#attributes[index + 1] = nameTo;
    this.#attributes[index + 2] = valueFrom;
    this.#attributes[index + 3] = valueTo;
    this.#attributeCount++;
  }

  #declareNamespaces(): void {
    const uris = new Map<string, string>();
    for (let index = 0; index < this.#attributeCount; index++) {
      const name = this.#ascii(this.#attributes[4 * index] ?? 0, this.#attributes[4 * index + 1] ?? 0);
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const uri = decodeXmlText(this.#bytes, this.#attributes[4 * index + 2] ?? 0, this.#attributes[4 * index + 3] ?? 0, false);
      uris.set(name.slice(6), uri);
    }
    this.#scope = { depth: this.depth, outer: this.#scope, uris, names: new Map(), prefixes: new Map() };
  }

  #known(from: number, length: number, hash: number): KnownName<Element> {
    const names = this.#scope.names;
    const known = names.get(hash);
    if (known && known.length === length && this.#isSame(known.from, from, length)) return known;
    const name = this.#ascii(from, from + length);
    const colon = name.indexOf(":");
    const uri = this.#uriOf(colon < 0 ? "" : name.slice(0, colon));
    const found = { from, length, name: this.#vocabulary.element(uri, name.slice(colon + 1)) };
    if (!known && names.size < MAX_REMEMBERED_NAMES) names.set(hash, found);
    return found;
  }

  #isSame(one: number, other: number, length: number): boolean {
    const bytes = this.#bytes;
    for (let index = 0; index < length; index++) if (bytes[one + index] !== bytes[other + index]) return false;
    return true;
  }

  #takeEndTag(): "end" {
    const from = this.#at + 2;
    const opened = this.#open[this.depth - 1];
    if (this.depth === 0 || !opened || !this.#isSame(opened.from, from, opened.length)) throw damaged("标签没有成对");
    let at = from + opened.length;
    while (at < this.#end && (this.#bytes[at] ?? 0) <= SPACE) at++;
    if (this.#bytes[at] !== GT) throw damaged("标签没有成对");
    this.#at = at + 1;
    return this.#leave();
  }

  #leave(): "end" {
    this.depth--;
    if (this.#scope.depth === this.depth && this.#scope.outer) this.#scope = this.#scope.outer;
    this.name = this.#open[this.depth]?.name ?? "";
    return "end";
  }
}
