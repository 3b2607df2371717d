import { attributeOf, isElement, type PageElement } from "./parse-page.js";

const MAX_ENTRIES = 200;
const MAX_CHARACTERS = 2000;

/** Gathers what a page says of itself in its head: <title> and the meta tags of the content system (ArticleTitle, PubDate …). */
export class PageMetadata {
  readonly entries = new Map<string, string>();

  addHead(element: PageElement): void {
    if (element.tagName === "title") this.addTitle(element);
    else if (element.tagName === "meta") this.addMeta(element);
  }

  addTitle(element: PageElement): void {
    const text = element.childNodes.map((node) => (!isElement(node) && "value" in node ? node.value : "")).join("");
    this.#add("title", text.replace(/\s+/g, " ").trim());
  }

  addMeta(element: PageElement): void {
    const name = attributeOf(element, "name") ?? attributeOf(element, "property");
    if (name !== null) this.#add(name.trim(), (attributeOf(element, "content") ?? "").trim());
  }

  /** Of two values under one name the first stands: templates repeat their defaults further down. */
  #add(name: string, value: string): void {
    if (name === "" || value === "" || this.entries.has(name) || this.entries.size >= MAX_ENTRIES) return;
    this.entries.set(name, value.slice(0, MAX_CHARACTERS));
  }
}
