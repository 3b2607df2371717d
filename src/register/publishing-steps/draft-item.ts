import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { itemContent } from "../publishing/item-content.js";
import { signature } from "../publishing/signature.js";

/** 拟稿：an item begins as a draft that may still lack anything but its title. */
export const draftItem = defineItemTransition({
  id: "draft-item",
  label: "拟稿",
  basis: [regulations("第十九条"), regulations("第二十条")],
  from: ["none"],
  to: ["drafting"],
  role: "handler",
  records: "drafted",
  input: z.object({ content: itemContent, by: signature }),

  record: ({ content, by }, { on }) => ({ type: "drafted", on, by, content }),
});
