import type { ItemContent } from "../../register/publishing/item-content.js";
import type { ScreenedHit } from "../../register/publishing/item-state.js";
import { HIT_LABELS, type HitPlace } from "../../register/publishing/screening-hit.js";

/** A hit as the page shows it: what it is, where in words, and what a person said of it. */
export function hitView(hit: ScreenedHit, content: ItemContent, excerpt: string | null) {
  const { id, kind, sureness, place, suggestion, cleared } = hit;
  return {
    id,
    kind,
    label: HIT_LABELS[kind],
    sureness,
    place,
    placeText: placeText(place, content),
    excerpt,
    suggestion,
    cleared,
  };
}

/** Where a hit is, as a person finds it. */
export function placeText(place: HitPlace, content: ItemContent): string {
  if (place.in === "attachment") {
    const file = content.attachments.find(({ id }) => id === place.attachmentId);
    const page = place.page === null ? "" : `第${place.page}页`;
    return `附件“${file?.name ?? place.attachmentId}”${[page, place.part].filter((part) => part !== "").join("，")}`;
  }
  const [where = "", index = "", row, column] = place.part.split("/");
  switch (where) {
    case "title":
      return "名称";
    case "summary":
      return "内容概述";
    case "keywords":
      return `第${Number(index) + 1}个主题词`;
    case "attachments":
      return `第${Number(index) + 1}个附件的文件名`;
    default:
      return `正文第${Number(index) + 1}段${inside(row, column)}`;
  }
}

function inside(row: string | undefined, column: string | undefined): string {
  if (row === undefined || row === "alt") return row === "alt" ? "插图的说明" : "";
  if (row === "caption") return "表格的标题";
  if (column === undefined) return `第${Number(row) + 1}项`;
  return `表格第${Number(row) + 1}行第${Number(column) + 1}列`;
}
