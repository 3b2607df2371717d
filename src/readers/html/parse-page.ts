import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageParent = DefaultTreeAdapterTypes.ParentNode;

/** Parses a page as browsers do, so that unclosed cells and misplaced text stand where a visitor sees them. */
export function parsePage(text: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  let elements = 0;
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        if (++elements > LIMITS.pageElements)
          throw new AppError("FILE_TOO_COMPLEX", { detail: `网页元素超过 ${LIMITS.pageElements} 个` });
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      onItemPush() {
        if (++depth > LIMITS.pageDepth)
          throw new AppError("FILE_TOO_COMPLEX", { detail: `网页元素嵌套超过 ${LIMITS.pageDepth} 层` });
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
