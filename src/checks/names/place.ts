import { unknownDivision } from "../../law/divisions.js";
import { DIVISIONS_YEAR } from "../../law/divisions-data.js";
import { plainWords } from "../../report/lines.js";
import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

/** The county or district in the name of the agency is one of the administrative divisions. */
export const placeNames = defineCheck({
  id: "names/place",
  title: "机关名称中的行政区划真实存在",
  basis: [{ instrument: "中华人民共和国行政区划代码（GB/T 2260）" }, { instrument: "政府信息公开条例", place: "第六条" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    unknown: "“{stated}”不在行政区划名录（{year}年）中，请核对机关名称；如系功能区或此后新设的区划，不必理会。",
  },

  *inspect(report) {
    const told = report.agency.title ?? report.agency.signOff;
    if (!told) return;
    const stated = unknownDivision(plainWords(told.value));
    if (stated === null) return;
    yield { messageId: "unknown", at: atText(told.passage, told.start, told.end), data: { stated, year: DIVISIONS_YEAR } };
  },
});
