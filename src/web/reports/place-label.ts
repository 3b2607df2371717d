import { FORMATS } from "../../report/formats/index.js";
import { cellLabel } from "./cell-label.js";
import type { FindingPlace } from "./finding-places.js";

const FRAME_PARTS = { title: "标题", preface: "前言", "sign-off": "落款" } as const;

/** A place of the report in the words of its form. */
export function placeLabel(formatId: string, place: FindingPlace): string {
  switch (place.kind) {
    case "cell":
      return cellLabel(formatId, place);
    case "section": {
      const sections = FORMATS.find(({ id }) => id === formatId)?.sections ?? [];
      return sections.find(({ id }) => id === place.section)?.label ?? place.section;
    }
    case "frame":
      return FRAME_PARTS[place.part];
    case "report":
      return "全文";
    default:
      return place satisfies never;
  }
}
