import { leadingDivisions } from "./divisions.js";
import { dayOf, type PlainDate } from "./plain-date.js";

/** Who reports: Article 49 gives departments and governments different days and does not name towns. */
export type ReportingOrgan = "department" | "government" | "office" | "town";

/** What kind of organ a name is of, as far as Article 49 asks. */
export function reportingOrgan(agency: string): ReportingOrgan {
  if (/(?:镇|乡|街道|苏木)(?:人民政府|办事处|政府|党政办公室)?$|街道办事处/.test(agency)) return "town";
  if (/政府办(?:公[室厅])?$/.test(agency)) return "office";
  // 广元市利州区 in a title stands for its government.
  if (agency !== "" && leadingDivisions(agency).rest === "") return "government";
  return /(?:人民政府|政府|管理委员会|管委会)$/.test(agency) ? "government" : "department";
}

/**
 * The last day for publishing the report of a year: 31 January for departments, 31 March for governments
 * (政府信息公开条例 第四十九条). An office of a government may publish the report of the government, so the later day holds for it.
 * Null for towns and streets: local orders decide.
 */
export function reportDeadline(reportYear: number, organ: ReportingOrgan): PlainDate | null {
  if (organ === "town") return null;
  return organ === "department" ? dayOf(reportYear + 1, 1, 31) : dayOf(reportYear + 1, 3, 31);
}
