import { z } from "zod";
import { litigationLaw, reconsiderationLaw, regulations } from "../../law/citation.js";
import { defineProceedingTransition } from "../define-proceeding-transition.js";

/** 登记复议、诉讼：somebody challenges a disclosure act of this agency. */
export const fileProceeding = defineProceedingTransition({
  id: "file-proceeding",
  label: "登记复议或者诉讼",
  basis: [regulations("第五十一条"), reconsiderationLaw("第二十条"), litigationLaw("第四十五条、第四十六条")],
  from: ["unfiled"],
  to: ["pending"],
  role: "handler",
  records: "filed",
  input: z.object({}),
  refusals: {
    routeMissing: "诉讼应当写明是未经复议直接起诉，还是复议后起诉，年度报告表四分开统计。",
    routeOfReconsideration: "行政复议不分直接起诉和复议后起诉。",
  },
  flags: {
    notCounted: "本机关仅作为复议机关共同被告，本案不计入本机关年度报告（国办公开办函〔2016〕201号）。",
    noReconsideration: "登记为复议后起诉，但没有关联的行政复议案件。",
  },

  bar({ proceeding: { kind, route } }) {
    if (kind === "litigation") return route === null ? { refusalId: "routeMissing", data: {} } : null;
    return route === null ? null : { refusalId: "routeOfReconsideration", data: {} };
  },

  *flag({ proceeding: { isCoDefendant, route, reconsiderationId } }) {
    if (isCoDefendant) yield { flagId: "notCounted", data: {} };
    if (route === "after_review" && reconsiderationId === null) yield { flagId: "noReconsideration", data: {} };
  },

  record: (_input, { on }) => ({ type: "filed", on }),
});
