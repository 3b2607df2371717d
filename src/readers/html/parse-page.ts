import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { AppError } from "../../errors.js";

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageParent = DefaultTreeAdapterTypes.ParentNode;

/** Elements open inside one another. Real pages stay below 100; unclosed tags in every paragraph of a long one reach some hundreds. */
const MAX_DEPTH = 1000;
/** Elements of a page: a report has some thousands, an honest page of 16 MB about half a million. */
const MAX_ELEMENTS = 1_000_000;

/** Parses a page as browsers do, so that unclosed cells and misplaced text stand where a visitor sees them. */
export function parsePage(text: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  let elements = 0;
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        if (++elements > MAX_ELEMENTS) throw new AppError("FILE_TOO_COMPLEX", { detail: `网页元素超过 ${MAX_ELEMENTS} 个` });
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      onItemPush() {
        if (++depth > MAX_DEPTH) throw new AppError("FILE_TOO_COMPLEX", { detail: `网页元素嵌套超过 ${MAX_DEPTH} 层` });
      },
      onItemPop() {
        depth--;
      },
    },
  });
}

/** True for elements; text, comments and the doctype have no tag. */
export function isElement(node: PageNode): node is PageElement {
  return "tagName" in node;
}

/** The value of an attribute, or null. */
export function attributeOf(element: PageElement, name: string): string | null {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return null;
}
